// Generated from openapi.yaml by tools/generator with openapi-typescript (npm run generate). Do not edit.
export interface paths {
    "/api/v1/conversions/postback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a conversion
         * @description Reports one order, lead, trial or custom event. The reply says whose it is, why, and what it earns. It is sent
         *     after the conversion is durable, and the decision is final once an affiliate is found.
         *
         *     Send what you know about the visit or the customer: the more evidence, the better. Most orders have no
         *     affiliate, and those are recorded too.
         *
         *     ## Evidence
         *
         *     | field | what it is |
         *     | --- | --- |
         *     | `sessionId` (alias `rcsid`) | the visitor's session, from the `rcsid` parameter of the landing page or from the browser SDK |
         *     | `clickId` (alias `cid`) | one click, from the `cid` parameter of the landing page |
         *     | `affiliateCode` | an affiliate's tracking code, for example a voucher that the customer typed in |
         *     | `customerEmailHash` or `customerEmail` | the customer's email, to be matched with sessions that were identified |
         *     | `customerId` | your own id of the customer; ties renewals to the first sale |
         *
         *     **The content of evidence never refuses an order.** `null` and `""` are the same as a field left out. A
         *     session, click or code that does not exist is an attempt `NOT_FOUND`; an unusable email or hash, and a
         *     `customerId` of more than 255 characters, is an attempt `INVALID`. So is a session or customer id that means nobody: `0`, `-1`, `null`, `undefined`, `none`, `nan`,
         *     `guest` or `anonymous`, in any case and with blanks around it. Five guests who are all customer `0` are not one
         *     customer. Evidence is answered with 422 only if
         *
         *     - none of these fields was sent at all (a field sent as `null` or `""` counts as sent, so an order without a
         *       visitor can be told from a forgotten field);
         *     - a value has the wrong JSON type;
         *     - a field and its alias hold two different values;
         *     - `customerEmail` and `customerEmailHash` disagree;
         *     - `customerId` holds U+0000 or a lone surrogate, as in `externalId`. In session, click and code these are
         *       merely not found.
         *
         *     ## What refuses no order
         *
         *     Only what makes the order another one is a reason to refuse it: `externalId`, `conversionType`, `amount` and
         *     `currency`, and `occurredAt`, `isSynthetic` and `dryRun`, which stay strict because an order that is recorded
         *     wrongly is worse than one that is refused. All else costs no order. What is not taken as it was sent is named in
         *     `ignored`, each with its `path` and a `message`:
         *
         *     | sent | what becomes of it |
         *     | --- | --- |
         *     | `metadata` that is no object (a list, a text, a number), has more than 50 keys or a key of more than 64 characters, or is more than 32 levels deep or 8 KiB | not kept |
         *     | a number in `metadata` that many programs read as another: of so many digits that a double does not hold them, such as `820982911946154508`, from 10^21 on, or below 0.000001 | kept as text, digit for digit: `"820982911946154508"` |
         *     | a text or key in `metadata` with U+0000 or a lone surrogate (an emoji that was cut in two) | kept with U+FFFD in its place |
         *     | a field that is not known here | ignored, so that a newer client does not stop your orders |
         *     | a field that resembles one of ours, such as `affilateCode`, or `dryRun` in the body | 422, with "did you mean" |
         *
         *     ## Attribution
         *
         *     Evidence is tried in this order, and the first that holds decides: **session → click → code → email →
         *     customer**.
         *
         *     - **Session**: the *latest* click of the session at or before `occurredAt` that holds (last click). Only if
         *       there is none, the earliest one that holds within 5 minutes after it, because clocks differ. The 50 newest
         *       clicks are looked at.
         *     - **Click**: that very click, if it holds. Its time must not be more than 5 minutes after `occurredAt`.
         *     - **Code**: the affiliate and campaign of the code. The campaign must be `ACTIVE` and the affiliate not
         *       suspended. No window applies.
         *     - **Email**: the clicks of the sessions that were identified with this email, by the same rule as for a
         *       session. Sessions identified with an API key come before those identified anonymously. The 20 newest
         *       sessions are looked at.
         *     - **Customer**: the affiliate and campaign that this `customerId` was first credited to. The window does not
         *       apply here, the campaign's commission duration does. It holds only for orders that happened at or after the
         *       first credited one, or at most 5 minutes before it: a first credit never pays for the past. An archived
         *       campaign or a suspended affiliate fails it.
         *
         *     A click *holds* if `occurredAt` lies within the campaign's attribution window after it (days of 86,400
         *     seconds, both ends included), the campaign is not `ARCHIVED`, and the affiliate is not `SUSPENDED`. Clicks
         *     made before a campaign was paused still count. Of two clicks of the same instant, the higher id wins.
         *
         *     Every attempt is in `attribution.attempts`, with its result. The decision is stored together with the terms it
         *     was made on; reading it later never computes it again. A match is final: no later click, identify, suspension
         *     or change of terms moves it.
         *
         *     ## If nothing matches
         *
         *     The conversion is recorded with 201 and status `UNATTRIBUTED`, and its evidence is kept. If a click, an
         *     identify or a first credit of the same customer arrives later and makes it match, it is attributed by itself
         *     within a second, once. The same happens when you repeat the call with evidence that was not there before: it
         *     is added to the old, nothing is replaced.
         *
         *     ## Commission
         *
         *     - `PERCENTAGE`: that share of `amount`, in the order's currency, rounded half away from zero to the minor
         *       unit.
         *     - `FIXED`: a flat sum, in the campaign's currency.
         *     - `commissionRecurring: false`: a customer's first credited conversion of each type earns, later ones do not.
         *       `true`: all earn, or, with `recurringMonthsLimit` *n*, those within *n* calendar months of the first (UTC,
         *       clamped at the month's end, last instant included).
         *     - `tiers`: an affiliate whose net revenue in the campaign had reached a tier's `threshold` *before* this order
         *       earns that tier's rate on all of it. The order that crosses a threshold earns the old rate. Only orders in the
         *       campaign's currency count and profit; others earn the base rate. Refunds lower the revenue for later orders.
         *     - The customer is `customerId`, else the email's hash, else nobody; then each conversion is a first. *First*
         *       is the first one committed, by merchant, mode, campaign, customer and type. It is never recomputed.
         *       So an id that many customers share (a shop's one account for all who walk in) makes one customer of them. An
         *       id that came with more than about 1,000 different emails is told in the explanations of `attribution`.
         *
         *     `commissionId` and `commissionAmount` are `null` when nothing was earned; `attribution.commission` says why. A
         *     commission of 0 exists.
         *
         *     ## Idempotency
         *
         *     `externalId` names the order for ever, by merchant and mode. It is compared byte for byte and never truncated.
         *
         *     | the `externalId` is | HTTP | what happens |
         *     | --- | --- | --- |
         *     | new | 201 | recorded, `replayed: false` |
         *     | known, with the same `conversionType`, `amount`, `currency` and `isSynthetic` | 200 | the conversion as it is now, `replayed: true`; nothing is recorded twice. Other fields that differ are ignored and named in `ignored`. |
         *     | known, and one of those four differs | 409 | `details` name the fields; the stored conversion is unchanged |
         *
         *     Fifty equal calls at once make one conversion: one 201, forty-nine 200, the same conversion in each. Repeat
         *     the call after any network error, 429, 500 or 503. If the first try had been carried out after all and its
         *     reply was lost, the repeat finds it.
         *
         *     Evidence that a repeat adds to an `UNATTRIBUTED` conversion is not in `ignored`. Once the conversion is
         *     attributed, evidence that differs is. A field that the repeat leaves out does not differ, nor does one of which
         *     nothing was kept. `ignored` names the fields as you sent them. A conversion keeps up to ten different values of each kind of evidence; more are
         *     ignored.
         *
         *     ## Trying it out
         *
         *     `?dryRun=true` answers 200 with the whole decision and stores nothing: `conversionId`, `commissionId` and
         *     `recordedAt` are `null`, `commissionAmount` is what would be earned. For an order that is known already the
         *     reply is what the call would give: the known conversion with `replayed: true`, or 409.
         *
         *     `isSynthetic: true` records a test order, also with a live key. It is decided and shown as it would be, but
         *     earns nothing: `commissionId` and `commissionAmount` are `null`, and `attribution.commission.amount` is what a
         *     real order would have earned. It claims no customer's first commission and counts nowhere.
         */
        post: operations["recordPostback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record many conversions
         * @description Up to 1,000 postbacks in one call: what you would have sent to `recordPostback` one by one, each an item of
         *     `conversions`. For imports, for what has piled up, and for whoever reports once a minute.
         *
         *     Each item is looked at alone, exactly as the body of a single call is, and has its own result. **One bad item
         *     never sinks the rest**: the call answers 200, with one result for each item, in the order of the items. Items
         *     may be anything; what is no conversion is `invalid`.
         *
         *     | `result` | `status` | what happened | `data` | `error` |
         *     | --- | --- | --- | --- | --- |
         *     | `created` | 201 | recorded | as the single call's | `null` |
         *     | `replayed` | 200 | known already; nothing was recorded twice | as the single call's | `null` |
         *     | `conflict` | 409 | the `externalId` stands for another order | `null` | the fields that differ |
         *     | `invalid` | 400, 413, 422 | no object, larger than 64 KiB, or against the contract | `null` | what is wrong with it |
         *     | `failed` | 500, 503 | our fault or the database away; the outcome is unknown | `null` | no details |
         *
         *     `status`, `data` and `error` are what the single call would have answered, but that `details` of an item hold
         *     at most 10 faults (2 KiB together, the first one always). Paths in them start at the item.
         *
         *     **Repeat what failed**: the items, or simply the whole batch. What was recorded is then `replayed`, so a batch
         *     that is repeated in full, when nothing is wrong with it any more, comes back `replayed` throughout.
         *
         *     **Equal `externalId`s in one batch** are carried out one after the other, in their order: the first decides,
         *     and the later ones find it known (`replayed`, or `conflict`). All other items are written together, so their
         *     order is only the order of the results.
         *
         *     The call as a whole is refused with 422 only if `conversions` is missing, empty, longer than 1,000 or no list.
         *     It is answered within 8 seconds like every other. Items that had no answer by then are `failed` with 503,
         *     although they may have been recorded; the repeat tells.
         *
         *     A reply has about 1.5 KB for each recorded item, more where much metadata comes back; faults take at most
         *     about 3 MiB in all. A batch counts as one call where the installation limits calls by key.
         */
        post: operations["recordBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export conversions as CSV
         * @description All conversions that fit the filters, as one CSV file (RFC 4180, UTF-8, lines end with CRLF), the last
         *     recorded first. The filters are those of `listConversions`; there is no limit.
         *
         *     The file is sent while it is read, so a long one takes as long as you take to read it. What is recorded
         *     meanwhile is not in it; a conversion that changes meanwhile is as it was when its part was read. If something
         *     breaks off, the connection is reset: a file that ends in order is complete. A reader that takes nothing for a
         *     minute is given up. Errors before the first line are JSON, like everywhere.
         *
         *     | column | what it is |
         *     | --- | --- |
         *     | `conversionId`, `externalId`, `conversionType` | as in the conversion |
         *     | `amount`, `currency` | the order's value in minor units, and its currency |
         *     | `occurredAt`, `recordedAt` | RFC 3339, UTC |
         *     | `isSynthetic` | `true` or `false` |
         *     | `status` | `ATTRIBUTED` or `UNATTRIBUTED` |
         *     | `matchedBy` | the evidence that decided |
         *     | `affiliateId`, `campaignId`, `clickId` | whom it is credited to |
         *     | `refundedAmount`, `refundedAt` | what was given back so far, and when the first refund came |
         *     | `commissionId`, `commissionResult`, `commissionStatus` | the commission, why there is one or none, and its state |
         *     | `commissionEarned`, `commissionAmount`, `commissionCurrency` | what the order earned at first, and what it is worth now, in minor units |
         *     | `metadata` | as JSON |
         *
         *     The first line names the columns, always these in this order; later versions may add columns at the end. What
         *     is `null` is an empty cell. Numbers are left as they are.
         *
         *     **Text that a spreadsheet would take for a formula** is kept text by an apostrophe. A cell may begin where the
         *     text does, and for some spreadsheets behind each `;`, `|`, tab or line break in it. Where `=`, `+`, `-`, `@` or
         *     a full-width `＝`, `＋`, `－`, `＠` stands there, or a tab or a line break at the text's beginning, the apostrophe
         *     is put in that place; blanks, invisible characters, quotes and apostrophes before the sign do not count. Take
         *     one apostrophe away in each such place, and the text is what it was.
         */
        get: operations["exportConversions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversions/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a conversion
         * @description Reports that money was given back on an order: all of it, a part, or one part after another. The commission
         *     follows. We move no money.
         *
         *     ## Idempotency
         *
         *     | the call has | what makes it a repeat |
         *     | --- | --- |
         *     | a `refundId` | the same `refundId` on the same order. Two refunds of the same amount need two of them, and both count. With another `amount` it is answered 409. |
         *     | no `refundId`, but an `amount` | the same `amount` on the same order, earlier sent without a `refundId` too. Another amount counts. |
         *     | neither | refunds what is left, once. Then nothing is left. |
         *
         *     A repeat changes nothing and is answered 200 with `alreadyRefunded: true` (202 while the order is not known). Every
         *     other call is answered so too when nothing is left, whatever its amount; then `message` is
         *     `Conversion already refunded`. Fifty equal refunds at once subtract once.
         *
         *     Never more than was paid: if something is left and `amount` exceeds it, the call is answered 409, and `ours` is
         *     what is left.
         *
         *     ## What becomes of the commission
         *
         *     After each refund it is `round(original × (amount − refunds) / amount)`, computed from the totals, half rounded
         *     away from zero; a `FIXED` one too. Bonuses and deductions stay as they are. It never falls below 0.
         *
         *     | the commission is | what happens |
         *     | --- | --- |
         *     | `PENDING` or `APPROVED`, in no payout yet | reduced; if that brings the balance to 0, it is `REJECTED`. A bonus on it stays, and stays payable. |
         *     | in a payout, or `PAID` | the payout stays as it is. The difference is a negative entry, and is taken off the affiliate's next payout. |
         *     | `REJECTED`, or there is none | nothing |
         *
         *     An order of amount 0 (a lead, a trial) has nothing to give back: a refund without `amount` cancels it, and its
         *     commission becomes 0.
         *
         *     Any refund bars an `UNATTRIBUTED` conversion from being matched and earning later. It frees no customer's
         *     first commission. In a campaign with tiers it lowers the affiliate's revenue for later orders only.
         *
         *     ## Refunds that come before their order
         *
         *     An unknown `externalId` is answered 404. Send `ifUnknown: keep` if your systems may report a refund before the
         *     order itself: the refund is kept, the reply is 202 with `kept: true`, and it is applied within a second after
         *     the order was recorded, once, whichever call is carried out last. A kept amount that turns out to exceed the
         *     order counts as all of it.
         */
        post: operations["refundConversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversions/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Add up conversions
         * @description How many conversions fit the filters, what they are worth and what they earned, by currency. The filters are those of
         *     `listConversions`, and nothing is converted. Amounts, refunds and commissions are as they are now.
         *
         *     Synthetic conversions are counted apart and are in no sum. A sum beyond 9,007,199,254,740,991 (2^53 − 1) is told as this
         *     number: as much, or more.
         *
         *     **At most 20,000 conversions are added up**, the last recorded ones. Where as many or more fit, `isComplete` is `false` and `countedSince`
         *     tells when the oldest of those that were counted was recorded: ask for shorter periods, or export.
         */
        get: operations["summarizeConversions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversions
         * @description Conversions of the key's merchant and mode, the last recorded first, each with its stored attribution and its
         *     history. Filters add up. An id that names nothing gives an empty list.
         *
         *     `?externalId=…` finds one order by your own id: a list of one, or of none.
         */
        get: operations["listConversions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversions/{conversionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a conversion
         * @description One conversion, with the decision that was stored for it (`attribution`) and everything that happened to it
         *     (`history`, oldest first). The decision is read, not computed again: it stays true when campaigns and
         *     affiliates change later.
         */
        get: operations["getConversion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find out why an order was credited or not
         * @description For "my affiliate says that this sale was theirs". Say what you know, one thing: your order id, our
         *     conversion's id, a session, a click, an affiliate's code, a customer's email hash, or your customer's id. The
         *     reply tells everything that is known of it, oldest first (`events`), and what is missing, with the likely cause
         *     and what to do about it (`findings`). Nothing is changed and nothing is decided again: what was decided is read
         *     as it was stored.
         *
         *     | you send | what is looked at |
         *     | --- | --- |
         *     | `externalId` or `conversionId` | that order; the sessions, clicks, codes, email and customer that it came with; the clicks of these |
         *     | `sessionId` or `clickId` | the session with its clicks and its identity; orders that came with it, that its clicks won, or that its customer's email is on |
         *     | `code` | the link; orders of a period that came with the code or were won by the link |
         *     | `customerEmailHash` | sessions identified with it, with their clicks; orders that it is on or that those clicks won |
         *     | `customerId` | the customer's first credit; orders that it is on |
         *
         *     What is not known is no error: the reply is 200 then, with a finding that says so, such as `SESSION_UNKNOWN`.
         *
         *     **Never send an email.** A URL is written down by proxies, browsers and logs on its way, so there is no
         *     parameter for one: send the SHA-256 of the trimmed, lower-cased email, as for a postback. The reply holds neither
         *     emails nor hashes; of `customerEmailHash` it repeats your own. A person who was erased is not found.
         *
         *     **How much.** At most 20 orders (the newest), 20 sessions, 100 clicks (the newest), of each order the newest 50
         *     entries of its history, and 100 findings; `truncated` names what there is more of. An order that collected several
         *     values of one kind over repeats is found by the first of them, by any of them while it is unattributed, and by the click that won
         *     it.
         */
        get: operations["getTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List campaigns
         * @description Campaigns of the key's merchant and mode, newest first. Archived ones are in the list; filter by `status` to leave them out.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Create a campaign
         * @description Creates a campaign: where its links lead, what it pays, and how long a click counts. Active at once unless
         *     `status` says otherwise.
         *
         *     `commissionRate` follows `commissionType`; a rate that does not fit is refused with 422:
         *
         *     - `PERCENTAGE`: a percent from 0.01 to 100, with at most two decimals (`10` is ten percent, `7.25` seven and a
         *       quarter);
         *     - `FIXED`: an integer from 0 to 10^12, in minor units of the campaign's `currency` (`800` with `JPY` is ¥800).
         *
         *     **Tiers** pay an affiliate who brings more a higher rate. Only a `PERCENTAGE` campaign has them: 1 to 10 tiers,
         *     thresholds and rates both strictly increasing, the first rate above `commissionRate`; else 422. A tier is a
         *     step, not marginal: once an affiliate's net revenue in this campaign (orders less refunds, in the campaign's
         *     currency, recorded before the order) has reached `threshold`, the tier's rate applies to the whole amount of
         *     each following order. The order that crosses a threshold still earns the rate before it. Orders in another
         *     currency always earn `commissionRate`.
         *
         *     Type, rate, tiers, currency and the recurring fields freeze when the first affiliate joins. Name, landing URL
         *     and window stay editable.
         *
         *     The call is not idempotent: a repeat makes a second campaign.
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a campaign
         * @description One campaign, as it is now.
         */
        get: operations["getCampaign"];
        /**
         * Update a campaign
         * @description Changes the fields that are sent; fields left out stay as they are. The call may be repeated.
         *
         *     - **Terms**: `commissionType`, `commissionRate`, `tiers`, `currency`, `commissionRecurring` and
         *       `recurringMonthsLimit` can be changed until the first affiliate joins (`termsFrozen`). From then on another
         *       value is refused with 409; the same value is accepted. A new `commissionType` must come with its
         *       `commissionRate`, else 422. A campaign that becomes `FIXED` must have no tiers: send `tiers: null` with it.
         *       `tiers` replaces the whole list.
         *     - **State**: `ACTIVE` and `PAUSED` can follow each other at will. `DRAFT` can be returned to until the first
         *       affiliate joins, later that is refused with 409. A draft behaves as a paused campaign: its links lead to the
         *       landing page, but no click is made. Clicks made before a pause still count. The table in the section
         *       Campaigns has every case.
         *     - **`ARCHIVED` is final.** An archived campaign accepts no change (409), its clicks count no more, and its
         *       links lead to the landing page without a click. Archiving it again is answered 200.
         *
         *     Changes concern later orders only. What was decided stays.
         */
        put: operations["updateCampaign"];
        post?: never;
        /**
         * Archive a campaign
         * @description Archives the campaign, whatever its state: the same as updating `status` to `ARCHIVED`. That is final. Nothing
         *     is erased: the campaign can still be read, and its conversions and commissions stay as they are. Its clicks
         *     count no more, and its links lead to the landing page without a click.
         *
         *     The call may be repeated: an archived campaign is answered 200 as it is.
         */
        delete: operations["deleteCampaign"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/public": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        /**
         * Get a campaign's public profile
         * @description What an affiliate needs to know before joining: whose campaign it is, where it leads, what it pays and how long
         *     a click counts. For everybody, without a key, from any page.
         *
         *     `DRAFT` and `ARCHIVED` campaigns have no public profile: they are 404, like an id that does not exist. So are
         *     the campaigns of a merchant whose account is locked. Campaigns of test mode have one, so that it can be tried
         *     out.
         */
        get: operations["getPublicCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Preflight of getPublicCampaign
         * @description Answers a browser's question whether a page may call this path. Always 204, before any limit or check.
         */
        options: operations["preflightPublicCampaign"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/analytics/conversions-timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        /**
         * Get a campaign's conversions over time
         * @description How many orders the campaign brought, what they were worth and what they earned, over time and by currency.
         *     Nothing is converted: each currency is a series of its own.
         *
         *     Orders count at their `occurredAt`, from `from` (included) to `to` (not included). `to` is now unless sent,
         *     `from` is 30 days before `to`. The window follows from it how long a bucket is:
         *
         *     | window | `granularity` |
         *     | --- | --- |
         *     | up to 2 days | `HOUR` |
         *     | up to 92 days | `DAY` |
         *     | up to 731 days | `WEEK`, from Monday |
         *     | up to 3660 days, which is the most | `MONTH` |
         *
         *     Buckets are those of the UTC calendar. The first begins at or before `from`, and only what happened from `from`
         *     on is in it. Buckets in which nothing happened are there, with zeros.
         *
         *     Amounts, refunds and commissions are as they are now: an order that was refunded later lowers the bucket in
         *     which it occurred. Unattributed and synthetic orders are not counted. A sum beyond 9,007,199,254,740,991
         *     (2^53 − 1) is told as this number: as much, or more.
         */
        get: operations["getConversionsTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/affiliates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List affiliates
         * @description Affiliates of the key's merchant and mode with their links, newest first. Filters add up. An id that names nothing gives an empty list.
         */
        get: operations["listAffiliates"];
        put?: never;
        /**
         * Create an affiliate, or add one to a campaign
         * @description Makes an affiliate and a link in one campaign. The link, `/r/{code}`, is in the reply.
         *
         *     - `campaignId` left out: the oldest active campaign is taken. If there is none, the affiliate is created with
         *       `links: []`, and a `code` that was sent is not used.
         *     - **The email is known already**: in another campaign, the same affiliate gets a second link (201; name and
         *       state stay as they are). In the same campaign, or if there is no campaign to join, 409.
         *     - `code` left out: ten random characters. Codes are stored in lower case and are unique in the whole
         *       installation; `/r/{code}` accepts either case. A code that is taken is 409, and the reply says no more than
         *       that.
         *     - An unknown `campaignId` is 404. An archived campaign cannot be joined (409).
         *
         *     The first affiliate who joins freezes the campaign's terms.
         */
        post: operations["createAffiliate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/affiliates/{affiliateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an affiliate
         * @description One affiliate, with the links to every campaign joined (oldest first).
         */
        get: operations["getAffiliate"];
        /**
         * Update an affiliate
         * @description Changes the fields that are sent; fields left out stay as they are. `firstName: null` removes the name. The
         *     call may be repeated.
         *
         *     `SUSPENDED` stops an affiliate: links still lead to the landing page but make no click, and clicks made before
         *     win no further orders. Orders attributed before stay attributed. Back to `ACTIVE`, earlier clicks count again
         *     for orders decided from then on. The table in the section Affiliates has every case.
         */
        put: operations["updateAffiliate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List commissions
         * @description Commissions of the key's merchant and mode, the last earned first. Filters add up. An id that names nothing
         *     gives an empty list.
         *
         *     `?status=PENDING&campaignId=…` is what waits for a decision; `?conversionId=…` is the commission of one order: a
         *     list of one, or of none.
         */
        get: operations["listCommissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commissions/bulk-approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Approve commissions
         * @description Approves up to 1,000 pending commissions: **all of them or none**, in one transaction. Approved commissions go
         *     into the affiliate's next payout.
         *
         *     One that is `APPROVED` already stays as it is and stops nothing, so the call may be repeated. An id that names
         *     nothing (404), or a commission that is `PAID` or `REJECTED` (409), stops the whole call; `details` name the ids
         *     that did, 50 at most. An id given twice counts once.
         */
        put: operations["bulkApproveCommissions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commissions/bulk-reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Reject commissions
         * @description Rejects up to 1,000 commissions that are pending, or approved but in no payout yet: **all of them or none**, in
         *     one transaction. A rejected commission keeps its balance for the record and is never paid; that is final.
         *
         *     One that is `REJECTED` already stays as it is and stops nothing, so the call may be repeated. An id that names
         *     nothing (404), or a commission that is `PAID` or in a payout (409), stops the whole call; `details` name the ids
         *     that did, 50 at most. An id given twice counts once. What was paid is taken back with a deduction instead, see
         *     "Adjust a commission".
         */
        put: operations["bulkRejectCommissions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commissions/{commissionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a commission
         * @description One commission with its whole ledger, oldest entry first. The first entry is what the order earned (`EARNED`).
         *     Entries are added and never changed; `balance` is their sum.
         */
        get: operations["getCommission"];
        /**
         * Adjust a commission
         * @description Adds one entry to the commission's ledger.
         *
         *     | `type` | `amount` | what it does |
         *     | --- | --- | --- |
         *     | `BONUS` | at least 1 | adds it to the balance |
         *     | `DEDUCTION` | at least 1 | takes it from the balance |
         *     | `CORRECTION` | positive or negative, not 0 | changes the balance by this difference |
         *
         *     The balance never goes below 0: a deduction larger than it is 409. A bonus that would bring it above
         *     9,007,199,254,740,991 (2^53 − 1) is 422. A `REJECTED` commission cannot be adjusted
         *     (409); a pending, approved and paid one can. Once the commission is in a payout, paid or not, the change is
         *     carried to the affiliate's next payout, also if it is negative.
         *
         *     **`adjustmentId` makes the call repeatable.** It names the adjustment within its commission, for ever: the same
         *     `type` and `amount` again is answered 200 with `replayed: true`, and nothing is added; another `type` or
         *     `amount` under the same name is 409. **Without it every call counts**: this `PUT` is then not repeatable, and
         *     after a lost reply you have to look into the ledger before you send it again.
         */
        put: operations["adjustCommission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/affiliates/{affiliateId}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an affiliate's balances
         * @description What an affiliate has earned and was paid, for each currency alone; nothing is converted. `approved` is what a
         *     payout would take now: approved commissions, and what changed on commissions that earlier payouts took. It may be
         *     negative: then it waits for later commissions. A sum beyond 9,007,199,254,740,991 (2^53 − 1) is told as this
         *     number: as much, or more.
         */
        get: operations["getAffiliateBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payouts
         * @description Payouts of the key's merchant and mode, newest first. Filters add up. An id that names nothing gives an empty list.
         */
        get: operations["listPayouts"];
        put?: never;
        /**
         * Create a payout
         * @description Takes everything that one affiliate is owed in one currency into a payout: all `APPROVED` commissions that no
         *     payout has taken yet, and what changed on commissions of earlier payouts since (which may be negative). The
         *     payout is `PENDING` until you say that it was paid. **No money is moved by us**: you send it, by your bank or
         *     otherwise.
         *
         *     Currencies are never mixed: an affiliate who is owed euros and yen gets two payouts. If the sum is less than 1
         *     there is nothing to pay (409) and nothing changes; a negative difference waits for later commissions. Two
         *     payouts at once never take the same commission.
         *
         *     A payout takes at most 10,000 commissions, the oldest first (more only if these add up to less than 1), and no
         *     more than add up to 9,007,199,254,740,991 (2^53 − 1). Create another one for the rest.
         *
         *     **`payoutKey` makes the call repeatable.** It names the payout, by merchant and mode, for ever: the same
         *     affiliate and currency again is answered 200 with the same payout, `replayed: true`, and nothing more is taken;
         *     another affiliate or currency under the same name is 409. Without it a repeat takes what came in meanwhile,
         *     usually nothing (409).
         */
        post: operations["createPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export payouts as CSV
         * @description Payouts as one CSV file (RFC 4180, UTF-8, lines end with CRLF) for a bank run, the last created first. Left out,
         *     `status` is `PENDING`: what is still to be sent. Mark the payouts as paid afterwards. **No money is moved by
         *     us.**
         *
         *     There is no limit: the file is sent while it is read. If something breaks off, the connection is reset: a file
         *     that ends in order is complete. Errors before the first line are JSON, like everywhere.
         *
         *     | column | what it is |
         *     | --- | --- |
         *     | `payoutId`, `affiliateId` | as in the payout |
         *     | `email`, `firstName` | the affiliate's |
         *     | `amount` | in minor units |
         *     | `amountDecimal` | the same as a decimal number, by the minor units of ISO 4217: `19.49`, `1280`, `1.500` |
         *     | `currency`, `status`, `createdAt`, `commissionCount` | as in the payout |
         *     | `paidAt`, `method`, `reference` | as you said when it was paid |
         *     | `payoutKey` | your own name for it |
         *
         *     The first line names the columns, always these in this order; later versions may add columns at the end. What
         *     is `null` is an empty cell. Numbers are left as they are.
         *
         *     **Text that a spreadsheet would take for a formula** is kept text by an apostrophe. A cell may begin where the
         *     text does, and for some spreadsheets behind each `;`, `|`, tab or line break in it. Where `=`, `+`, `-`, `@` or
         *     a full-width `＝`, `＋`, `－`, `＠` stands there, or a tab or a line break at the text's beginning, the apostrophe
         *     is put in that place; blanks, invisible characters, quotes and apostrophes before the sign do not count. Take
         *     one apostrophe away in each such place, and the text is what it was.
         */
        get: operations["exportPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a payout
         * @description One payout. What it consists of is in `GET /api/v1/payouts/{payoutId}/items`, page by page.
         */
        get: operations["getPayout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payoutId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a payout consists of
         * @description One item for each commission that the payout took something of, the commission earned last first. The amounts
         *     add up to the payout's. A negative one takes back what an earlier payout paid too much.
         */
        get: operations["listPayoutItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payoutId}/mark-paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark a payout as paid
         * @description Says that you have sent the money. The payout becomes `PAID`, and so do the `APPROVED` commissions that it took;
         *     that is final. No money is moved by this call.
         *
         *     The call may be repeated: with the same values it is answered 200 and nothing changes, with others 409. A
         *     `paidAt` that is left out is not compared.
         */
        put: operations["markPayoutPaid"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Endpoints of the merchant and mode, newest first, paused and disabled ones too; never their secrets.
         */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description Adds a server that is told what happens, from now on. `secret` is shown this once; what is sent is signed with it.
         *
         *     `url` must be https, without user name or password, and lead to an address that anybody could reach: addresses of private
         *     networks are refused, here by how they are written and at each delivery by what the name resolves to. In test mode an
         *     installation may allow http on its own machine.
         *
         *     A merchant has at most 5 endpoints in each mode, unless the installation says otherwise; one more is 409
         *     `TOO_MANY_ENDPOINTS`. An installation with a database of its own and no `SECRET_KEY` keeps no secrets: 409 `SECRET_KEY_NEEDED`.
         *
         *     With a session, the person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         *
         *     The call is not idempotent: a repeat makes a second endpoint.
         */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * @description One endpoint, as it is now; never its secret.
         */
        get: operations["getEndpoint"];
        /**
         * Update a webhook endpoint
         * @description Changes the fields that are sent; fields left out stay as they are. The call may be repeated.
         *
         *     `status: PAUSED` stops deliveries, and `status: ACTIVE` lets them go on, after a pause as well as after the endpoint was
         *     disabled. What happened meanwhile was kept and is delivered then. A new status, or another `url`, begins with no failures.
         *
         *     A change acts within a second, on all that has not begun to be sent: it goes to the new `url`, and an event that the endpoint no longer
         *     wants is not sent. A try that is under way may still arrive.
         */
        put: operations["updateEndpoint"];
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Removes the endpoint and its secret, for good. A second later nothing more is sent to it, not even what waits; to stop for a while, pause
         *     it. A repeat is 404.
         */
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret of a webhook endpoint
         * @description Gives the endpoint a new secret, shown this once. For `overlapHours` both the new and the old one sign, so that nothing that is on
         *     its way, and no server that still knows the old one, refuses it. In `X-RefCampaign-Signature` the new signature stands first
         *     and the old one last, because verifiers of old look at the last alone; once your server has the new secret, use the new secret
         *     of the endpoint: then the order is the other way round.
         *
         *     While both sign another rotation is 409 `ROTATION_UNDER_WAY`, unless it is with `overlapHours: 0`: then the new secret alone signs,
         *     a second later at the latest. That is for a secret that others may know, and for a new one that never arrived.
         *
         *     With a session, the person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["rotateEndpointSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/use-new-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use the new secret of a webhook endpoint
         * @description For while two secrets sign, once your server has the new one: from now on the signature of the new secret stands last, where verifiers
         *     of old look, and the old one's first. The old one goes on signing until `oldSecretUntil`. Where one secret signs already, and for a
         *     repeat, nothing changes.
         */
        post: operations["useNewEndpointSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/r/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an affiliate's link
         * @description The link that affiliates share. Records a click and leads the visitor to the campaign's landing URL.
         *
         *     **The address.** The landing URL's own parameters win. The visitor's other parameters (utm tags, sub ids) are
         *     passed on, up to 2 KiB. `_rcid`, `rcsid` and `cid` are removed from both, then `rcsid` (the session) and `cid`
         *     (the click) are added. The fragment comes last. The redirect never leads anywhere but to a landing URL of a
         *     campaign.
         *
         *     **The cookie.** `_rc_sid` holds the session for 90 days. A visitor who comes back keeps the session if this
         *     merchant and mode know it, and gets a new one otherwise. Of several cookies of that name the last that is known
         *     counts, as in the browser script. Each visit is a new click. A malformed cookie is ignored.
         *
         *     **A known code always redirects.** The visitor is led on without a click, without `rcsid` and `cid` and
         *     without a cookie if
         *
         *     - the request is a `HEAD`, a prefetch, or comes from a known bot;
         *     - the campaign is not active, or the affiliate is suspended;
         *     - the address is over its limit of clicks; there is no 429 here;
         *     - the database is away, and the code is known to this replica. If it is not, the reply is 503.
         *
         *     Codes are compared in lower case. An unknown code is a plain 404 page.
         *
         *     **Why there was no click** is told to whoever sends an API key of the link's merchant and mode, whatever its
         *     permissions: `Click-Counted` says whether there is a click, `Click-Uncounted-Reason` why there is none. The key
         *     changes nothing else: a robot with it is a robot, and the limit is that of the address. One that is no good, or another
         *     merchant's, or of the other mode, is as none at all: no 401, and none of these headers.
         */
        get: operations["followLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/click": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a click
         * @description Records a visit through an affiliate's link, for pages that do not use the redirect. Called from the visitor's
         *     browser, without a key.
         *
         *     `tracking_url` is the link or the address of the landing page. The code is the last path part of `/r/…`, else
         *     the `ref` parameter. If there is neither, or the code is unknown, the reply is 404.
         *
         *     `session_id` is yours: any text of 8 to 128 letters, digits, hyphens and underscores. Who knows it can speak
         *     for the visitor, so use at least 96 random bits. The session belongs to the merchant of the code. The same id
         *     at another merchant is another session.
         *
         *     `clickId` is `null` when the code is known but no click is made, because the campaign is not active or the
         *     affiliate is suspended. Which of them is told in `uncountedReason`, to whoever sends an API key of the link's
         *     merchant and mode, whatever its permissions. The key changes nothing else, the limit neither. One that is no good,
         *     or another merchant's, or of the other mode, is as none at all. It belongs on a server, never into a page.
         */
        post: operations["trackClick"];
        delete?: never;
        /**
         * Preflight of trackClick
         * @description Answers a browser's question whether a page may call this path. Always 204, before any limit or check.
         */
        options: operations["preflightClick"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Identify a session
         * @description Says that a session belongs to the customer with this email, so that a later order can be matched by email
         *     alone.
         *
         *     Send the SHA-256 of the email after JavaScript's `trim().toLowerCase()`, in UTF-8, as 64 hexadecimal digits.
         *     The email itself is never sent.
         *
         *     Works without a key from the browser, or with one from your server. An identity sent with a key is vouched
         *     for: it applies to your own merchant and mode only, and comes before anonymous ones. Without a key it applies
         *     to every session with this id. A key that is sent must be good, else 401.
         *
         *     - The limit for anonymous calls concerns calls without a key only.
         *     - The first hash of a session wins. Later ones are ignored silently.
         *     - A session id that is not known yet is kept for 7 days and identified at its first click. Of what was kept until
         *       then, one sent with a key comes before an anonymous one, else the first wins. Of one client address without a
         *       key at most 2,000 a day are kept, on each replica.
         *     - The reply is the same whatever happened: it never reveals whether a session or an email is known.
         */
        post: operations["identify"];
        delete?: never;
        /**
         * Preflight of identify
         * @description Answers a browser's question whether a page may call this path. Always 204, before any limit or check.
         */
        options: operations["preflightIdentify"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/track/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Identify a session (browser SDK)
         * @description The path and field names that the browser SDK uses. The same as `POST /api/v1/track/identify` without a key.
         */
        post: operations["identifyFromBrowser"];
        delete?: never;
        /**
         * Preflight of identifyFromBrowser
         * @description Answers a browser's question whether a page may call this path. Always 204, before any limit or check.
         */
        options: operations["preflightIdentifyFromBrowser"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sdk.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The browser script
         * @description JavaScript for the merchant's pages, under 2 KB compressed, without dependencies. The line to put into the
         *     `<head>` of every page is the `snippet` of `GET /api/v1/sdk/installation`.
         *
         *     It reads the session from the address (`_rcid`, then `rcsid`), else from the cookie `_rc_sid` (of several, the
         *     last), else from local storage, keeps it for 90 days on the page's own host, and takes `_rcid`, `rcsid` and `cid`
         *     out of the address bar. It keeps it as the official browser script does, so a visitor may come from one to the
         *     other. The page finds it as `window.RefCampaign`:
         *
         *     - `getSessionId()` gives the session, to be sent with the order, or `null`.
         *     - `identify(email)` hashes the email in the browser and sends the hash with the session
         *       (`POST /api/track/identify`). A promise of `true` or `false`; it never rejects.
         *     - `push(f)` calls `f(RefCampaign)` at once. Before the script is there, `RefCampaign` may be an array of such
         *       functions: `(window.RefCampaign = window.RefCampaign || []).push(f)`.
         *
         *     The script may be cached for an hour. Ask with `If-None-Match` after that.
         */
        get: operations["getBrowserScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sdk/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the site token, and whether the script runs
         * @description The site token of the key's merchant and mode, the line that puts the script into a page, and what the script
         *     has reported since. The token is made when it is first asked for, and stays.
         *
         *     **To check an installation:** open one of your links with `?rctest=` and a word of your choice
         *     (`[A-Za-z0-9_-]{1,128}`), such as `https://go.example.com/r/mila-novak?rctest=check-1`; `rc_test` does the same.
         *     The landing page's script then reports the session that it took from the address. Ask here with
         *     `testId=check-1`, a second later.
         *
         *     The reports come from browsers and prove nothing: whoever reads the token in your page can send them. They are
         *     written down within a second, `lastSeenAt` at most once a minute, and of the sessions and the origins the newest 20
         *     are kept.
         */
        get: operations["getInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sdk/installed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that the script runs
         * @description Sent once by the browser script, from each visitor's first page.
         *
         *     **Always 204**: also for a token that nobody has, a body that cannot be read, is missing or is larger than
         *     4 KiB, a field against its rules, and a caller over its limit (10 reports a second, 100 at once). Nothing is written
         *     then, and the reply does not tell. The body is read as JSON, whatever its `Content-Type` says; unknown fields are
         *     ignored. The reply does not wait for the database, so a report may be lost with the process.
         */
        post: operations["reportInstalled"];
        delete?: never;
        /**
         * Preflight of reportInstalled
         * @description Answers a browser's question whether a page may call this path. Always 204, before any limit or check.
         */
        options: operations["preflightInstalled"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sdk/session-captured": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the session of a test
         * @description Sent by the browser script when the address has both a session and the word of a test (`rctest` or `rc_test`).
         *     Read it back with `GET /api/v1/sdk/installation`.
         *
         *     **Always 204**: also for a token that nobody has, a body that cannot be read, is missing or is larger than
         *     4 KiB, a field against its rules, and a caller over its limit (10 reports a second, 100 at once). Nothing is written
         *     then, and the reply does not tell. The body is read as JSON, whatever its `Content-Type` says; unknown fields are
         *     ignored. The reply does not wait for the database, so a report may be lost with the process.
         */
        post: operations["reportSessionCaptured"];
        delete?: never;
        /**
         * Preflight of reportSessionCaptured
         * @description Answers a browser's question whether a page may call this path. Always 204, before any limit or check.
         */
        options: operations["preflightSessionCaptured"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check an API key
         * @description Says whose key this is. Cheap enough to be called at every start of a client. Every valid key may ask, whatever its permissions.
         */
        get: operations["ping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with email and password
         * @description Begins a session and hands it out as a cookie. An unknown email and a wrong password are one and the same 401, and take
         *     the same time.
         *
         *     Wrong passwords are counted by address and by account, for all replicas together. From the sixth in a row on the next try
         *     has to wait, longer each time, 15 minutes at most by one address and 30 seconds by the account as a whole: nobody can
         *     shut another person out for good. A right password within the wait is refused as well.
         *
         *     **Two-factor sign-in.** Where the person has switched it on, the right password alone is 401 `SECOND_FACTOR_NEEDED`: send the same call
         *     again with `code`, that of the app or a recovery code. Each code works once. A wrong one is 401 `WRONG_CODE` and counts as a wrong
         *     password does; six digits count by the person too, wherever they come from: from the sixth wrong one on, up to 15 minutes. A right
         *     password without the code counts for nothing, and forgives nothing.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of the cookie, everywhere and at once, and takes the cookie away.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at an invitation
         * @description What a link of invitation is for. The token stands in the fragment of the link, so that it is in no log; send it in the
         *     body. Looking uses nothing up.
         */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation, as a new person
         * @description Makes an account and joins the merchant with the role of the invitation, then begins a session. The link is used up by it.
         *
         *     `email` is needed where the invitation has none, and must be the invitation's where it has one. A password is at least 12
         *     characters, and none of the commonest; there are no other rules.
         *
         *     Whoever has an account already signs in and joins with `POST /api/v1/me/memberships`: here it is 409 `ACCOUNT_EXISTS`.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a merchant, by an invitation
         * @description Joins the merchant of an invitation with the account that is signed in. The link is used up by it. An invitation for
         *     another email is 404; to a merchant you belong to already it is 409.
         */
        post: operations["joinMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/memberships/{merchantId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The merchant to leave. */
                merchantId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Leave a merchant
         * @description Takes you out of a merchant, whatever your role there is and also while the merchant is locked. Your account remains, as do your other merchants; what you did stays in
         *     the audit log. Invitations that you sent, and those to your email, are withdrawn; to come back you have to be invited. All other sessions of
         *     yours end.
         *
         *     The last owner cannot leave: 409 `LAST_OWNER`. A merchant that you do not belong to is 404 `UNKNOWN_MEMBERSHIP`, whether there is one or not.
         */
        delete: operations["leaveMerchant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description The person, the merchants they belong to with role and permissions, and this session. The first call of every page.
         */
        get: operations["getMe"];
        /**
         * Change name, language or time zone
         * @description Changes what is sent, and leaves the rest.
         */
        put: operations["updateMe"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the password
         * @description Takes the old password and a new one. All other sessions of yours end with it, at once.
         *
         *     A wrong old password is 401 and counts like one of signing in.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say again who you are
         * @description Some calls want to know that it is still you: those that make keys, invite or remove people, change the password's like.
         *     They are 403 `CONFIRMATION_NEEDED` unless you signed in, or did this, within the last 10 minutes.
         *
         *     Send one of the three: the password; where two-factor sign-in is on, a code of the app or a recovery code, which is used up; or a passkey,
         *     which is the browser's answer to `beginPasskeySignIn`. Wrong ones count like those of signing in.
         */
        post: operations["confirmIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description All sessions that have not ended, newest first, this one too. There are 100 at most: whoever signs in once more ends the oldest.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session. */
                sessionId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description Ends a session of yours, on every replica at once. One that has ended stays so.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin two-factor sign-in
         * @description Makes the secret of an authenticator app and shows it this once: as text to type, and as the address that a QR code holds. It counts for
         *     nothing until a code has shown that the app has it (`activateTwoFactor`); until then another call makes another secret in its place.
         *
         *     The codes are those of RFC 6238 as every app knows them: SHA-1, 6 digits, 30 seconds.
         *
         *     Where two-factor sign-in is on it is 409 `TWO_FACTOR_ON`: switch it off first. An installation whose operator has set no `SECRET_KEY` cannot
         *     keep the secret: 409 `SECRET_KEY_NEEDED`; `twoFactor.available` of `getMe` says so beforehand.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["beginTwoFactor"];
        /**
         * Switch two-factor sign-in off
         * @description The password is enough again; the app's secret and the recovery codes are forgotten. All other sessions of yours end, at once. Off already is
         *     no error.
         *
         *     Who has lost the app and the recovery codes asks whoever runs the installation, who can do this with `npm run people -- reset-two-factor`.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        delete: operations["disableTwoFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch two-factor sign-in on
         * @description Takes a code of the app that `beginTwoFactor` gave a secret to. From then on signing in needs a code too, and all other sessions of yours end,
         *     at once. The reply holds ten recovery codes, **shown this once**: each signs in once instead of a code of the app.
         *
         *     A wrong code is 401 `WRONG_CODE`, and nothing has changed. Without a secret it is 409 `TWO_FACTOR_NOT_BEGUN`; where it is on already, 409
         *     `TWO_FACTOR_ON`: after a repeat that was answered so, make new recovery codes.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["activateTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description Ten new ones, **shown this once**. Those of before are no longer good. Where two-factor sign-in is off it is 409 `TWO_FACTOR_OFF`.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["createRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in with a passkey
         * @description What the browser needs to ask for a passkey (`navigator.credentials.get`), with a challenge that is good once and for five minutes. Nothing is
         *     stored by it. The same begins to say again who one is (`confirmIdentity`).
         *
         *     Passkeys belong to the host of `PUBLIC_URL`. Where that is an IP address, or reached by plain http (other than localhost), browsers know none:
         *     409 `PASSKEYS_UNAVAILABLE`. An installation without a `SECRET_KEY` is 409 `SECRET_KEY_NEEDED`.
         */
        post: operations["beginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description Begins a session, as `signIn` does, of whom the passkey belongs to: no email, no password and no code is asked beside it, for the device has made sure
         *     who uses it. What is sent is the browser's answer to `beginPasskeySignIn`.
         *
         *     A challenge that is too old, was used, or was made for something else, a passkey that nobody has and a signature that is wrong are one and
         *     the same 401 `WRONG_PASSKEY`. They are counted by address, together with wrong passwords. A signature counter that goes back is refused: the passkey was
         *     copied.
         */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your passkeys
         * @description All of them, newest first; there are 20 at most.
         */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Add a passkey
         * @description Keeps the passkey that the browser has just made (its answer to `beginPasskey`). From then on it signs in by itself. A challenge works once: after a repeat
         *     that is 401, look in the list.
         *
         *     One that is known is 409 `PASSKEY_KNOWN`; a twenty-first, 409 `TOO_MANY_PASSKEYS`.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["createPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add a passkey
         * @description What the browser needs to make a passkey (`navigator.credentials.create`), with a challenge for this person that is good once and for five minutes.
         *     Nothing is stored by it. `excludeCredentials` name those that the person has already.
         *
         *     Where passkeys are not to be had it is 409, as for `beginPasskeySignIn`; `passkeys.obstacle` of `getMe` says so beforehand.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The passkey. */
                passkeyId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description It signs in no more, and all other sessions of yours end, at once. The device keeps its half until it is deleted there.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        delete: operations["deletePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one may sign in
         * @description Passwords always; and by a provider (OpenID Connect) where whoever runs the installation has named one.
         */
        get: operations["getSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in by the provider
         * @description Answers the address of the provider to lead the browser to, and a cookie that holds what this browser must bring back. Nothing is stored.
         *
         *     The provider leads back to `GET /api/v1/auth/oidc/callback`, and that to `/dashboard/oidc`, from where `POST /api/v1/auth/oidc/sign-in`
         *     finishes. Whoever holds an invitation sends its token along: it stays in the cookie, and no address has it.
         *
         *     Without a provider it is 404 `NO_PROVIDER`. One that cannot be reached, or is not what the installation was told, is 503 `PROVIDER_AWAY`.
         */
        post: operations["startOidcSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the provider leads back to
         * @description The redirect URI to register with the provider: `<PUBLIC_URL>/api/v1/auth/oidc/callback`. For browsers alone. It signs nobody in: it checks what
         *     the provider says and leads to `/dashboard/oidc`, whatever comes.
         *
         *     What follows `#` there says what was begun (`for`: `sign-in`, `confirm` or `link`), where to go afterwards (`to`), and, where it came to
         *     nothing, why (`failed`): `CANCELLED` by the person; `EXPIRED`: not begun in this browser, longer than 10 minutes ago, or finished already;
         *     `REFUSED`: what the provider says does not hold; `STALE`: it did not ask anew who one is; `TOO_MANY`: tries from this address; `AWAY`: the
         *     provider, or the database. Neither that address nor any other holds a secret. What holds is in a cookie for 5 minutes, for one
         *     `POST /api/v1/auth/oidc/sign-in` from this browser: a link that somebody sends can sign nobody in as somebody else.
         */
        get: operations["receiveOidcCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by the provider
         * @description Begins a session for whom the provider named a moment ago, in this browser (its cookie). That holds for 5 minutes, once; else it is 401
         *     `SIGN_IN_EXPIRED`: begin again.
         *
         *     **Who it is** is said by the provider's own name of the person (issuer and subject), which is linked to one account here. The first time, an account
         *     with the same email is linked, if the provider says that the email is verified (else 403 `EMAIL_NOT_VERIFIED`) and, where the account has
         *     a password, with that password, this once: without it is 401 `PASSWORD_NEEDED`. An account that is linked to somebody else at the provider is 409
         *     `IDENTITY_TAKEN`. Where nobody has the email it is 403 `NO_ACCOUNT`: no account is made without an invitation.
         *
         *     **With an invitation** (`startOidcSignIn`) who has no account here gets one, without a password, and joins; who has one joins. An invitation to an
         *     email is for who has that email, verified; for others it is 404 `UNKNOWN_INVITATION`.
         *
         *     **Two-factor sign-in** is asked for as ever: 401 `SECOND_FACTOR_NEEDED`, then the same call with `code`. Neither that nor a wrong code or
         *     password uses the sign-in up. Wrong ones count as those of `signIn` do.
         */
        post: operations["signInWithOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/confirmation/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to say again who you are, by the provider
         * @description As `startOidcSignIn`, for who is signed in: the provider is told to ask anew who one is, whatever it remembers. `POST /api/v1/me/oidc` finishes;
         *     that counts as `confirmIdentity` does.
         */
        post: operations["startOidcConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish what the provider was asked for
         * @description Does what was begun in this session and browser a moment ago (`startOidcConfirmation`, `startIdentityLink`): you have said again who you are, or the
         *     provider's account is linked with yours. That holds for 5 minutes, once; else it is 401 `SIGN_IN_EXPIRED`.
         *
         *     Who is somebody else at the provider than the one that this account is linked to has not said who they are: 403 `OTHER_IDENTITY`.
         */
        post: operations["finishOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to link an account of the provider
         * @description As `startOidcSignIn`, for who is signed in and wants to sign in by the provider from now on, whatever email it knows. `POST /api/v1/me/oidc`
         *     finishes.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["startIdentityLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The link, as `getMe` names it. */
                identityId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlink an account of the provider
         * @description Nobody signs in by it any more. All other sessions of yours end with it, at once. The way in that is left stays, for a passkey is lost with its device: without a password it is 409
         *     `ONLY_WAY_IN`.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description The keys of the merchant and mode, newest first, revoked ones too; never the keys themselves.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description Makes a key for the merchant and mode that the call names. `key` is shown this once: it is stored nowhere.
         *
         *     What a key may do is fixed when it is made. A checkout's key needs `record`; without `permissions` it gets `record` and
         *     `read`. The key works at once, and on every replica within a second.
         *
         *     The person must have said within 10 minutes who they are, else 403 `CONFIRMATION_NEEDED`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id, not the key. */
                keyId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Refuses the key from now on, for good: on every replica within a second. One that was revoked before keeps its time.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the last requests
         * @description What was called with the API keys of the merchant and mode of late, newest first, and why a call was refused: its
         *     `code` and `reason`, each fault with its place and the rule it broke, and the page that says what to do. A call is
         *     there as soon as it is over; one that another process of the installation has answered, seconds later, or up to minutes where thousands of
         *     merchants call at once.
         *
         *     **How much.** Of each merchant and mode the newest 200 calls that succeeded and, by themselves, the newest 200 that
         *     failed: a shop that is busy does not push out what went wrong, and the newest 200 of all are always among them. Older ones are
         *     gone for good.
         *
         *     **Never a value.** Nothing is kept that was sent: no body, no query, no id in a path, no address. `path` is the
         *     template of the operation's path. Of `faults` the messages state rules; a step of a fault's `path` that is no plain name
         *     (letters, `_` and `-`, 40 of them at most) is shown as `*`, since somebody may have sent a value as a name. The one thing of
         *     your own is the `requestId`, if you send one as `X-Request-Id`.
         *
         *     **Batches.** A batch of which items were not recorded counts as failed, whatever its status: `code` and `reason` are those of
         *     the first of these items, `faults` those of all.
         *
         *     **Which calls.** Those whose key was known, also when it lacked the permission, was over its limit, or when the call was refused
         *     for anything else. Not there: calls without a key or with one that is unknown or revoked (401), paths that are no operation's,
         *     calls with a site token, what people do in the dashboard, and successful calls of this operation itself. What a process had not yet
         *     written down when it broke off is lost, and while the database is away nothing is kept: the log of the service has it all.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to an endpoint
         * @description Sends `webhook.test` to the endpoint at once, also to one that is paused or disabled, and tells what was sent and what came back. It is
         *     tried once, has 5 seconds, and counts for nothing: neither for the endpoint's health nor for its state.
         */
        post: operations["testEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
            };
            cookie?: never;
        };
        /**
         * List deliveries
         * @description What was sent to an endpoint, is being sent, or waits, newest first; each with how its last try ended. Kept for 30 days.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
                /** @description The delivery's id. */
                deliveryId: string;
            };
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description One delivery with the text that is sent and every try, oldest first.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
                /** @description The delivery's id. */
                deliveryId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event again
         * @description Sends the delivery's event to the endpoint again, once: the same `id` and the same bytes, signed anew. It counts for nothing, neither for the
         *     endpoint's health nor for the first delivery, which goes on if it is still tried. One that is on its way already is not sent twice: the reply is that one.
         *
         *     409 where the text is not kept any more, and where the endpoint is paused or disabled.
         */
        post: operations["resendDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send many events again
         * @description Sends events to the endpoint again: the same `id` and the same bytes, signed with the secret of now, **tried once each**, and without
         *     any effect on the endpoint's health. Say which, in one of three ways:
         *
         *     - `deliveryIds`: those of these deliveries, at most 100, whatever became of them.
         *     - `failedSince`: those whose deliveries since then have failed for good. After an outage of your server.
         *     - `missedSince`: those that happened since then, that the endpoint wants by its filters of now, and of which it has no delivery at all.
         *       After you have subscribed to more, or made the endpoint late. What was skipped was not missed.
         *
         *     **An event that is waiting, or that has arrived since the delivery in question, is not sent again**: neither by a repeat, nor by two who ask at once. One
         *     that fails again may be asked for again.
         *
         *     **One call looks at 10,000 deliveries or events at most, and takes a few seconds.** Is there more, the reply has a `cursor`: send the same body with it, until it is `null`.
         *     `until` is the moment of the first call unless you say it.
         *
         *     New events go before those that are sent again, so that a million of these delay none. With `PER_SUBJECT`, those that are sent again keep their
         *     order among themselves; new events do not wait for them. Go by `sequence`: one that comes late may be older than what you know.
         *
         *     409 where the endpoint is paused or disabled: resume it first.
         */
        post: operations["recoverDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{endpointId}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip what waits for an endpoint
         * @description What waits for the endpoint and happened before `before` is not sent any more: its state is `SKIPPED`. To resume a paused endpoint from a time on, or
         *     with nothing of before, skip first and set `status: ACTIVE` then. It also takes away a backlog that nobody wants.
         *
         *     What is sent within the next second may still arrive. What was skipped is sent all the same if you name its delivery
         *     (`deliveryIds` of sending many events again).
         *
         *     **One call looks at 10,000 deliveries at most, and takes a few seconds.** Is there more, the reply has a `cursor`: send the same body with it, until it is `null`. The call may be
         *     repeated.
         */
        post: operations["skipDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read events
         * @description What happened, oldest first, in the order of numbers that each event gets once, moments after the change was committed: whoever reads
         *     on from a cursor misses none, however long a change took. The bodies are those that webhooks send.
         *
         *     Begin without `after`, keep `cursor`, and pass it as `after` the next time, also when there was nothing new. **Who asks for the first
         *     time begins the feed**: events are kept of what happens from a second later on. Bodies are kept for 30 days; who comes later than that is told by `missed` how
         *     many are gone.
         *
         *     `sequence` counts the events of one subject (an order with its commission, a payout, an affiliate) from 1. Two events of one
         *     subject may be told in one moment; `data` is the subject at that moment, at least as new as the event.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Who belongs to the merchant, and as what; who made their account last comes first.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The member. */
                personId: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change a member's role
         * @description Gives a member another role. From then on they may do what it allows and nothing else, and have to sign in again: their sessions end,
         *     but the one that makes this very call.
         *
         *     An `ADMIN` may neither change an owner nor make one: 403 `OWNERS_ONLY`. The last owner stays one: 409 `LAST_OWNER`. Invitations that the
         *     member sent and could not send any more are withdrawn.
         */
        put: operations["updateMember"];
        post?: never;
        /**
         * Remove a member
         * @description Takes a person out of the merchant, at once, and ends their sessions; what they did stays in the audit log. Their account remains: they may
         *     belong to other merchants. You may name yourself; whatever the role, `DELETE /api/v1/me/memberships/{merchantId}` leaves. Invitations that they sent, and those to their email, are withdrawn.
         *
         *     An `ADMIN` may not remove an owner: 403 `OWNERS_ONLY`. The last owner cannot leave: 409 `LAST_OWNER`.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations
         * @description The links that may still be used, newest first; never the links themselves.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody
         * @description Makes a link by which somebody comes to belong to the merchant. It is valid for 7 days and works once; **it is shown this once**. Where the
         *     installation sends mail (`SMTP_URL`) it is mailed too, and `mailed` says whether that went well; else hand it over yourself. It is for the email that is named: a new person makes an account with it, one who has an account joins with that.
         *
         *     An earlier invitation to the same email stops working. An `ADMIN` may not invite an owner, nor replace an owner's invitation: 403
         *     `OWNERS_ONLY`. Who belongs to the merchant already is 409 `ALREADY_MEMBER`; 100 invitations may wait at once, more are 409
         *     `TOO_MANY_INVITATIONS`.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The invitation. */
                invitationId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description The link stops working at once. An `ADMIN` may not withdraw the invitation of an owner: 403 `OWNERS_ONLY`.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit log
         * @description Who did what to what, when and from where, newest first: in both modes. Entries are written together with what they tell of, and never change.
         *     Filters add up.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log as CSV
         * @description The same as one CSV file (RFC 4180, UTF-8, lines end with CRLF), newest first and without limit: it is sent while it is read. A file that ends in
         *     order is complete. It names people, so say again who you are before.
         *
         *     | column | what it is |
         *     | --- | --- |
         *     | `entryId`, `createdAt`, `action`, `mode`, `target`, `address` | as in the entry |
         *     | `actor` | the actor's `type` |
         *     | `personId`, `keyId`, `name`, `email` | the actor's |
         *     | `details` | as JSON |
         *
         *     The first line names the columns, always these in this order; later versions may add columns at the end. What is `null` is an empty cell. Text that
         *     a spreadsheet would take for a formula is kept text by an apostrophe, as in the export of conversions.
         */
        get: operations["exportAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by a link
         * @description Sets the password of the person whom the link was made for. The link is used up by it, as are all others of theirs; every session of theirs
         *     ends, wrong passwords of late are forgotten, and accounts of the sign-in provider that are of another email are unlinked. Sign in afterwards: the second factor, where there is one, is asked for as ever.
         *
         *     A link works once, within the hour. Whoever runs the installation makes one with `npm run people -- reset`.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merchant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the merchant
         * @description The merchant that `X-Merchant` names.
         */
        get: operations["getMerchant"];
        /**
         * Change the merchant
         * @description Another name, in both modes: public profiles of campaigns and invitations show it.
         */
        put: operations["updateMerchant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link for a new password
         * @description Mails a link to whoever has this email. Whether anybody has it, the reply does not tell: it is the same and comes before anything is looked
         *     up. The link works once, within the hour; until it is used, everything stays as it is.
         *
         *     Requests are counted by email and by address, for all replicas together. After a few the next has to wait, longer each time: 5 minutes at most
         *     for the email, 15 for the address.
         *
         *     An installation that sends no mail (`SMTP_URL`) makes no link and says so: `sendsMail` is false. Whoever runs it can make one with
         *     `npm run people -- reset`.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive?
         * @description Answers 200 as long as the process can answer at all, also while it starts. It asks nothing of the database, and says which version
         *     of the service runs.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can the service take calls?
         * @description 200 if the database answers, takes writes, and has all migrations. 503 otherwise, while the service starts, and from the moment it
         *     begins to stop; `error.reason` says which. Point your load balancer here.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document, as YAML
         * @description The contract as it was written, with comments.
         */
        get: operations["getSpecYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document, as JSON
         * @description The same contract, bundled as JSON. It is the document itself, without an envelope.
         */
        get: operations["getSpecJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/currencies.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The currencies and their minor units
         * @description Every currency that this service takes, and how many digits of an amount stand after the point: `4990` is €49.90, ¥4,990 or 4.990 KD. The
         *     digits are those of ISO 4217. What a programming language knows of currencies is made for showing prices and differs: `Intl` gives HUF,
         *     COP, IQD, PKR and others no digits, and amounts made with it are wrong by 100 or by 1,000.
         *
         *     The table changes when ISO 4217 does. A checkout need not call this: "Money" in the guide to postbacks has a function to paste that
         *     knows the exceptions.
         */
        get: operations["getCurrencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a visitor begins
         * @description Leads to the documentation, for whoever opens the address of this installation in a browser.
         */
        get: operations["getStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What search engines may read
         * @description The documentation; no API, no links of affiliates, no dashboard.
         */
        get: operations["getRobotsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documentation's first page
         * @description Guides and the reference, for people, in English and French (`/docs/fr`). Built from this document; made to be read without JavaScript; loads nothing from another host.
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the documentation, or a file of it
         * @description A page by its name: a guide's, such as `getting-started`, or an operation's, such as `record-postback`. With `.md` behind the name it is Markdown. `fr` is the first page in French. What the pages load is here too: style, scripts, icon, pictures and the search's index. `/llms.txt` lists all pages.
         */
        get: operations["getDocsPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/fr/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the documentation in French
         * @description The same pages under the same names, with interface and guides in French. Where the texts of an operation are not translated yet, its page says so.
         */
        get: operations["getFrenchDocsPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The dashboard
         * @description The application in which people of a merchant work: a page that draws itself with the operations of this document, and loads nothing from another host.
         */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A screen of the dashboard
         * @description The same page: the application reads the address and shows the screen. A name that is no screen is told by the application.
         */
        get: operations["getDashboardPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/assets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file that the dashboard loads
         * @description A script, the style or the icon. A name holds a hash of the content: what stands under a name never changes.
         */
        get: operations["getDashboardAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/{page}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One thing's screen of the dashboard
         * @description The same page: the application reads the address and shows the screen.
         */
        get: operations["getDashboardSubpage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/llms.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What there is to read, for programs
         * @description All pages of the documentation with their summaries and the addresses of their Markdown, in the form of llmstxt.org.
         */
        get: operations["getLlmsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "conversion.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An order was recorded
         * @description An order was recorded for the first time. A repeat of the call tells nothing.
         */
        post: operations["receiveConversionCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversion.attributed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An order was credited later
         * @description An order that was recorded without an affiliate has got one: evidence came later.
         */
        post: operations["receiveConversionAttributed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversion.refunded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Money was given back
         * @description A refund was recorded, of all or of a part; also one that was kept until its order came. Each refund is one event. What it took of the commission is `details.commissionChange`; a commission that it brings down to nothing is rejected by it, and not told by itself.
         */
        post: operations["receiveConversionRefunded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversion.commission_paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An order's commission was paid
         * @description A payout that holds the order's commission was marked as paid. What is carried to a later payout is told again with that one.
         */
        post: operations["receiveConversionCommissionPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "commission.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A commission was approved
         * @description Somebody approved a commission.
         */
        post: operations["receiveCommissionApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "commission.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A commission was rejected
         * @description Somebody rejected a commission.
         */
        post: operations["receiveCommissionRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "commission.adjusted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A commission was adjusted
         * @description A bonus, a deduction or a correction was added to a commission.
         */
        post: operations["receiveCommissionAdjusted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payout was created
         * @description Commissions were taken together into a payout.
         */
        post: operations["receivePayoutCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payout.paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payout was marked as paid
         * @description Somebody said that the money was sent. Each commission in it is told by itself, too.
         */
        post: operations["receivePayoutPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "affiliate.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An affiliate was suspended
         * @description An affiliate makes no clicks and wins no orders from now on.
         */
        post: operations["receiveAffiliateSuspended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endpoint.failing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An endpoint fails
         * @description Another endpoint of yours has had nothing but failures for 24 hours, and again after 96.
         */
        post: operations["receiveEndpointFailing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endpoint.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An endpoint was disabled
         * @description Another endpoint of yours is told nothing more, because its server answered 410 or failed for 5 days.
         */
        post: operations["receiveEndpointDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A test
         * @description Nothing happened. Somebody tried the endpoint; it is in no feed.
         */
        post: operations["receiveWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        DeliveryListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Delivery"][];
            meta: components["schemas"]["PagedMeta"];
        };
        DeliveryReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["WholeDelivery"];
            meta: components["schemas"]["Meta"];
        };
        /** @description One try. */
        DeliveryAttempt: {
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /** @description How long it took, in milliseconds. */
            durationMs: number;
            /** @description The HTTP status of the reply. `null`: none came. */
            status: number | null;
            /** @description The reply's headers, 4 KB of them at most, without cookies. */
            headers: {
                [key: string]: string;
            };
            /** @description The beginning of the reply's body, 16 KiB at most. It is text, whatever it says it is. */
            body: string;
            /** @description Whether the body went on. */
            isCut: boolean;
            /** @description What went wrong: `timeout` (5 s to connect, 15 s in all; of a test 3 s and 5 s), `tls`, `dns`, `connection_refused`, `connection_lost`, `address_not_allowed`, `redirect` (3xx is not followed) or `status` (anything but 2xx). `null`: it was delivered. Later versions may add others. */
            failure: string | null;
            /**
             * Format: date-time
             * @description When it is tried again. `null`: no more.
             */
            nextTryAt: string | null;
        };
        /** @description An event on its way to an endpoint. */
        Delivery: {
            /** @description The delivery's id. */
            deliveryId: string;
            /** @description To whom. */
            endpointId: string;
            /**
             * @description `EVENT`: something happened. `TEST`: somebody tried the endpoint. `RESEND`: somebody wanted it sent again.
             * @enum {string}
             */
            kind: "EVENT" | "TEST" | "RESEND";
            /** @description The event's id, which is also in `webhook-id`. */
            eventId: string;
            /** @description What happened. */
            event: string;
            /**
             * @description `WAITING`: it is being sent, or will be. `DELIVERED`: a try was answered 2xx. `FAILED`: it is not tried any more. `SKIPPED`: the endpoint does not want it any more, its text is not kept any more, or somebody skipped what waited.
             * @enum {string}
             */
            state: "WAITING" | "DELIVERED" | "FAILED" | "SKIPPED";
            /** @description Tries that have ended. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried next; while a try is under way, a time by which it is over. `null`: no more.
             */
            nextTryAt: string | null;
            /**
             * Format: date-time
             * @description When the event was to be sent first.
             */
            createdAt: string;
            /** @description The last try. `null`: there was none yet. */
            lastAttempt: components["schemas"]["DeliveryAttempt"] | null;
        };
        /** @description A delivery, with what is sent and every try. */
        WholeDelivery: {
            /** @description The delivery's id. */
            deliveryId: string;
            /** @description To whom. */
            endpointId: string;
            /**
             * @description `EVENT`: something happened. `TEST`: somebody tried the endpoint. `RESEND`: somebody wanted it sent again.
             * @enum {string}
             */
            kind: "EVENT" | "TEST" | "RESEND";
            /** @description The event's id, which is also in `webhook-id`. */
            eventId: string;
            /** @description What happened. */
            event: string;
            /**
             * @description `WAITING`: it is being sent, or will be. `DELIVERED`: a try was answered 2xx. `FAILED`: it is not tried any more. `SKIPPED`: the endpoint does not want it any more, its text is not kept any more, or somebody skipped what waited.
             * @enum {string}
             */
            state: "WAITING" | "DELIVERED" | "FAILED" | "SKIPPED";
            /** @description Tries that have ended. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried next; while a try is under way, a time by which it is over. `null`: no more.
             */
            nextTryAt: string | null;
            /**
             * Format: date-time
             * @description When the event was to be sent first.
             */
            createdAt: string;
            /** @description The last try. `null`: there was none yet. */
            lastAttempt: components["schemas"]["DeliveryAttempt"] | null;
            /** @description Every try, oldest first. */
            tries: components["schemas"]["DeliveryAttempt"][];
            /** @description What is sent, byte for byte. `null`: it is not kept any more. */
            body: string | null;
        };
        /** @description Which events to send again, by exactly one of `deliveryIds`, `failedSince` and `missedSince`. At most 64 KiB. */
        RecoverDeliveriesBody: {
            /**
             * @description The events of these deliveries. One that names nothing stops the call with 404.
             * @example [
             *       "whd_03qckstz00eam9m5933293ye50"
             *     ]
             */
            deliveryIds?: string[];
            /**
             * Format: date-time
             * @description All whose deliveries, made at this time or later, have failed.
             * @example 2026-11-29T22:00:00Z
             */
            failedSince?: string;
            /**
             * Format: date-time
             * @description All that happened at this time or later and were never to be sent to this endpoint.
             * @example 2026-11-20T00:00:00Z
             */
            missedSince?: string;
            /**
             * Format: date-time
             * @description With `failedSince` or `missedSince`, only what is from before this time. Left out, it is the time of the first call.
             * @example 2026-11-30T06:00:00Z
             */
            until?: string;
            /**
             * @description The `cursor` of an earlier reply to the same, to go on from there.
             * @example TUlTU0VEIDAxOWFkNGZmLTRhYzAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCAwMTlhZDQ5ZS1hMDQwLTc3MDAtODAwMC01ZDNmMWMyMmFiOTA
             */
            cursor?: string;
        };
        /** @description What to skip. At most 64 KiB. */
        SkipDeliveriesBody: {
            /**
             * Format: date-time
             * @description Only what happened before this time. Left out, it is the time of the first call.
             * @example 2026-11-30T06:00:00Z
             */
            before?: string;
            /**
             * @description The `cursor` of an earlier reply to the same, to go on from there.
             * @example V0FJVElORyAwMTlhZDRmZi00YWMwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAgRVZFTlQgMTc2NDQ5MzIwMDQ3MTAwMCAwMTlhZDQ5ZS1hMDQwLTc3MDAtODAwMC01ZDNmMWMyMmFiOTA
             */
            cursor?: string;
        };
        RecoveredDeliveriesReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["RecoveredDeliveries"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What is on its way now. */
        RecoveredDeliveries: {
            /** @description How many events this call sends again, each by a delivery of `kind: RESEND`. */
            added: number;
            /** @description How many it would have sent whose text is not kept any more. */
            notKept: number;
            /** @description Send the same with it: there is more to look at. `null`: that was all. */
            cursor: string | null;
        };
        SkippedDeliveriesReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["SkippedDeliveries"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What is not sent any more. */
        SkippedDeliveries: {
            /** @description How many deliveries this call has skipped. */
            skipped: number;
            /** @description Send the same with it: there is more to look at. `null`: that was all. */
            cursor: string | null;
        };
        EventPageReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["EventPage"];
            meta: components["schemas"]["Meta"];
        };
        /** @description Events, and where to read on. */
        EventPage: {
            /** @description Oldest first. */
            events: components["schemas"]["Event"][];
            /** @description Pass it as `after` the next time. */
            cursor: string;
            /** @description Whether there is more already. */
            hasMore: boolean;
            /** @description How many events after the given cursor are not kept any more. Usually 0. */
            missed: number;
        };
        /** @description Something that happened. */
        Event: {
            /** @description What happened. Later versions add names: ignore those that you do not know. */
            event: "conversion.created" | "conversion.attributed" | "conversion.refunded" | "conversion.commission_paid" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
            /** @description What it happened to, as the operations that read it show it; by `event` a `Conversion`, `Commission`, `Payout`, an affiliate or an endpoint. Never an email or its hash. */
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Names what happened. It may be told more than once, always by the same name: whoever has done what follows from it needs not do so again. */
            idempotencyKey: string;
            /** @description The event's id (`evt_…`), the same however often it is sent. */
            id: string;
            /** @description 1, 2, 3 … of one subject. It begins anew for one of which nothing was told for 30 days. */
            sequence: number;
            mode: components["schemas"]["Mode"];
            /** @description By which version of this contract `data` was written. */
            apiVersion: string;
            /** @description What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description Something that happened to an order. */
        ConversionEvent: {
            /** @description What happened. Later versions add names: ignore those that you do not know. */
            event: "conversion.created" | "conversion.attributed" | "conversion.refunded" | "conversion.commission_paid" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
            data: components["schemas"]["Conversion"];
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Names what happened. It may be told more than once, always by the same name: whoever has done what follows from it needs not do so again. */
            idempotencyKey: string;
            /** @description The event's id (`evt_…`), the same however often it is sent. */
            id: string;
            /** @description 1, 2, 3 … of one subject. It begins anew for one of which nothing was told for 30 days. */
            sequence: number;
            mode: components["schemas"]["Mode"];
            /** @description By which version of this contract `data` was written. */
            apiVersion: string;
            /** @description What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description Something that somebody decided about a commission. */
        CommissionEvent: {
            /** @description What happened. Later versions add names: ignore those that you do not know. */
            event: "conversion.created" | "conversion.attributed" | "conversion.refunded" | "conversion.commission_paid" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
            data: components["schemas"]["Commission"];
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Names what happened. It may be told more than once, always by the same name: whoever has done what follows from it needs not do so again. */
            idempotencyKey: string;
            /** @description The event's id (`evt_…`), the same however often it is sent. */
            id: string;
            /** @description 1, 2, 3 … of one subject. It begins anew for one of which nothing was told for 30 days. */
            sequence: number;
            mode: components["schemas"]["Mode"];
            /** @description By which version of this contract `data` was written. */
            apiVersion: string;
            /** @description What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description Something that happened to a payout. */
        PayoutEvent: {
            /** @description What happened. Later versions add names: ignore those that you do not know. */
            event: "conversion.created" | "conversion.attributed" | "conversion.refunded" | "conversion.commission_paid" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
            data: components["schemas"]["Payout"];
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Names what happened. It may be told more than once, always by the same name: whoever has done what follows from it needs not do so again. */
            idempotencyKey: string;
            /** @description The event's id (`evt_…`), the same however often it is sent. */
            id: string;
            /** @description 1, 2, 3 … of one subject. It begins anew for one of which nothing was told for 30 days. */
            sequence: number;
            mode: components["schemas"]["Mode"];
            /** @description By which version of this contract `data` was written. */
            apiVersion: string;
            /** @description What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description Something that happened to an affiliate. */
        AffiliateEvent: {
            /** @description What happened. Later versions add names: ignore those that you do not know. */
            event: "conversion.created" | "conversion.attributed" | "conversion.refunded" | "conversion.commission_paid" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
            data: components["schemas"]["EventAffiliate"];
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Names what happened. It may be told more than once, always by the same name: whoever has done what follows from it needs not do so again. */
            idempotencyKey: string;
            /** @description The event's id (`evt_…`), the same however often it is sent. */
            id: string;
            /** @description 1, 2, 3 … of one subject. It begins anew for one of which nothing was told for 30 days. */
            sequence: number;
            mode: components["schemas"]["Mode"];
            /** @description By which version of this contract `data` was written. */
            apiVersion: string;
            /** @description What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description How an endpoint does. */
        EndpointEvent: {
            /** @description What happened. Later versions add names: ignore those that you do not know. */
            event: "conversion.created" | "conversion.attributed" | "conversion.refunded" | "conversion.commission_paid" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
            data: components["schemas"]["EventEndpoint"];
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Names what happened. It may be told more than once, always by the same name: whoever has done what follows from it needs not do so again. */
            idempotencyKey: string;
            /** @description The event's id (`evt_…`), the same however often it is sent. */
            id: string;
            /** @description 1, 2, 3 … of one subject. It begins anew for one of which nothing was told for 30 days. */
            sequence: number;
            mode: components["schemas"]["Mode"];
            /** @description By which version of this contract `data` was written. */
            apiVersion: string;
            /** @description What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description Nothing that happened. */
        TestEvent: {
            /** @description What happened. Later versions add names: ignore those that you do not know. */
            event: "conversion.created" | "conversion.attributed" | "conversion.refunded" | "conversion.commission_paid" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
            data: components["schemas"]["EventTest"];
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description Names what happened. It may be told more than once, always by the same name: whoever has done what follows from it needs not do so again. */
            idempotencyKey: string;
            /** @description The event's id (`evt_…`), the same however often it is sent. */
            id: string;
            /** @description 1, 2, 3 … of one subject. It begins anew for one of which nothing was told for 30 days. */
            sequence: number;
            mode: components["schemas"]["Mode"];
            /** @description By which version of this contract `data` was written. */
            apiVersion: string;
            /** @description What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there is nothing to add. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description An endpoint as events show it: how it does. */
        EventEndpoint: {
            /** @description The endpoint's id. */
            endpointId: string;
            /** @description What it is for. */
            name: string;
            /** @description Where events are posted to. */
            url: string;
            /**
             * @description Whether events are delivered: see `WebhookEndpoint`.
             * @enum {string}
             */
            status: "ACTIVE" | "PAUSED" | "DISABLED";
            /**
             * @description Why it is disabled.
             * @enum {string|null}
             */
            statusReason: "GONE" | "FAILING" | null;
            /** @description How many tries have failed since one succeeded. */
            failures: number;
            /**
             * Format: date-time
             * @description Since when every try has failed.
             */
            failingSince: string | null;
        };
        /** @description What a test tells. */
        EventTest: {
            /** @description That nothing happened. */
            message: string;
        };
        /** @description An affiliate as events show it: without the email. */
        EventAffiliate: {
            /** @description The affiliate's id. */
            affiliateId: string;
            /** @description What to call the affiliate. */
            firstName: string | null;
            /**
             * @description A suspended affiliate makes no clicks and wins no orders.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED";
            /** @description One link for each campaign joined, oldest first. */
            links: components["schemas"]["AffiliateLink"][];
            /**
             * Format: date-time
             * @description When the affiliate was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the affiliate was last changed.
             */
            updatedAt: string;
        };
        /** @description One conversion. At least one of the evidence fields must be sent, `null` if there is nothing to say. At most 64 KiB. A field that is not named here is ignored and told, unless it resembles one that is, or the query's `dryRun`: then it is refused. */
        RecordPostbackBody: {
            /**
             * @description Your order id, and the idempotency key. Unique by merchant and mode, for ever. Compared byte for byte.
             * @example order-10001
             */
            externalId: string;
            /**
             * @description What happened. A `SALE` needs an amount of at least 1.
             * @example SALE
             * @enum {string}
             */
            conversionType: "SALE" | "LEAD" | "TRIAL" | "CUSTOM";
            /**
             * @description The order's value in minor units of `currency`: 4990 EUR is €49.90. At least 1 for a `SALE`. `50.0` and `5e1` are the integer 50; a decimal, however close to an integer, or a string is refused.
             * @example 4990
             */
            amount: number;
            /**
             * Format: currency
             * @description An ISO 4217 code, in either case. Replies have it in upper case. Never converted.
             * @example EUR
             */
            currency: string;
            /**
             * @description Evidence. The visitor's session. `null` and `""` are absent.
             * @example rcs_01m7dkjj8rf4rbgb8mzjtf5zpa
             */
            sessionId?: string | null;
            /**
             * @description Another name of `sessionId`. If both hold a value, it must be the same.
             * @example rcs_01m7dkjj8rf4rbgb8mzjtf5zpa
             */
            rcsid?: string | null;
            /**
             * @description Evidence. The click, if your integration really has its id. `null` and `""` are absent.
             * @example clk_01m7dkjj8rfq6rg9bvhnjvz1js
             */
            clickId?: string | null;
            /**
             * @description Another name of `clickId`. If both hold a value, it must be the same.
             * @example clk_01m7dkjj8rfq6rg9bvhnjvz1js
             */
            cid?: string | null;
            /**
             * @description Evidence. A tracking code, in either case; credits its affiliate directly. `null` and `""` are absent.
             * @example mila-novak
             */
            affiliateCode?: string | null;
            /**
             * @description Evidence. SHA-256 of the customer's email after JavaScript's `trim().toLowerCase()`, in UTF-8, without further normalisation; 64 hexadecimal digits in either case, blanks around them trimmed. Anything else (an email, an MD5) is an attempt `INVALID`, and never stored nor repeated. `null` and `""` are absent.
             * @example d6be33ed220471e2d5bb0a71b8390196c459d637453e97991179e6044877eb7a
             */
            customerEmailHash?: string | null;
            /**
             * @description Evidence. The email itself, if you would rather not hash it. It is hashed on arrival, never stored and never logged. An unusable one refuses nothing. If `customerEmailHash` is sent too, both must mean the same email.
             * @example jo.larsen@example.org
             */
            customerEmail?: string | null;
            /**
             * @description Evidence. Your id of one customer, at most 255 characters; a longer one, or one that means nobody, is an attempt `INVALID`. Ties renewals to the first sale. `null` and `""` are absent.
             * @example cus_8842
             */
            customerId?: string | null;
            /**
             * Format: date-time
             * @description When it happened, as an RFC 3339 date-time; clicks are judged by this time. Left out or `null`: now. At most 5 minutes ahead, at most 400 days back (else 422).
             * @example 2026-11-20T10:15:30Z
             */
            occurredAt?: string | null;
            /**
             * @description Whatever you want to find with the conversion later. At most 50 keys of at most 64 characters, 32 levels deep, and 8 KiB as JSON. Kept as sent; not for secrets or personal data. A number that a double does not hold is kept as text; send long ids as strings. What is no such object is not kept, and `ignored` says why: the order is recorded all the same.
             * @example {
             *       "cart": "web-7731",
             *       "items": 2
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description `true`: a test order. It is decided and shown, but earns nothing and counts nowhere. Left out or `null`: `false`.
             * @example true
             */
            isSynthetic?: boolean | null;
        };
        /** @description Many conversions. At most 1 MiB. */
        RecordBatchBody: {
            /**
             * @description Bodies as `recordPostback` takes them (`RecordPostbackBody`), each at most 64 KiB as JSON without spaces. An item that is something else is no reason to refuse the others: it is `invalid` in the reply.
             * @example [
             *       {
             *         "externalId": "order-10001",
             *         "conversionType": "SALE",
             *         "amount": 4990,
             *         "currency": "EUR",
             *         "sessionId": "rcs_01m7dkjj8rf4rbgb8mzjtf5zpa"
             *       }
             *     ]
             */
            conversions: unknown[];
        };
        /** @description A new campaign. At most 64 KiB. */
        CreateCampaignBody: {
            /**
             * @description What you call it. Need not be unique.
             * @example Autumn launch
             */
            name: string;
            /**
             * Format: landing-url
             * @description Where links lead. An absolute https URL without user name and password; http only for localhost and loopback addresses. May have a query and a fragment.
             * @example https://shop.example.com/autumn
             */
            landingUrl: string;
            /**
             * @description A share of the order's amount, or a flat sum for each.
             * @example PERCENTAGE
             * @enum {string}
             */
            commissionType: "PERCENTAGE" | "FIXED";
            /**
             * @description With `PERCENTAGE`, a percent from 0.01 to 100 with at most two decimals. With `FIXED`, an integer in minor units of the campaign's currency. What does not fit is 422.
             * @example 10
             */
            commissionRate: number;
            /**
             * @description Higher rates for affiliates who bring more, only with `PERCENTAGE`. Thresholds and rates strictly increasing, all rates above `commissionRate`. `null` (the default): one rate for all.
             * @example [
             *       {
             *         "threshold": 1000000,
             *         "commissionRate": 12
             *       },
             *       {
             *         "threshold": 5000000,
             *         "commissionRate": 15
             *       }
             *     ]
             */
            tiers?: components["schemas"]["CommissionTierBody"][] | null;
            /**
             * Format: currency
             * @description An ISO 4217 code, in either case. The currency of a `FIXED` commission. A `PERCENTAGE` is paid in each order's own currency.
             * @default EUR
             * @example EUR
             */
            currency?: string;
            /**
             * @description `false`: only a customer's first conversion of each type earns. `true`: later ones earn too.
             * @default false
             * @example true
             */
            commissionRecurring?: boolean;
            /**
             * @description For how many calendar months after the first conversion later ones earn. `null` (the default) is for ever. Has no effect without `commissionRecurring`.
             * @example 12
             */
            recurringMonthsLimit?: number | null;
            /**
             * @description For how many days of 86,400 seconds a click counts.
             * @default 90
             * @example 30
             */
            attributionWindowDays?: number;
            /**
             * @description Drafts and paused campaigns make no clicks.
             * @default ACTIVE
             * @example ACTIVE
             * @enum {string}
             */
            status?: "DRAFT" | "ACTIVE" | "PAUSED";
        };
        /** @description The fields to change. At most 64 KiB. */
        UpdateCampaignBody: {
            /**
             * @description What you call it. Need not be unique.
             * @example Autumn and winter
             */
            name?: string;
            /**
             * Format: landing-url
             * @description Where links lead. An absolute https URL without user name and password; http only for localhost and loopback addresses. May have a query and a fragment.
             * @example https://shop.example.com/winter
             */
            landingUrl?: string;
            /**
             * @description Frozen with the first affiliate. A new type must come with its `commissionRate`.
             * @example FIXED
             * @enum {string}
             */
            commissionType?: "PERCENTAGE" | "FIXED";
            /**
             * @description Frozen with the first affiliate. By `commissionType`, as when creating.
             * @example 12.5
             */
            commissionRate?: number;
            /**
             * @description Frozen with the first affiliate. The whole list, as when creating; it must fit type and rate as they will be. `null` removes it.
             * @example [
             *       {
             *         "threshold": 1000000,
             *         "commissionRate": 12
             *       },
             *       {
             *         "threshold": 5000000,
             *         "commissionRate": 15
             *       }
             *     ]
             */
            tiers?: components["schemas"]["CommissionTierBody"][] | null;
            /**
             * Format: currency
             * @description Frozen with the first affiliate. An ISO 4217 code, in either case.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Frozen with the first affiliate.
             * @example true
             */
            commissionRecurring?: boolean;
            /**
             * @description Frozen with the first affiliate. `null` is for ever.
             * @example 12
             */
            recurringMonthsLimit?: number | null;
            /**
             * @description For how many days of 86,400 seconds a click counts, for orders decided from now on.
             * @example 120
             */
            attributionWindowDays?: number;
            /**
             * @description `ARCHIVED` is final. `DRAFT` only before the first affiliate.
             * @example PAUSED
             * @enum {string}
             */
            status?: "DRAFT" | "ACTIVE" | "PAUSED" | "ARCHIVED";
        };
        /** @description A rate, and from when it applies. */
        CommissionTierBody: {
            /**
             * @description The affiliate's net revenue in this campaign from which the rate applies, in minor units of the campaign's currency. Above that of the tier before.
             * @example 1000000
             */
            threshold: number;
            /**
             * @description A percent from 0.01 to 100 with at most two decimals. Above that of the tier before.
             * @example 12
             */
            commissionRate: number;
        };
        /** @description An affiliate and the campaign to join. At most 64 KiB. */
        CreateAffiliateBody: {
            /**
             * Format: email
             * @description The affiliate's address. Stored in lower case; names the affiliate within merchant and mode.
             * @example mila.novak@example.com
             */
            email: string;
            /**
             * @description What to call the affiliate. `null` and `""` are none.
             * @example Mila
             */
            firstName?: string | null;
            /**
             * @description The campaign to join. Left out, the oldest active one. An unknown or malformed id is 404.
             * @example cmp_01m1dzpw00e67v766vvtayqg9r
             */
            campaignId?: string;
            /**
             * @description The tracking code to use. Stored in lower case. Left out, ten random characters.
             * @example mila-novak
             */
            code?: string;
        };
        /** @description The fields to change. At most 64 KiB. */
        UpdateAffiliateBody: {
            /**
             * Format: email
             * @description The affiliate's address. Stored in lower case. Must not be another affiliate's (409).
             * @example mila@novak.example.com
             */
            email?: string;
            /**
             * @description What to call the affiliate. `null` and `""` remove it.
             * @example Mila
             */
            firstName?: string | null;
            /**
             * @description A suspended affiliate makes no clicks and wins no orders.
             * @example SUSPENDED
             * @enum {string}
             */
            status?: "ACTIVE" | "SUSPENDED";
        };
        /** @description One entry for the ledger of a commission. At most 64 KiB. */
        AdjustCommissionBody: {
            /**
             * @description What it is.
             * @example BONUS
             * @enum {string}
             */
            type: "BONUS" | "DEDUCTION" | "CORRECTION";
            /**
             * @description Minor units of the commission's currency. At least 1 for `BONUS` and `DEDUCTION`. For `CORRECTION` the signed difference, not 0.
             * @example 250
             */
            amount: number;
            /**
             * @description Why. Kept in the ledger and in the conversion's history, for your colleagues.
             * @example Best post of November
             */
            reason: string;
            /**
             * @description Your own name for this adjustment, unique within the commission. Makes the call repeatable.
             * @example bonus-2026-11-mila
             */
            adjustmentId?: string;
        };
        /** @description The commissions to approve. At most 64 KiB. */
        BulkApproveCommissionsBody: {
            /**
             * @description Their ids. One that names nothing stops the call with 404.
             * @example [
             *       "cmm_01m7w57v34efj8w83kaj03zmcb"
             *     ]
             */
            commissionIds: string[];
        };
        /** @description The commissions to reject, and why. At most 64 KiB. */
        BulkRejectCommissionsBody: {
            /**
             * @description Their ids. One that names nothing stops the call with 404.
             * @example [
             *       "cmm_01m7w9t4cqe5pbx0d2r6h8j3nk"
             *     ]
             */
            commissionIds: string[];
            /**
             * @description Why. Kept in the history of each conversion. `null` is none.
             * @example The affiliate ordered for himself.
             */
            reason?: string | null;
        };
        /** @description Who is to be paid, in which currency. At most 64 KiB. */
        CreatePayoutBody: {
            /**
             * @description The affiliate. An unknown or malformed id is 404.
             * @example aff_01m1kt8ebremxv7sqjtdnxdx18
             */
            affiliateId: string;
            /**
             * Format: currency
             * @description ISO 4217, in either case.
             * @example EUR
             */
            currency: string;
            /**
             * @description Your own name for this payout, unique in merchant and mode. Makes the call repeatable.
             * @example mila-2026-11
             */
            payoutKey?: string;
        };
        /** @description How and when the money was sent. At most 64 KiB. */
        MarkPayoutPaidBody: {
            /**
             * Format: date-time
             * @description When. Left out, now. At most 31 days ahead.
             * @example 2026-12-02T00:00:00Z
             */
            paidAt?: string;
            /**
             * @description How, in your own words.
             * @example SEPA
             */
            method: string;
            /**
             * @description What the transfer is found by. `null` is none, like leaving it out.
             * @example RC-2026-11-0001
             */
            reference?: string | null;
        };
        /** @description The endpoint. At most 64 KiB. */
        CreateEndpointBody: {
            /**
             * @description What it is for. Without line breaks.
             * @example Shop backend
             */
            name: string;
            /**
             * @description Where events are posted to.
             * @example https://shop.example.com/hooks/refcampaign
             */
            url: string;
            events?: components["schemas"]["SubscribedEvents"];
            /**
             * @description Of orders and commissions only those of these campaigns, and no order that nobody is credited for; what is of no campaign by nature, such as a payout, comes all the same. `null`: all campaigns, also later ones. One that names nothing is 404.
             * @example [
             *       "cmp_01m1dzpw00e67v766vvtayqg9r"
             *     ]
             */
            campaignIds?: string[] | null;
            /**
             * @description `FULL`: all of what it is about, as the API shows it. `THIN`: ids alone, and where to read the rest.
             * @default FULL
             * @example FULL
             * @enum {string}
             */
            payload?: "FULL" | "THIN";
            /**
             * @description `NONE`: each event as soon as it can be; a later one may arrive before an earlier one that failed. `PER_SUBJECT`: later events about the same thing wait for earlier ones.
             * @default NONE
             * @example PER_SUBJECT
             * @enum {string}
             */
            ordering?: "NONE" | "PER_SUBJECT";
        };
        /** @description What to change. At most 64 KiB. */
        UpdateEndpointBody: {
            /**
             * @description What it is for. Without line breaks.
             * @example Shop backend
             */
            name?: string;
            /**
             * @description Where events are posted to.
             * @example https://shop.example.com/hooks/refcampaign
             */
            url?: string;
            events?: components["schemas"]["SubscribedEvents"];
            /**
             * @description Of orders and commissions only those of these campaigns, and no order that nobody is credited for; what is of no campaign by nature, such as a payout, comes all the same. `null`: all campaigns, also later ones. One that names nothing is 404.
             * @example [
             *       "cmp_01m1dzpw00e67v766vvtayqg9r"
             *     ]
             */
            campaignIds?: string[] | null;
            /**
             * @description `FULL`: all of what it is about, as the API shows it. `THIN`: ids alone, and where to read the rest.
             * @example FULL
             * @enum {string}
             */
            payload?: "FULL" | "THIN";
            /**
             * @description `NONE`: each event as soon as it can be; a later one may arrive before an earlier one that failed. `PER_SUBJECT`: later events about the same thing wait for earlier ones.
             * @example PER_SUBJECT
             * @enum {string}
             */
            ordering?: "NONE" | "PER_SUBJECT";
            /**
             * @description `PAUSED` stops deliveries, `ACTIVE` lets them go on.
             * @example PAUSED
             * @enum {string}
             */
            status?: "ACTIVE" | "PAUSED";
        };
        RotateEndpointSecretBody: {
            /**
             * @description For how many hours the secret of before signs too. `0`: no longer.
             * @default 24
             * @example 48
             */
            overlapHours?: number;
        };
        /**
         * @description What it is told of. `null`: everything, also what later versions add. `webhook.test` comes when you ask for it, whatever is chosen.
         * @example [
         *       "conversion.created",
         *       "conversion.refunded"
         *     ]
         */
        SubscribedEvents: ("conversion.created" | "conversion.refunded" | "conversion.attributed" | "conversion.commission_paid" | "conversion.disputed" | "conversion.dispute_resolved" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "payout.cancelled" | "affiliate.applied" | "affiliate.approved" | "affiliate.rejected" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test")[] | null;
        /** @description A visit through a link. At most 64 KiB. */
        TrackClickBody: {
            /**
             * @description The link, or the landing page's address with the code in `ref`.
             * @example https://go.example.com/r/mila-novak
             */
            tracking_url: string;
            /**
             * @description The visitor's session; yours, at least 96 random bits. `undefined` and `anonymous`, which a page writes when it has none, are refused.
             * @example s_Zk3vXq8Lw2Nf7Tb1Yc5Hd0Jr
             */
            session_id: string;
        };
        /** @description A session and its customer. At most 64 KiB. */
        IdentifyBody: {
            /**
             * @description The visitor's session. `undefined` and `anonymous` are refused.
             * @example s_Zk3vXq8Lw2Nf7Tb1Yc5Hd0Jr
             */
            session_id: string;
            /**
             * @description SHA-256 of the trimmed, lower-cased email; 64 hexadecimal digits in either case.
             * @example d6be33ed220471e2d5bb0a71b8390196c459d637453e97991179e6044877eb7a
             */
            customer_email_hash: string;
        };
        /** @description A session and its customer, with the browser SDK's field names. At most 64 KiB. */
        IdentifyFromBrowserBody: {
            /**
             * @description The visitor's session. `undefined` and `anonymous` are refused.
             * @example rcs_01m7w75sgge30shyftjbabepe6
             */
            sessionId: string;
            /**
             * @description SHA-256 of the trimmed, lower-cased email; 64 hexadecimal digits in either case.
             * @example d6be33ed220471e2d5bb0a71b8390196c459d637453e97991179e6044877eb7a
             */
            emailHash: string;
        };
        /** @description Whose page it is. At most 4 KiB; other fields are ignored. */
        ReportInstalledBody: {
            /**
             * @description The site token that stands in the page.
             * @example rcst_2r1hzq0v6d8xk9mbn4tce7wgya
             */
            siteToken: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Whose page it is, and which session the script took from its address. At most 4 KiB; other fields are ignored. */
        ReportSessionCapturedBody: {
            /**
             * @description The site token that stands in the page.
             * @example rcst_2r1hzq0v6d8xk9mbn4tce7wgya
             */
            siteToken: string;
            /**
             * @description The word that the link was opened with, as `rctest` or `rc_test`.
             * @example check-1
             */
            testId: string;
            /**
             * @description The session. `undefined` and `anonymous` are none.
             * @example rcs_01m7w75sgge30shyftjbabepe6
             */
            sessionId: string;
            /**
             * @description Where the session was found. Only the address counts.
             * @example url
             * @constant
             */
            source: "url";
        } & {
            [key: string]: unknown;
        };
        Meta: {
            /**
             * Format: date-time
             * @description When the reply was written.
             */
            timestamp: string;
            /** @description The request's id, as in `X-Request-Id`. */
            requestId: string;
        };
        PagedMeta: {
            /**
             * Format: date-time
             * @description When the reply was written.
             */
            timestamp: string;
            /** @description The request's id, as in `X-Request-Id`. */
            requestId: string;
            page: components["schemas"]["Page"];
        };
        Page: {
            /** @description Pass it as `cursor` to get the next page. `null` on the last one. */
            nextCursor: string | null;
            /** @description Whether there is a next page. */
            hasMore: boolean;
        };
        /**
         * @description What went wrong, for programs. Each code has one HTTP status.
         * @enum {string}
         */
        ErrorCode: "INVALID_REQUEST" | "UNAUTHORIZED" | "PERMISSION_DENIED" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "ALREADY_EXISTS" | "PAYLOAD_TOO_LARGE" | "VALIDATION_FAILED" | "RATE_LIMIT_EXCEEDED" | "SERVER_ERROR" | "SERVICE_UNAVAILABLE";
        /** @description Why, for programs: finer than the code, and the code itself where there is nothing finer to say. Later versions may add reasons; decide by the code where you do not know one. */
        ErrorReason: "INVALID_REQUEST" | "MALFORMED_HTTP" | "HEADERS_TOO_LARGE" | "REQUEST_TIMED_OUT" | "WRONG_CONTENT_TYPE" | "COMPRESSED_BODY" | "EMPTY_BODY" | "NOT_UTF8" | "MALFORMED_JSON" | "NOT_AN_OBJECT" | "REPEATED_FIELD" | "UNAUTHORIZED" | "NO_SESSION" | "WRONG_CREDENTIALS" | "SECOND_FACTOR_NEEDED" | "WRONG_CODE" | "WRONG_PASSKEY" | "PASSWORD_NEEDED" | "SIGN_IN_EXPIRED" | "PERMISSION_DENIED" | "MERCHANT_LOCKED" | "PERMISSION_MISSING" | "NOT_A_MEMBER" | "CROSS_SITE" | "OWNERS_ONLY" | "CONFIRMATION_NEEDED" | "NO_ACCOUNT" | "EMAIL_NOT_VERIFIED" | "OTHER_IDENTITY" | "NOT_FOUND" | "UNKNOWN_PATH" | "UNKNOWN_CAMPAIGN" | "UNKNOWN_AFFILIATE" | "UNKNOWN_CONVERSION" | "UNKNOWN_ORDER" | "UNKNOWN_COMMISSION" | "UNKNOWN_PAYOUT" | "UNKNOWN_CODE" | "UNKNOWN_INVITATION" | "UNKNOWN_RESET_LINK" | "UNKNOWN_MEMBER" | "UNKNOWN_MEMBERSHIP" | "UNKNOWN_SESSION" | "UNKNOWN_KEY" | "UNKNOWN_PASSKEY" | "UNKNOWN_IDENTITY" | "NO_PROVIDER" | "UNKNOWN_ENDPOINT" | "UNKNOWN_DELIVERY" | "METHOD_NOT_ALLOWED" | "ALREADY_EXISTS" | "DIFFERENT_ORDER" | "DIFFERENT_REFUND" | "REFUND_EXCEEDS_ORDER" | "DIFFERENT_ADJUSTMENT" | "COMMISSION_REJECTED" | "BALANCE_BELOW_ZERO" | "COMMISSION_DECIDED" | "DIFFERENT_PAYOUT" | "NOTHING_TO_PAY" | "ALREADY_PAID" | "EMAIL_TAKEN" | "NO_CAMPAIGN_TO_JOIN" | "ALREADY_JOINED" | "CODE_TAKEN" | "CAMPAIGN_ARCHIVED" | "TERMS_FROZEN" | "CAMPAIGN_IN_USE" | "ACCOUNT_EXISTS" | "ALREADY_MEMBER" | "LAST_OWNER" | "TWO_FACTOR_ON" | "TWO_FACTOR_OFF" | "TWO_FACTOR_NOT_BEGUN" | "SECRET_KEY_NEEDED" | "PASSKEYS_UNAVAILABLE" | "PASSKEY_KNOWN" | "TOO_MANY_PASSKEYS" | "IDENTITY_TAKEN" | "ONLY_WAY_IN" | "TOO_MANY_INVITATIONS" | "TOO_MANY_ENDPOINTS" | "ROTATION_UNDER_WAY" | "ENDPOINT_NOT_ACTIVE" | "EVENT_NOT_KEPT" | "PAYLOAD_TOO_LARGE" | "VALIDATION_FAILED" | "RATE_LIMIT_EXCEEDED" | "ADDRESS_LIMIT" | "KEY_LIMIT" | "SIGN_IN_LIMIT" | "SERVER_ERROR" | "SERVICE_UNAVAILABLE" | "DATABASE_AWAY" | "QUEUE_FULL" | "NO_ANSWER_IN_TIME" | "DATABASE_READ_ONLY" | "DATABASE_OUTDATED" | "PROVIDER_AWAY" | "STARTING" | "SHUTTING_DOWN" | (string & {});
        /** @description A failure without details. */
        ErrorReply: {
            /** @constant */
            success: false;
            error: {
                code: components["schemas"]["ErrorCode"];
                reason: components["schemas"]["ErrorReason"];
                /** @description For people. May change. */
                message: string;
                /** @description Empty. */
                details: unknown[];
                /** @description What the code means and what to do about it. */
                docUrl: string;
            };
            meta: components["schemas"]["Meta"];
        };
        /** @description A call that this caller may not make. */
        PermissionErrorReply: {
            /** @constant */
            success: false;
            error: {
                /** @constant */
                code: "PERMISSION_DENIED";
                reason: components["schemas"]["ErrorReason"];
                /** @description For people. May change. */
                message: string;
                /** @description The permission that the caller lacks. Empty if something else is in the way. */
                details: components["schemas"]["MissingPermission"][];
                /** @description What the code means and what to do about it. */
                docUrl: string;
            };
            meta: components["schemas"]["Meta"];
        };
        MissingPermission: {
            /** @description Where the key was sent, `[Authorization]`; for a person's role `[X-Merchant]`. */
            path: string[];
            /** @description What is wrong with it. */
            message: string;
            /** @description The permission that the operation needs, as in its `x-permission`. Later versions may add some. */
            permission: "record" | "read" | "manage" | "pay" | "own" | (string & {});
        };
        /** @description An id that names nothing this key can see. */
        NotFoundErrorReply: {
            /** @constant */
            success: false;
            error: {
                /** @constant */
                code: "NOT_FOUND";
                reason: components["schemas"]["ErrorReason"];
                /** @description For people. May change. */
                message: string;
                /** @description Where the id was sent. Empty where the path itself cannot be read. */
                details: components["schemas"]["Fault"][];
                /** @description What the code means and what to do about it. */
                docUrl: string;
            };
            meta: components["schemas"]["Meta"];
        };
        /** @description A request against the contract, with all its faults. */
        ValidationErrorReply: {
            /** @constant */
            success: false;
            error: {
                /** @constant */
                code: "VALIDATION_FAILED";
                reason: components["schemas"]["ErrorReason"];
                /** @description For people. May change. */
                message: string;
                /** @description All faults at once, 50 at most. */
                details: components["schemas"]["Fault"][];
                /** @description What the code means and what to do about it. */
                docUrl: string;
            };
            meta: components["schemas"]["Meta"];
        };
        Fault: {
            /** @description The way to the field in the body, or the name of the parameter in the query or the path. Empty if the body as a whole is meant. */
            path: (string | number)[];
            /** @description The rule that was broken. Never the value that was sent. */
            message: string;
        };
        /** @description A part of the body that was not taken as it was sent. Nothing was refused for it. */
        Ignored: {
            /** @description The way to the part in the body, such as `[metadata, note]`. */
            path: (string | number)[];
            /** @description The reason, or what was kept instead. Never the value that was sent. May change. */
            message: string;
        };
        /** @description The name stands for something else already, or what is stored may not change any more. */
        ConflictErrorReply: {
            /** @constant */
            success: false;
            error: {
                /** @constant */
                code: "ALREADY_EXISTS";
                reason: components["schemas"]["ErrorReason"];
                /** @description For people. May change. */
                message: string;
                /** @description The fields in conflict. */
                details: components["schemas"]["Difference"][];
                /** @description What the code means and what to do about it. */
                docUrl: string;
            };
            meta: components["schemas"]["Meta"];
        };
        Difference: {
            /** @description The way to the field, as in a fault of a 422. */
            path: (string | number)[];
            /** @description What is in the way. Never a value. */
            message: string;
            /** @description The field's name. */
            field: string;
            /** @description What was sent. `null` if nothing was sent, or if it is not repeated here (an email, a code, an id, a list). */
            yours: string | number | boolean | null;
            /** @description What is stored. `null` if there is nothing, or if it is not shown here. */
            ours: string | number | boolean | null;
        };
        /**
         * @description What happened.
         * @enum {string}
         */
        ConversionType: "SALE" | "LEAD" | "TRIAL" | "CUSTOM";
        /**
         * @description Whether an affiliate was found. `ATTRIBUTED` is final.
         * @enum {string}
         */
        ConversionStatus: "UNATTRIBUTED" | "ATTRIBUTED";
        /**
         * @description A share of the order's amount, or a flat sum for each.
         * @enum {string}
         */
        CommissionType: "PERCENTAGE" | "FIXED";
        /** @description One refund. At most 64 KiB. A field that is not named here is ignored and told, unless it resembles one that is: then it is refused. */
        RefundConversionBody: {
            /**
             * @description The order, as its postback named it.
             * @example order-10001
             */
            externalId: string;
            /**
             * @description How much is given back, in minor units of the order's currency. Left out or `null` is what is left.
             * @example 1490
             */
            amount?: number | null;
            /**
             * @description Why, for people. Kept in the history: the first 500 characters, with U+FFFD for U+0000 and lone surrogates. No refund is refused for it; `ignored` says what was not taken as sent. `""` is no reason.
             * @example One item returned
             */
            reason?: string | null;
            /**
             * @description Your own id of this refund, and its idempotency key within the order. Compared byte for byte. Send one whenever you have one. Any text is a name here, `0` and `none` too: it names a refund of this order, not somebody whom many could be. Two refunds under one name are one, or 409 if their amounts differ.
             * @example re_3PqC2
             */
            refundId?: string | null;
            /**
             * @description What to do if the order is not known. `keep` keeps the refund for it. Left out or `null` is `fail`.
             * @default fail
             * @example keep
             * @enum {string|null}
             */
            ifUnknown?: "fail" | "keep" | null;
        };
        RefundReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["RefundResult"];
            meta: components["schemas"]["Meta"];
        };
        RefundResult: {
            /** @constant */
            success: true;
            /** @description The order. */
            externalId: string;
            /** @description The conversion. `null` if the refund is kept. */
            conversionId: string | null;
            /** @description `true` if this call changed nothing: a repeat, or nothing is left. */
            alreadyRefunded: boolean;
            /** @description With `alreadyRefunded: true` only. For people. */
            message?: string;
            /** @description Whether the refund waits for its order. */
            kept: boolean;
            /** @description What of this call was not taken as it was sent, and why: fields that are not known here, and a `reason` that was cut or mended. Empty as a rule. */
            ignored: components["schemas"]["Ignored"][];
            /** @description What the refund is called in the order's history: your `refundId`, or one of ours (`rfd_…`). `null` if nothing was left to refund. */
            refundId: string | null;
            /** @description How much this refund gave back. `null` if nothing was left to refund, and for a kept refund without an amount. */
            amount: number | null;
            /** @description All refunds of the order so far. */
            refundedAmount: number | null;
            /** @description What is left of the order's amount. */
            remainingAmount: number | null;
            /** @description The order's currency. */
            currency: string | null;
            /** @description The order's commission. `null` if it has none. */
            commissionId: string | null;
            /** @description What is left of the commission, in its own currency. */
            commissionAmount: number | null;
        };
        PostbackReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["PostbackResult"];
            meta: components["schemas"]["Meta"];
        };
        /** @description The conversion, and how this call came by it. */
        PostbackResult: {
            /**
             * @description The order is taken note of.
             * @constant
             */
            success: true;
            /** @description The conversion's id. `null` in a dry run of a new order. */
            conversionId: string | null;
            /** @description The commission's id. `null` if nothing was earned, and in a dry run of a new order. */
            commissionId: string | null;
            /** @description What is earned, in minor units. `null` if nothing; see `attribution.commission`. */
            commissionAmount: number | null;
            /** @description The currency of `commissionAmount`. `null` if nothing was earned. */
            commissionCurrency: string | null;
            status: components["schemas"]["ConversionStatus"];
            /** @description Whether the order was known before this call. */
            replayed: boolean;
            /** @description Whether this was a dry run. Then nothing was stored. */
            dryRun: boolean;
            /** @description What of this call was not taken as it was sent, and why: fields that are not known here, `metadata` that cannot be kept, texts and numbers in it that were mended, and, if `replayed`, fields that differ from the stored conversion. Empty as a rule. The same call is told the same each time. At most 50, of an item in a batch 10. */
            ignored: components["schemas"]["Ignored"][];
            /** @description Your order id. */
            externalId: string;
            conversionType: components["schemas"]["ConversionType"];
            /** @description The order's value, in minor units. */
            amount: number;
            /** @description ISO 4217, upper case. */
            currency: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When it was recorded. `null` in a dry run of a new order.
             */
            recordedAt: string | null;
            /** @description Whether it is a test order. */
            isSynthetic: boolean;
            /** @description What was given back so far, in minor units. */
            refundedAmount: number;
            /**
             * Format: date-time
             * @description When the first refund was recorded.
             */
            refundedAt: string | null;
            /** @description The affiliate it is credited to. */
            affiliateId: string | null;
            /** @description The campaign it is credited in. */
            campaignId: string | null;
            /** @description The click that won it. `null` if it was matched by code or customer. */
            clickId: string | null;
            /** @description As sent. */
            metadata: {
                [key: string]: unknown;
            } | null;
            attribution: components["schemas"]["Attribution"];
        };
        BatchReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["BatchResult"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What became of each item. */
        BatchResult: {
            /** @description How many items came out how. Their sum is the number of items. */
            counts: {
                /** @description Recorded by this call. */
                created: number;
                /** @description Known already. */
                replayed: number;
                /** @description Known already as another order. */
                conflict: number;
                /** @description Against the contract. */
                invalid: number;
                /** @description Of unknown outcome; repeat these. */
                failed: number;
            };
            /** @description One for each item, in the order of the items. */
            results: components["schemas"]["BatchItemResult"][];
        };
        BatchItemResult: {
            /** @description The position of the item in `conversions`, from 0. */
            index: number;
            /** @description The `externalId` of the item, if it holds one of the right form; else `null`. */
            externalId: string | null;
            /**
             * @description What became of the item. Repeat those that `failed`.
             * @enum {string}
             */
            result: "created" | "replayed" | "conflict" | "invalid" | "failed";
            /**
             * @description The HTTP status that the single call would have had.
             * @enum {integer}
             */
            status: 200 | 201 | 400 | 409 | 413 | 422 | 500 | 503;
            /** @description The conversion, if it was `created` or `replayed`; else `null`. */
            data: components["schemas"]["PostbackResult"] | null;
            /** @description What is wrong, in any other case; else `null`. */
            error: components["schemas"]["BatchItemError"] | null;
        };
        /** @description The `error` that the single call would have had, without `docUrl`. */
        BatchItemError: {
            code: components["schemas"]["ErrorCode"];
            reason: components["schemas"]["ErrorReason"];
            /** @description For people. May change. */
            message: string;
            /** @description Faults of an item that is against the contract, at most 10; fields of one in conflict; empty otherwise. */
            details: (components["schemas"]["Fault"] | components["schemas"]["Difference"])[];
        };
        ConversionReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Conversion"];
            meta: components["schemas"]["Meta"];
        };
        ConversionSummaryReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["ConversionSummary"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What the conversions of a filter add up to. */
        ConversionSummary: {
            /** @description How many were added up, without synthetic ones. */
            conversions: number;
            /** @description How many of these are credited to an affiliate. */
            attributed: number;
            /** @description Synthetic ones besides. They are in no sum. */
            synthetic: number;
            /** @description Whether this is all that fits. `false`: the last recorded 20,000. */
            isComplete: boolean;
            /**
             * Format: date-time
             * @description When the oldest one that was counted was recorded. `null` where `isComplete` is `true`.
             */
            countedSince: string | null;
            /** @description One for each currency that occurs, by its code. */
            currencies: components["schemas"]["CurrencySums"][];
        };
        CurrencySums: {
            /** @description An ISO 4217 code. */
            currency: string;
            /** @description Conversions in this currency. */
            conversions: number;
            /** @description Their amounts, in minor units. */
            amount: number;
            /** @description What of these was given back, in minor units. */
            refundedAmount: number;
            /** @description The balances of the commissions in this currency, in minor units, without rejected ones. A `FIXED` commission is in the campaign's currency, whatever that of its order. */
            commission: number;
        };
        ConversionListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Conversion"][];
            meta: components["schemas"]["PagedMeta"];
        };
        /** @description One order, lead, trial or custom event. */
        Conversion: {
            /** @description The conversion's id. */
            conversionId: string;
            /** @description Your order id. */
            externalId: string;
            conversionType: components["schemas"]["ConversionType"];
            /** @description The order's value, in minor units. */
            amount: number;
            /** @description ISO 4217, upper case. */
            currency: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            recordedAt: string;
            /** @description Whether it is a test order. */
            isSynthetic: boolean;
            status: components["schemas"]["ConversionStatus"];
            /** @description What was given back so far, in minor units. */
            refundedAmount: number;
            /**
             * Format: date-time
             * @description When the first refund was recorded.
             */
            refundedAt: string | null;
            /** @description The affiliate it is credited to. */
            affiliateId: string | null;
            /** @description The campaign it is credited in. */
            campaignId: string | null;
            /** @description The click that won it. `null` if it was matched by code or customer. */
            clickId: string | null;
            /** @description The commission's id. `null` if nothing was earned. */
            commissionId: string | null;
            /** @description What is earned, in minor units. `null` if nothing; see `attribution.commission`. */
            commissionAmount: number | null;
            /** @description The currency of `commissionAmount`. `null` if nothing was earned. */
            commissionCurrency: string | null;
            /** @description As sent. */
            metadata: {
                [key: string]: unknown;
            } | null;
            attribution: components["schemas"]["Attribution"];
            /** @description What happened to it, oldest first. Entries are added, never changed; but when a person is erased, so are the values of evidence in them. */
            history: components["schemas"]["HistoryEntry"][];
        };
        HistoryEntry: {
            /**
             * @description What happened, with what `details` hold:
             *
             *     - `RECORDED`: the first call (`status`, `matchedBy`).
             *     - `EVIDENCE_ADDED`: a repeat brought new evidence (`evidence`).
             *     - `MATCHED`: an affiliate was found later (`status`, `matchedBy`).
             *     - `REFUNDED`: money was given back (`refundId`, `amount`, `refundedAmount`, `commissionChange`, `reason`).
             *     - `COMMISSION_ADJUSTED`: a bonus, deduction or correction (`commissionId`, `type`, `amount`, `balance`, `reason`).
             *     - `COMMISSION_APPROVED`, `COMMISSION_REJECTED`: somebody decided about the commission (`commissionId`, and
             *       the `reason` of a rejection).
             *     - `COMMISSION_PAID`: it was paid (`commissionId`, `payoutId`, `amount`).
             * @enum {string}
             */
            event: "RECORDED" | "EVIDENCE_ADDED" | "MATCHED" | "REFUNDED" | "COMMISSION_ADJUSTED" | "COMMISSION_APPROVED" | "COMMISSION_REJECTED" | "COMMISSION_PAID";
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What exactly, by event. Never an email or its hash. */
            details: {
                [key: string]: unknown;
            };
        };
        /** @description The decision as it was stored. */
        Attribution: {
            /**
             * @description The evidence that decided. `null` if nothing matched.
             * @enum {string|null}
             */
            matchedBy: "SESSION" | "CLICK" | "CODE" | "EMAIL" | "CUSTOMER" | null;
            /**
             * Format: date-time
             * @description When this decision was made.
             */
            decidedAt: string;
            /** @description What was tried, in order. Evidence that was not sent is not tried. Nothing is tried after a match. */
            attempts: components["schemas"]["AttributionAttempt"][];
            terms: components["schemas"]["AttributionTerms"];
            commission: components["schemas"]["AttributionCommission"];
        };
        AttributionAttempt: {
            /**
             * @description What was tried.
             * @enum {string}
             */
            evidence: "SESSION" | "CLICK" | "CODE" | "EMAIL" | "CUSTOMER";
            /** @description The session, click, code or customer id as sent. Always `null` for an email, and once the person was erased. */
            value: string | null;
            /**
             * @description - `MATCHED`: it holds, and decides.
             *     - `NOT_FOUND`: there is no such session, click, code, identity or customer, or no click in it.
             *     - `INVALID`: it cannot be used (an email that is none, or an id that means nobody, such as `0` or `guest`).
             *     - `OUTSIDE_WINDOW`: the click is older than the campaign's attribution window.
             *     - `AFTER_CONVERSION`: the click came more than 5 minutes after `occurredAt`.
             *     - `CAMPAIGN_INACTIVE`: the campaign is archived; for a code also paused or a draft.
             *     - `AFFILIATE_INACTIVE`: the affiliate is suspended.
             *     - `DURATION_ENDED`: the customer's commission duration in this campaign is over.
             *     - `BEFORE_FIRST_CREDIT`: the customer's first credited order happened more than 5 minutes after this one.
             * @enum {string}
             */
            result: "MATCHED" | "NOT_FOUND" | "INVALID" | "OUTSIDE_WINDOW" | "AFTER_CONVERSION" | "CAMPAIGN_INACTIVE" | "AFFILIATE_INACTIVE" | "DURATION_ENDED" | "BEFORE_FIRST_CREDIT";
            /** @description The click that decided this attempt. `null` if there was none. */
            clickId: string | null;
            /**
             * Format: date-time
             * @description When that click was made.
             */
            clickedAt: string | null;
            /**
             * @description How that click was made. `REDIRECT` is a visit through `/r/{code}`, `API` a call of `track/click`. Both are anonymous claims; neither proves who the visitor was.
             * @enum {string|null}
             */
            clickSource: "REDIRECT" | "API" | null;
            /**
             * @description For an email: who said that the session is this customer's. `KEY`: a call with an API key; `ANONYMOUS`: a claim from a browser.
             * @enum {string|null}
             */
            identifiedBy: "KEY" | "ANONYMOUS" | null;
            /** @description The affiliate it led to. */
            affiliateId: string | null;
            /** @description The campaign it led to. */
            campaignId: string | null;
            /** @description Why it held or not, in words, for people. May change. */
            explanation: string;
        };
        /** @description The campaign's terms when it was decided. `null` if nothing matched. */
        AttributionTerms: {
            /** @description The campaign. */
            campaignId: string;
            commissionType: components["schemas"]["CommissionType"];
            /** @description A percent, or minor units of `currency`. */
            commissionRate: number;
            /** @description The currency of a `FIXED` commission. */
            currency: string;
            /** @description Whether later conversions of a customer earn too. */
            commissionRecurring: boolean;
            /** @description For how many months. `null` is for ever. */
            recurringMonthsLimit: number | null;
            /** @description For how many days a click counted. */
            attributionWindowDays: number;
            /** @description The campaign's tiers. `null` is one rate for all. */
            tiers: components["schemas"]["AttributionTier"][] | null;
        } | null;
        AttributionTier: {
            /** @description From this revenue on. Minor units of the campaign's currency. */
            threshold: number;
            /** @description A percent. */
            commissionRate: number;
        };
        /** @description What is earned, and why or why not. */
        AttributionCommission: {
            /**
             * @description - `EARNED`: there is a commission, be it 0.
             *     - `ALREADY_EARNED`: the campaign pays a customer's first conversion of a type only, and that was another
             *       one.
             *     - `DURATION_ENDED`: the customer's first conversion is longer ago than `recurringMonthsLimit`.
             *     - `SYNTHETIC`: a test order; `amount` is what a real one would have earned.
             *     - `UNATTRIBUTED`: there is nobody to pay.
             * @enum {string}
             */
            result: "EARNED" | "ALREADY_EARNED" | "DURATION_ENDED" | "SYNTHETIC" | "UNATTRIBUTED";
            /** @description In minor units. `null` if nothing. */
            amount: number | null;
            /** @description The currency of `amount`. */
            currency: string | null;
            /** @description What it was computed with: a percent (the campaign's, or that of a tier), or minor units. `null` if nothing. */
            commissionRate: number | null;
            /** @description What decided about the tier: the affiliate's net revenue in this campaign before this order, in minor units of the campaign's currency. `null` where no tier could apply (no tiers, or an order in another currency). */
            revenueBefore: number | null;
            /** @description The same in words, for people. May change. */
            explanation: string;
        };
        TraceReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Trace"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What is known of one thing, and what is missing. */
        Trace: {
            subject: components["schemas"]["TraceSubject"];
            /** @description What is missing, and why: the causes that most likely explain it first. Empty where an order earned and nobody else had a claim to it. */
            findings: components["schemas"]["TraceFinding"][];
            /** @description What happened, oldest first. */
            events: components["schemas"]["TraceEvent"][];
            /** @description The affiliates that events and findings name, as they are now. */
            affiliates: components["schemas"]["TracedAffiliate"][];
            /** @description The campaigns that events and findings name, as they are now. */
            campaigns: components["schemas"]["TracedCampaign"][];
            /**
             * @description What there is more of than the reply holds; later versions may add words.
             *
             *     - `ORDERS`, `SESSIONS`, `CLICKS`, `FINDINGS`: as they are called here.
             *     - `HISTORY`: of at least one order only the newest entries are among the events.
             */
            truncated: ("ORDERS" | "SESSIONS" | "CLICKS" | "HISTORY" | "FINDINGS" | (string & {}))[];
        };
        /** @description What was looked for. */
        TraceSubject: {
            /**
             * @description Which parameter was sent.
             * @enum {string}
             */
            kind: "EXTERNAL_ID" | "CONVERSION_ID" | "SESSION" | "CLICK" | "CODE" | "EMAIL_HASH" | "CUSTOMER_ID";
            /** @description As sent; a hash in lower case. */
            value: string;
            /**
             * Format: date-time
             * @description Where the period of a code begins.
             */
            from: string | null;
            /**
             * Format: date-time
             * @description Where the period of a code ends.
             */
            to: string | null;
        };
        /** @description Something that happened. What does not belong to its kind is `null`. */
        TraceEvent: {
            /**
             * @description What it was. Later versions may add kinds.
             *
             *     | kind | what happened |
             *     | --- | --- |
             *     | `LINK_MADE` | the affiliate joined the campaign, and the code began to be one |
             *     | `CLICK` | a visit through a link was counted; `source` says how. Visits that were not counted are not known |
             *     | `IDENTIFIED` | the session was said to be this customer's; `source` says by whom |
             *     | `IDENTITY_WAITS` | an identify came for a session that no click is known of; it waits for seven days |
             *     | `FIRST_CREDIT` | the customer's first credited order happened |
             *     | `ORDER_OCCURRED` | the order happened, by what the call said: its `occurredAt` |
             *     | `ORDER_RECORDED` | its postback came |
             *     | `EVIDENCE_ADDED` | a repeat of the postback brought new evidence |
             *     | `ATTEMPT` | one piece of evidence was tried, or not needed; `result` says what came of it |
             *     | `ATTRIBUTED` | it was credited when it was recorded |
             *     | `NOT_ATTRIBUTED` | it was credited to nobody when it was recorded |
             *     | `MATCHED_LATER` | it was credited later, by evidence that came after it |
             *     | `COMMISSION_EARNED` | it earned a commission: `amount` |
             *     | `COMMISSION_ADJUSTED`, `COMMISSION_APPROVED`, `COMMISSION_REJECTED`, `COMMISSION_PAID` | what people did about the commission |
             *     | `REFUNDED` | money was given back: `amount` |
             *     | `REFUND_WAITS` | a refund came before its order and waits for it |
             *     | `PERSON_ERASED` | the person behind the order was erased, and all evidence with them |
             */
            kind: "LINK_MADE" | "CLICK" | "IDENTIFIED" | "IDENTITY_WAITS" | "FIRST_CREDIT" | "ORDER_OCCURRED" | "ORDER_RECORDED" | "EVIDENCE_ADDED" | "ATTEMPT" | "ATTRIBUTED" | "NOT_ATTRIBUTED" | "MATCHED_LATER" | "COMMISSION_EARNED" | "COMMISSION_ADJUSTED" | "COMMISSION_APPROVED" | "COMMISSION_REJECTED" | "COMMISSION_PAID" | "REFUNDED" | "REFUND_WAITS" | "PERSON_ERASED" | (string & {});
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * @description How a click was made (`REDIRECT`, `API`), or who identified a session: a call with an API key (`KEY`) or a claim from a browser (`ANONYMOUS`).
             * @enum {string|null}
             */
            source: "REDIRECT" | "API" | "KEY" | "ANONYMOUS" | null;
            /**
             * @description What was tried, or decided.
             * @enum {string|null}
             */
            evidence: "SESSION" | "CLICK" | "CODE" | "EMAIL" | "CUSTOMER" | null;
            /** @description The session, click, code or customer id of an attempt as sent. Always `null` for an email, and once the person was erased. */
            value: string | null;
            /**
             * @description Of an attempt: as `AttributionAttempt.result` says. `NOT_TRIED`: the order came with it, but evidence that is tried earlier had matched.
             * @enum {string|null}
             */
            result: "MATCHED" | "NOT_FOUND" | "INVALID" | "OUTSIDE_WINDOW" | "AFTER_CONVERSION" | "CAMPAIGN_INACTIVE" | "AFFILIATE_INACTIVE" | "DURATION_ENDED" | "BEFORE_FIRST_CREDIT" | "NOT_TRIED" | null;
            /** @description Minor units of `currency`: the order's, the refund's, what was earned; of an adjustment signed. `null` for a waiting refund of whatever is left. */
            amount: number | null;
            /** @description The currency of `amount`. */
            currency: string | null;
            /** @description The order it belongs to. */
            externalId: string | null;
            /** @description The order it belongs to. */
            conversionId: string | null;
            /** @description The commission. */
            commissionId: string | null;
            /** @description The session. */
            sessionId: string | null;
            /** @description The click; of an attempt, the one that decided about it. */
            clickId: string | null;
            /** @description The affiliate. */
            affiliateId: string | null;
            /** @description The campaign. */
            campaignId: string | null;
        };
        /** @description Something that is missing, with its likely cause. */
        TraceFinding: {
            /**
             * @description Why, for programs. Later versions may add reasons.
             *
             *     | reason | what it says |
             *     | --- | --- |
             *     | `ORDER_NOT_REPORTED` | no order is known: its postback never came, or came without any of this |
             *     | `CONVERSION_UNKNOWN` | no conversion has this id |
             *     | `MODE_MISMATCH` | it is known in your other mode: a test key was used for live, or the other way round |
             *     | `NO_EVIDENCE_SENT` | the order came without any evidence |
             *     | `EVIDENCE_UNUSABLE` | the value means nobody, such as `guest`, or is no email |
             *     | `SESSION_UNKNOWN` | no click is known in this session |
             *     | `CLICK_UNKNOWN` | there is no such click |
             *     | `CODE_UNKNOWN` | there is no such code |
             *     | `HASH_UNKNOWN` | nothing is known with this email hash |
             *     | `CUSTOMER_UNKNOWN` | no order came with this customer id |
             *     | `IDENTIFY_NEVER_CALLED` | no session was identified with the order's email, or the session was never identified |
             *     | `CUSTOMER_NOT_CREDITED` | no earlier order of this customer was credited to anybody |
             *     | `WINDOW_OVER` | the click was older than the campaign's attribution window |
             *     | `CLICK_AFTER_ORDER` | the click came more than 5 minutes after the order |
             *     | `AFFILIATE_SUSPENDED` | the affiliate was, or is, suspended |
             *     | `CAMPAIGN_PAUSED` | the campaign was, or is, paused or a draft |
             *     | `CAMPAIGN_ARCHIVED` | the campaign was, or is, archived |
             *     | `BEFORE_FIRST_CREDIT` | the order happened before the customer's first credited one |
             *     | `DURATION_OVER` | the months for which the campaign pays for a customer are over |
             *     | `LATER_CLICK_WON` | another affiliate's click in the same session was later: the last click wins |
             *     | `OTHER_SESSION` | the order was won by a click in another session |
             *     | `EARLIER_EVIDENCE_WON` | evidence that is tried earlier led to another affiliate |
             *     | `FIRST_ORDER_ONLY` | the campaign pays a customer's first order only, and that was another one |
             *     | `TEST_ORDER` | a test order earns nothing |
             *     | `REFUNDED` | it was refunded, so it earns less or nothing |
             *     | `COMMISSION_REJECTED` | the commission was rejected |
             *     | `PERSON_ERASED` | the person was erased, and all evidence with them |
             */
            reason: "ORDER_NOT_REPORTED" | "CONVERSION_UNKNOWN" | "MODE_MISMATCH" | "NO_EVIDENCE_SENT" | "EVIDENCE_UNUSABLE" | "SESSION_UNKNOWN" | "CLICK_UNKNOWN" | "CODE_UNKNOWN" | "HASH_UNKNOWN" | "CUSTOMER_UNKNOWN" | "IDENTIFY_NEVER_CALLED" | "CUSTOMER_NOT_CREDITED" | "WINDOW_OVER" | "CLICK_AFTER_ORDER" | "AFFILIATE_SUSPENDED" | "CAMPAIGN_PAUSED" | "CAMPAIGN_ARCHIVED" | "BEFORE_FIRST_CREDIT" | "DURATION_OVER" | "LATER_CLICK_WON" | "OTHER_SESSION" | "EARLIER_EVIDENCE_WON" | "FIRST_ORDER_ONLY" | "TEST_ORDER" | "REFUNDED" | "COMMISSION_REJECTED" | "PERSON_ERASED" | (string & {});
            /**
             * @description `DECISION`: it was stored with the order when it was decided, and is certain. `STATE`: it follows from what is known now.
             * @enum {string}
             */
            basis: "DECISION" | "STATE";
            /** @description The same in words, for people. May change. */
            message: string;
            /** @description What to do about it, for people. May change. */
            advice: string;
            /**
             * @description The evidence that it is about.
             * @enum {string|null}
             */
            evidence: "SESSION" | "CLICK" | "CODE" | "EMAIL" | "CUSTOMER" | null;
            /** @description The order that it is about. */
            externalId: string | null;
            /** @description The order that it is about. */
            conversionId: string | null;
            /** @description The session that it is about. */
            sessionId: string | null;
            /** @description The click that it is about. */
            clickId: string | null;
            /** @description The affiliate who is not credited by it. */
            affiliateId: string | null;
            /** @description The campaign that it is about. */
            campaignId: string | null;
        };
        TracedAffiliate: {
            /** @description The affiliate. */
            affiliateId: string;
            /**
             * @description The state now.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED";
        };
        TracedCampaign: {
            /** @description The campaign. */
            campaignId: string;
            /** @description Its name. */
            name: string;
            /**
             * @description The state now.
             * @enum {string}
             */
            status: "DRAFT" | "ACTIVE" | "PAUSED" | "ARCHIVED";
            /** @description For how many days a click counts. */
            attributionWindowDays: number;
        };
        CampaignReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Campaign"];
            meta: components["schemas"]["Meta"];
        };
        CampaignListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Campaign"][];
            meta: components["schemas"]["PagedMeta"];
        };
        /** @description Where traffic goes, what it pays, and how long a click counts. */
        Campaign: {
            /** @description The campaign's id. */
            campaignId: string;
            /** @description What you call it. */
            name: string;
            /**
             * @description Only `ACTIVE` campaigns make clicks. Earlier clicks of a `PAUSED` or `DRAFT` one still count, those of an `ARCHIVED` one do not. The table in the section Campaigns has every case.
             * @enum {string}
             */
            status: "DRAFT" | "ACTIVE" | "PAUSED" | "ARCHIVED";
            /** @description Where links lead. */
            landingUrl: string;
            commissionType: components["schemas"]["CommissionType"];
            /** @description With `PERCENTAGE`, a percent. With `FIXED`, minor units of `currency`. */
            commissionRate: number;
            /** @description Higher rates for affiliates who bring more, ascending. `null` if there is one rate for all. */
            tiers: components["schemas"]["CommissionTier"][] | null;
            /** @description The currency of a `FIXED` commission and of the tiers' thresholds. */
            currency: string;
            /** @description Whether later conversions of a customer earn too. */
            commissionRecurring: boolean;
            /** @description For how many months. `null` is for ever. */
            recurringMonthsLimit: number | null;
            /** @description For how many days a click counts. */
            attributionWindowDays: number;
            /** @description Whether an affiliate has joined. Then type, rate, tiers, currency and the recurring fields cannot change any more. */
            termsFrozen: boolean;
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        /** @description A rate, and from when it applies. */
        CommissionTier: {
            /** @description The affiliate's net revenue in this campaign from which it applies, in minor units of the campaign's currency. */
            threshold: number;
            /** @description A percent, of the whole amount of the following orders. */
            commissionRate: number;
        };
        PublicCampaignReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["PublicCampaign"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What an affiliate needs to know before joining. */
        PublicCampaign: {
            /** @description The campaign's id. */
            campaignId: string;
            /** @description The campaign's name. */
            name: string;
            /** @description Whose campaign it is. */
            merchantName: string;
            /**
             * @description Links of a `PAUSED` campaign make no clicks for the time being.
             * @enum {string}
             */
            status: "ACTIVE" | "PAUSED";
            /** @description Where links lead. */
            landingUrl: string;
            commissionType: components["schemas"]["CommissionType"];
            /** @description With `PERCENTAGE`, a percent. With `FIXED`, minor units of `currency`. */
            commissionRate: number;
            /** @description Higher rates for affiliates who bring more, ascending. `null` if there is one rate for all. */
            tiers: components["schemas"]["CommissionTier"][] | null;
            /** @description The currency of a `FIXED` commission and of the tiers' thresholds. */
            currency: string;
            /** @description Whether later conversions of a customer earn too. */
            commissionRecurring: boolean;
            /** @description For how many months. `null` is for ever. */
            recurringMonthsLimit: number | null;
            /** @description For how many days a click counts. */
            attributionWindowDays: number;
        };
        ConversionsTimelineReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["ConversionsTimeline"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What a campaign brought, over time. */
        ConversionsTimeline: {
            /** @description The campaign. */
            campaignId: string;
            /**
             * Format: date-time
             * @description The beginning of the window, included.
             */
            from: string;
            /**
             * Format: date-time
             * @description The end of the window, not included.
             */
            to: string;
            /**
             * @description How long a bucket is, in UTC. A week begins on Monday.
             * @enum {string}
             */
            granularity: "HOUR" | "DAY" | "WEEK" | "MONTH";
            /** @description One for each currency that occurs in the window, by its code; the campaign's own, all zero, if there is none. */
            series: components["schemas"]["TimelineSeries"][];
        };
        TimelineSeries: {
            /** @description An ISO 4217 code. */
            currency: string;
            /** @description Every bucket of the window, oldest first, the empty ones too. */
            buckets: components["schemas"]["TimelineBucket"][];
        };
        TimelineBucket: {
            /**
             * Format: date-time
             * @description When the bucket begins. The first one may begin before `from`; it counts from there on.
             */
            start: string;
            /** @description Orders in this currency. */
            conversions: number;
            /** @description Their amounts, in minor units. */
            amount: number;
            /** @description What of these was given back, in minor units. */
            refundedAmount: number;
            /** @description The balances of the commissions in this currency, in minor units, without rejected ones. A `FIXED` commission is in the campaign's currency, whatever that of its order. */
            commission: number;
        };
        AffiliateReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Affiliate"];
            meta: components["schemas"]["Meta"];
        };
        AffiliateListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Affiliate"][];
            meta: components["schemas"]["PagedMeta"];
        };
        /** @description A person or company who promotes. */
        Affiliate: {
            /** @description The affiliate's id. */
            affiliateId: string;
            /** @description The address, in lower case. */
            email: string;
            /** @description What to call the affiliate. */
            firstName: string | null;
            /**
             * @description A suspended affiliate makes no clicks and wins no orders.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED";
            /** @description One link for each campaign joined, oldest first. */
            links: components["schemas"]["AffiliateLink"][];
            /**
             * Format: date-time
             * @description When the affiliate was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the affiliate was last changed.
             */
            updatedAt: string;
        };
        AffiliateLink: {
            /** @description Where it leads. */
            campaignId: string;
            /** @description The tracking code, in lower case. */
            code: string;
            /** @description The link to share. */
            url: string;
            /**
             * Format: date-time
             * @description When the affiliate joined the campaign.
             */
            createdAt: string;
        };
        CommissionListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Commission"][];
            meta: components["schemas"]["PagedMeta"];
        };
        CommissionReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["CommissionWithLedger"];
            meta: components["schemas"]["Meta"];
        };
        AdjustedCommissionReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["AdjustedCommission"];
            meta: components["schemas"]["Meta"];
        };
        CommissionDecisionsReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["CommissionDecisions"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What a conversion earns its affiliate. */
        Commission: {
            /** @description The commission's id. */
            commissionId: string;
            /** @description The conversion that earned it. */
            conversionId: string;
            /** @description Your order id. */
            externalId: string;
            /** @description Whose it is. */
            affiliateId: string;
            /** @description The campaign that it was earned in. */
            campaignId: string;
            /** @description What the order earned, in minor units. Never changed. */
            amount: number;
            /** @description What it is worth now, in minor units: `amount` and every later entry of its ledger. Never below 0. */
            balance: number;
            /** @description How much of the balance is in payouts, in minor units. What differs goes into the next payout. */
            settledAmount: number;
            /** @description ISO 4217, upper case. */
            currency: string;
            status: components["schemas"]["CommissionStatus"];
            /** @description The payout that took it. `null` while it is in none. From then on it can be adjusted, not rejected. */
            payoutId: string | null;
            /**
             * Format: date-time
             * @description When it was earned.
             */
            createdAt: string;
        };
        /** @description A commission, and how its balance came about. */
        CommissionWithLedger: {
            /** @description The commission's id. */
            commissionId: string;
            /** @description The conversion that earned it. */
            conversionId: string;
            /** @description Your order id. */
            externalId: string;
            /** @description Whose it is. */
            affiliateId: string;
            /** @description The campaign that it was earned in. */
            campaignId: string;
            /** @description What the order earned, in minor units. Never changed. */
            amount: number;
            /** @description What it is worth now, in minor units: `amount` and every later entry of its ledger. Never below 0. */
            balance: number;
            /** @description How much of the balance is in payouts, in minor units. What differs goes into the next payout. */
            settledAmount: number;
            /** @description ISO 4217, upper case. */
            currency: string;
            status: components["schemas"]["CommissionStatus"];
            /** @description The payout that took it. `null` while it is in none. From then on it can be adjusted, not rejected. */
            payoutId: string | null;
            /**
             * Format: date-time
             * @description When it was earned.
             */
            createdAt: string;
            /** @description Every change of the balance, oldest first. The balance is the sum. */
            ledger: components["schemas"]["LedgerEntry"][];
        };
        /** @description A commission after an adjustment. */
        AdjustedCommission: {
            /** @description The commission's id. */
            commissionId: string;
            /** @description The conversion that earned it. */
            conversionId: string;
            /** @description Your order id. */
            externalId: string;
            /** @description Whose it is. */
            affiliateId: string;
            /** @description The campaign that it was earned in. */
            campaignId: string;
            /** @description What the order earned, in minor units. Never changed. */
            amount: number;
            /** @description What it is worth now, in minor units: `amount` and every later entry of its ledger. Never below 0. */
            balance: number;
            /** @description How much of the balance is in payouts, in minor units. What differs goes into the next payout. */
            settledAmount: number;
            /** @description ISO 4217, upper case. */
            currency: string;
            status: components["schemas"]["CommissionStatus"];
            /** @description The payout that took it. `null` while it is in none. From then on it can be adjusted, not rejected. */
            payoutId: string | null;
            /**
             * Format: date-time
             * @description When it was earned.
             */
            createdAt: string;
            /** @description Every change of the balance, oldest first. The balance is the sum. */
            ledger: components["schemas"]["LedgerEntry"][];
            /** @description Whether the `adjustmentId` was known already. Nothing was added then. */
            replayed: boolean;
        };
        /**
         * @description Where it stands; see "Commissions".
         * @enum {string}
         */
        CommissionStatus: "PENDING" | "APPROVED" | "PAID" | "REJECTED";
        LedgerEntry: {
            /**
             * @description What changed the balance. `EARNED` is the first entry of each ledger.
             * @enum {string}
             */
            type: "EARNED" | "BONUS" | "DEDUCTION" | "CORRECTION" | "REFUND";
            /** @description By how much, in minor units; negative if something was taken. */
            amount: number;
            /** @description Why. `null` if none was given. */
            reason: string | null;
            /** @description Your name for the adjustment. `null` if it has none. */
            adjustmentId: string | null;
            /** @description The refund that it follows from, as its reply named it: your `refundId`, or one of ours (`rfd_…`). `null` if none. */
            refundId: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            createdAt: string;
        };
        /** @description What a bulk call decided. */
        CommissionDecisions: {
            /** @description How many commissions this call changed. */
            changed: number;
            /** @description How many were in the wanted state already. */
            unchanged: number;
            /** @description Each commission once, with the state it is in now. */
            commissions: {
                /** @description The commission's id. */
                commissionId: string;
                status: components["schemas"]["CommissionStatus"];
                /** @description Whether this call changed it. */
                changed: boolean;
            }[];
        };
        /** @description Ids that name nothing. */
        UnknownCommissionsErrorReply: {
            /** @constant */
            success: false;
            error: {
                /** @constant */
                code: "NOT_FOUND";
                reason: components["schemas"]["ErrorReason"];
                /** @description For people. May change. */
                message: string;
                /** @description The ids that name nothing, 50 at most. */
                details: {
                    /** @description The way to the id in the body. */
                    path: (string | number)[];
                    /** @description What is wrong with it. */
                    message: string;
                    /** @description As you sent it. */
                    commissionId: string;
                }[];
                /** @description What the code means and what to do about it. */
                docUrl: string;
            };
            meta: components["schemas"]["Meta"];
        };
        /** @description Commissions whose state does not allow what was asked for. */
        CommissionStatesErrorReply: {
            /** @constant */
            success: false;
            error: {
                /** @constant */
                code: "ALREADY_EXISTS";
                reason: components["schemas"]["ErrorReason"];
                /** @description For people. May change. */
                message: string;
                /** @description The commissions in the way, 50 at most. */
                details: {
                    /** @description The way to the id in the body. */
                    path: (string | number)[];
                    /** @description What is in the way. */
                    message: string;
                    /** @description The commission's id. */
                    commissionId: string;
                    status: components["schemas"]["CommissionStatus"];
                    /** @description The payout that it is in. `null` if in none. */
                    payoutId: string | null;
                }[];
                /** @description What the code means and what to do about it. */
                docUrl: string;
            };
            meta: components["schemas"]["Meta"];
        };
        PayoutListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Payout"][];
            meta: components["schemas"]["PagedMeta"];
        };
        PayoutReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Payout"];
            meta: components["schemas"]["Meta"];
        };
        CreatedPayoutReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["CreatedPayout"];
            meta: components["schemas"]["Meta"];
        };
        PayoutItemListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["PayoutItem"][];
            meta: components["schemas"]["PagedMeta"];
        };
        AffiliateBalancesReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["AffiliateBalances"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What one affiliate is paid at once, in one currency. */
        Payout: {
            /** @description The payout's id. */
            payoutId: string;
            /** @description Your own name for it. `null` if it has none. */
            payoutKey: string | null;
            /** @description Who is paid. */
            affiliateId: string;
            /** @description What is paid, in minor units. At least 1. */
            amount: number;
            /** @description ISO 4217, upper case. */
            currency: string;
            /** @description How many commissions it took something of. */
            commissionCount: number;
            /**
             * @description Whether you have said that the money was sent.
             * @enum {string}
             */
            status: "PENDING" | "PAID";
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was paid. `null` while it is not.
             */
            paidAt: string | null;
            /** @description How it was paid. `null` while it is not. */
            method: string | null;
            /** @description What the transfer is found by. `null` if nothing. */
            reference: string | null;
        };
        /** @description A payout, and whether it was there before. */
        CreatedPayout: {
            /** @description The payout's id. */
            payoutId: string;
            /** @description Your own name for it. `null` if it has none. */
            payoutKey: string | null;
            /** @description Who is paid. */
            affiliateId: string;
            /** @description What is paid, in minor units. At least 1. */
            amount: number;
            /** @description ISO 4217, upper case. */
            currency: string;
            /** @description How many commissions it took something of. */
            commissionCount: number;
            /**
             * @description Whether you have said that the money was sent.
             * @enum {string}
             */
            status: "PENDING" | "PAID";
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was paid. `null` while it is not.
             */
            paidAt: string | null;
            /** @description How it was paid. `null` while it is not. */
            method: string | null;
            /** @description What the transfer is found by. `null` if nothing. */
            reference: string | null;
            /** @description Whether the `payoutKey` was known already. Nothing more was taken then. */
            replayed: boolean;
        };
        PayoutItem: {
            /** @description The commission. */
            commissionId: string;
            /** @description The conversion that earned it. */
            conversionId: string;
            /** @description Your order id. */
            externalId: string;
            /** @description What the payout took of it, in minor units. Negative if it was paid too much. */
            amount: number;
            /** @description Whether an earlier payout had taken the commission, and this is what changed since. */
            isCarried: boolean;
        };
        WebhookEndpointListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["WebhookEndpoint"][];
            meta: components["schemas"]["PagedMeta"];
        };
        WebhookEndpointReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["WebhookEndpoint"];
            meta: components["schemas"]["Meta"];
        };
        WebhookEndpointWithSecretReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["WebhookEndpointWithSecret"];
            meta: components["schemas"]["Meta"];
        };
        DeletedWebhookEndpointReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["DeletedWebhookEndpoint"];
            meta: components["schemas"]["Meta"];
        };
        /** @description A server of the merchant that is told what happens. */
        WebhookEndpoint: {
            /** @description The endpoint's id. */
            endpointId: string;
            /** @description What it is for. */
            name: string;
            /** @description Where events are posted to. */
            url: string;
            /** @description What it is told of. `null`: everything, also what later versions add. */
            events: components["schemas"]["EventName"][] | null;
            /** @description About which campaigns. `null`: about all. */
            campaignIds: string[] | null;
            /**
             * @description Whether all of what an event is about is sent, or ids alone.
             * @enum {string}
             */
            payload: "FULL" | "THIN";
            /**
             * @description Whether later events about the same thing wait for earlier ones.
             * @enum {string}
             */
            ordering: "NONE" | "PER_SUBJECT";
            /**
             * @description `ACTIVE`: events are delivered. `PAUSED`: they are kept until you let it go on. `DISABLED`: they are kept too, and `statusReason` says why.
             * @enum {string}
             */
            status: "ACTIVE" | "PAUSED" | "DISABLED";
            /**
             * @description Why it is disabled: `GONE`, its server answered 410; `FAILING`, nothing but failures for 5 days. `null` otherwise.
             * @enum {string|null}
             */
            statusReason: "GONE" | "FAILING" | null;
            /**
             * Format: date-time
             * @description Since when every try has failed. `null` if the last one did not.
             */
            failingSince: string | null;
            /** @description How many tries have failed since one succeeded. */
            failures: number;
            /** @description The last four characters of the secret; of the new one while two sign. */
            secretHint: string;
            /**
             * Format: date-time
             * @description Until when the secret of before signs too. `null` if one secret signs.
             */
            oldSecretUntil: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed by somebody.
             */
            updatedAt: string;
        };
        /** @description An endpoint, and its secret. */
        WebhookEndpointWithSecret: {
            /** @description The endpoint's id. */
            endpointId: string;
            /** @description What it is for. */
            name: string;
            /** @description Where events are posted to. */
            url: string;
            /** @description What it is told of. `null`: everything, also what later versions add. */
            events: components["schemas"]["EventName"][] | null;
            /** @description About which campaigns. `null`: about all. */
            campaignIds: string[] | null;
            /**
             * @description Whether all of what an event is about is sent, or ids alone.
             * @enum {string}
             */
            payload: "FULL" | "THIN";
            /**
             * @description Whether later events about the same thing wait for earlier ones.
             * @enum {string}
             */
            ordering: "NONE" | "PER_SUBJECT";
            /**
             * @description `ACTIVE`: events are delivered. `PAUSED`: they are kept until you let it go on. `DISABLED`: they are kept too, and `statusReason` says why.
             * @enum {string}
             */
            status: "ACTIVE" | "PAUSED" | "DISABLED";
            /**
             * @description Why it is disabled: `GONE`, its server answered 410; `FAILING`, nothing but failures for 5 days. `null` otherwise.
             * @enum {string|null}
             */
            statusReason: "GONE" | "FAILING" | null;
            /**
             * Format: date-time
             * @description Since when every try has failed. `null` if the last one did not.
             */
            failingSince: string | null;
            /** @description How many tries have failed since one succeeded. */
            failures: number;
            /** @description The last four characters of the secret; of the new one while two sign. */
            secretHint: string;
            /**
             * Format: date-time
             * @description Until when the secret of before signs too. `null` if one secret signs.
             */
            oldSecretUntil: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed by somebody.
             */
            updatedAt: string;
            /** @description The secret, `whsec_` and 44 characters. All of it is the key that signs. Shown this once. */
            secret: string;
        };
        /** @description An endpoint that there was. */
        DeletedWebhookEndpoint: {
            /** @description The endpoint's id. */
            endpointId: string;
        };
        /**
         * @description What happened. Later versions may add some.
         *
         *     - `conversion.created`, `conversion.refunded`: an order was recorded; it was given back, in part or in full.
         *     - `conversion.attributed`: whose an order is was found later.
         *     - `conversion.commission_paid`: what an order earned was paid out.
         *     - `conversion.disputed`, `conversion.dispute_resolved`: somebody objected; that was settled. Not sent yet.
         *     - `commission.approved`, `commission.rejected`, `commission.adjusted`: a commission was decided on; its balance changed.
         *     - `payout.created`, `payout.paid`, `payout.cancelled`: a payout was made, marked as paid, taken back.
         *     - `affiliate.applied`, `affiliate.approved`, `affiliate.rejected`, `affiliate.suspended`: somebody wants to promote; that was decided on;
         *       they may not any more.
         *     - `endpoint.failing`, `endpoint.disabled`: another endpoint of yours fails, or is told nothing more because it does.
         *     - `webhook.test`: nothing happened; it was asked for.
         */
        EventName: "conversion.created" | "conversion.refunded" | "conversion.attributed" | "conversion.commission_paid" | "conversion.disputed" | "conversion.dispute_resolved" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "payout.cancelled" | "affiliate.applied" | "affiliate.approved" | "affiliate.rejected" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test" | (string & {});
        AffiliateBalances: {
            /** @description The affiliate. */
            affiliateId: string;
            /** @description One for each currency that there was ever a commission in, by its code. */
            balances: {
                /** @description ISO 4217, upper case. */
                currency: string;
                /** @description Waits for your decision, in minor units. */
                pending: number;
                /** @description What a payout would take now, in minor units: approved, and changed after an earlier payout. May be negative. */
                approved: number;
                /** @description In payouts that are not paid yet, in minor units. */
                inPayouts: number;
                /** @description Paid so far, in minor units. */
                paid: number;
            }[];
        };
        TrackClickReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["TrackClickResult"];
            meta: components["schemas"]["Meta"];
        };
        TrackClickResult: {
            /** @constant */
            success: true;
            /** @description The click's id. `null` if the campaign or the affiliate is not active; then there is no click. */
            clickId: string | null;
            /** @description The session id that was sent. */
            sessionId: string;
            /** @description Why there is no click. Only there beside `clickId: null`, for a caller with a key of the link's merchant and mode. Later versions may add reasons. */
            uncountedReason?: "CAMPAIGN_NOT_ACTIVE" | "AFFILIATE_SUSPENDED" | (string & {});
        };
        IdentifyReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["IdentifyResult"];
            meta: components["schemas"]["Meta"];
        };
        IdentifyResult: {
            /**
             * @description Always. It does not say what happened.
             * @constant
             */
            success: true;
        };
        PingReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Ping"];
            meta: components["schemas"]["Meta"];
        };
        Ping: {
            /**
             * @description The key is good.
             * @constant
             */
            valid: true;
            /** @description The merchant's name. */
            merchant: string;
            /** @description How many campaigns of the key's mode are active. */
            activeCampaigns: number;
            /** @description For clients that ask. There is no Stripe connection here. */
            stripe: {
                /** @constant */
                connected: false;
                /** @constant */
                mode: "unknown";
            };
        };
        InstallationReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Installation"];
            meta: components["schemas"]["Meta"];
        };
        Installation: {
            /** @description Public; it stands in the page and authorises nothing. */
            siteToken: string;
            /** @description The line to put into the `<head>` of every page, with this installation's public address. */
            snippet: string;
            /**
             * Format: date-time
             * @description When the script first reported; `null` if it never did.
             */
            firstSeenAt: string | null;
            /**
             * Format: date-time
             * @description When it last did, to the minute. Each visitor's browser reports once.
             */
            lastSeenAt: string | null;
            /** @description From whose pages it was reported, as browsers say it (`Origin`), the newest first. 20 at most. */
            origins: components["schemas"]["SiteOrigin"][];
            /** @description The newest session that was captured in a test, or that of the test asked for. */
            lastSession: components["schemas"]["CapturedSession"] | null;
        };
        SiteOrigin: {
            /** @description Scheme, host and port of the page, such as `https://shop.example.com`. */
            origin: string;
            /**
             * Format: date-time
             * @description When a page there first reported.
             */
            firstSeenAt: string;
            /**
             * Format: date-time
             * @description When one last did, to the minute.
             */
            lastSeenAt: string;
        };
        CapturedSession: {
            /** @description The word that the link was opened with. */
            testId: string;
            /** @description The session that the script found in the address. */
            sessionId: string;
            /**
             * Format: date-time
             * @description When this was reported.
             */
            capturedAt: string;
        };
        SignInBody: {
            /**
             * Format: email
             * @description In any case.
             * @example ada@shop.example.com
             */
            email: string;
            /**
             * @description The password.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description Six digits of the authenticator app, or a recovery code, where two-factor sign-in is on; not looked at where it is off.
             * @example 492039
             */
            code?: string;
        };
        SignedOutReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["SignedOut"];
            meta: components["schemas"]["Meta"];
        };
        SignedOut: {
            /** @constant */
            signedOut: true;
        };
        ReadInvitationBody: {
            /**
             * @description What follows `#` in the link.
             * @example inv_01m7dkjj8rfq6rg9bvhnjvz1js_8Jm2Qq0l3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A
             */
            token: string;
        };
        AcceptInvitationBody: {
            /**
             * @description What follows `#` in the link.
             * @example inv_01m7dkjj8rfq6rg9bvhnjvz1js_8Jm2Qq0l3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A
             */
            token: string;
            /**
             * @description How others see you. Without line breaks.
             * @example Ada Lovelace
             */
            name: string;
            /**
             * Format: email
             * @description What you sign in with. May be left out where the invitation names one.
             * @example ada@shop.example.com
             */
            email?: string;
            /**
             * @description At least 12 characters, and none of the commonest.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description The language of the pages and of what is mailed.
             * @default en
             * @example en
             * @enum {string}
             */
            language?: "en" | "fr";
            /**
             * @description A time zone by its IANA name. Days begin and end in it.
             * @default UTC
             * @example Europe/Paris
             */
            timeZone?: string;
        };
        InvitationReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["InvitationPreview"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What a link is for. */
        InvitationPreview: {
            /** @description The merchant's name. */
            merchant: string;
            role: components["schemas"]["Role"];
            /** @description Whose it is; `null` if it is for whoever holds it. */
            email: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        UpdateMeBody: {
            /**
             * @description How others see you. Without line breaks.
             * @example Ada Lovelace
             */
            name?: string;
            /**
             * @description The language of the pages and of what is mailed.
             * @example en
             * @enum {string}
             */
            language?: "en" | "fr";
            /**
             * @description A time zone by its IANA name. Days begin and end in it.
             * @example Europe/Paris
             */
            timeZone?: string;
        };
        ChangePasswordBody: {
            /**
             * @description The one of now.
             * @example correct horse battery staple
             */
            currentPassword: string;
            /**
             * @description At least 12 characters, and none of the commonest.
             * @example correct horse battery staple
             */
            newPassword: string;
        };
        ConfirmIdentityBody: {
            /**
             * @description Yours.
             * @example correct horse battery staple
             */
            password?: string;
            /**
             * @description Of your authenticator app, or a recovery code.
             * @example 492039
             */
            code?: string;
            passkey?: components["schemas"]["PasskeyAssertion"];
        };
        MeReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Me"];
            meta: components["schemas"]["Meta"];
        };
        /**
         * @description A language of the pages and of what is mailed.
         * @enum {string}
         */
        Language: "en" | "fr";
        /**
         * @description What a key or a role may allow. `own` means members, keys and settings; no key may have it.
         * @enum {string}
         */
        Permission: "record" | "read" | "manage" | "pay" | "own";
        /**
         * @description What a person may do at a merchant: `OWNER` all; `ADMIN` all but what touches owners; `MANAGER` record, read and manage;
         *     `FINANCE` read and pay; `VIEWER` read.
         * @enum {string}
         */
        Role: "OWNER" | "ADMIN" | "MANAGER" | "FINANCE" | "VIEWER";
        /** @description The person who is signed in. */
        Me: {
            /** @example per_01m7dkjj8rf4rbgb8mzjtf5zpa */
            personId: string;
            email: string;
            name: string;
            language: components["schemas"]["Language"];
            timeZone: string;
            /** @description Where they belong, by name. */
            merchants: components["schemas"]["Membership"][];
            session: components["schemas"]["CurrentSession"];
            twoFactor: components["schemas"]["TwoFactor"];
            passkeys: components["schemas"]["Passkeys"];
            /** @description Whether they can sign in, and say who they are, by a password. */
            hasPassword: boolean;
            /** @description By which accounts of a provider they may sign in, newest first. */
            identities: components["schemas"]["Identity"][];
        };
        /** @description A merchant, and what the person may do there. */
        Membership: {
            /** @description For `X-Merchant`. */
            merchantId: string;
            name: string;
            role: components["schemas"]["Role"];
            /** @description What the role may do. `own`: members, keys, settings. */
            permissions: components["schemas"]["Permission"][];
        };
        /** @description This session. */
        CurrentSession: {
            sessionId: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the person last said who they are.
             */
            confirmedAt: string;
        };
        SessionListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["PersonSession"][];
            meta: components["schemas"]["Meta"];
        };
        /** @description A browser in which somebody is signed in. */
        PersonSession: {
            sessionId: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** @description Browser and system, as the browser said: a claim. */
            device: string;
            /** @description From where it was begun, shortened: the last byte of IPv4, all but 48 bits of IPv6 are 0. */
            address: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description As exact as a minute.
             */
            lastUsedAt: string;
            /**
             * Format: date-time
             * @description When it ends even if it is used.
             */
            expiresAt: string;
        };
        EndedSessionReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["EndedSession"];
            meta: components["schemas"]["Meta"];
        };
        EndedSession: {
            sessionId: string;
        };
        CreateKeyBody: {
            /**
             * @description What the key is for. Without line breaks.
             * @example Checkout
             */
            name: string;
            /**
             * @description What the key may do, for ever; `record` and `read` unless told.
             * @example [
             *       "record"
             *     ]
             */
            permissions?: string[];
        };
        /**
         * @description Which of the two worlds of a merchant.
         * @enum {string}
         */
        Mode: "live" | "test";
        /**
         * @description What a key may do.
         * @enum {string}
         */
        KeyPermission: "record" | "read" | "manage" | "pay";
        ApiKeyListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["ApiKey"][];
            meta: components["schemas"]["PagedMeta"];
        };
        ApiKeyReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["ApiKey"];
            meta: components["schemas"]["Meta"];
        };
        CreatedApiKeyReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["CreatedApiKey"];
            meta: components["schemas"]["Meta"];
        };
        /** @description A key, as it may be shown. */
        ApiKey: {
            keyId: string;
            name: string;
            /** @description Enough to recognise a key, not to use it. */
            masked: string;
            mode: components["schemas"]["Mode"];
            permissions: components["schemas"]["KeyPermission"][];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description As exact as a minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
        };
        /** @description A new key, and its text. */
        CreatedApiKey: {
            keyId: string;
            name: string;
            /** @description Enough to recognise a key, not to use it. */
            masked: string;
            mode: components["schemas"]["Mode"];
            permissions: components["schemas"]["KeyPermission"][];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description As exact as a minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description The key itself. Shown this once. */
            key: string;
        };
        RequestListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["RecentRequest"][];
            meta: components["schemas"]["PagedMeta"];
        };
        /** @description A call that was made with a key of the merchant. */
        RecentRequest: {
            /** @description As in the reply, and in the log of the service. */
            requestId: string;
            /**
             * Format: date-time
             * @description When the call arrived.
             */
            at: string;
            /** @description The key that it came with, also if that was revoked since. */
            keyId: string;
            /** @description What that key is for. `null` if it is not known any more. */
            keyName: string | null;
            /** @description What was called, as this document names it. */
            operationId: string;
            /** @description The operation's method. A HEAD is shown as the GET that it stands for. */
            method: string;
            /** @description The template of the operation's path, never the path that was called. */
            path: string;
            /** @description The HTTP status of the answer. `null`: the caller hung up before it had all of it. */
            status: number | null;
            /** @description Whether the status is 400 or above or there is none, or items of a batch were not recorded. */
            failed: boolean;
            /** @description The `code` of the error; `null` unless it was answered with one. */
            code: components["schemas"]["ErrorCode"] | null;
            /** @description The `reason` of the error; `null` unless it was answered with one. */
            reason: components["schemas"]["ErrorReason"] | null;
            /** @description What was wrong, as the `details` of the error named it, without any value. */
            faults: components["schemas"]["Fault"][];
            /** @description How many more the error named. */
            moreFaults: number;
            /** @description What the code means and what to do about it. */
            docUrl: string | null;
            /** @description From its arrival to the end of the answer. */
            durationMs: number;
        };
        UpdateMemberBody: {
            /**
             * @description What they may do from now on; the table of roles is in the description of *People*.
             * @example FINANCE
             * @enum {string}
             */
            role: "OWNER" | "ADMIN" | "MANAGER" | "FINANCE" | "VIEWER";
        };
        CreateInvitationBody: {
            /**
             * Format: email
             * @description Whom the link is for. In any case.
             * @example grace@shop.example.com
             */
            email: string;
            /**
             * @description What they may do; the table of roles is in the description of *People*.
             * @example MANAGER
             * @enum {string}
             */
            role: "OWNER" | "ADMIN" | "MANAGER" | "FINANCE" | "VIEWER";
        };
        MemberListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Member"][];
            meta: components["schemas"]["PagedMeta"];
        };
        MemberReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Member"];
            meta: components["schemas"]["Meta"];
        };
        /** @description A person who belongs to the merchant. */
        Member: {
            personId: string;
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            joinedAt: string;
            /**
             * Format: date-time
             * @description When they last signed in, or did what the audit log of this merchant tells; `null`: not yet.
             */
            lastSeenAt: string | null;
        };
        RemovedMemberReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["RemovedMember"];
            meta: components["schemas"]["Meta"];
        };
        RemovedMember: {
            personId: string;
        };
        InvitationListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Invitation"][];
            meta: components["schemas"]["PagedMeta"];
        };
        /** @description A link that may still be used. The link itself is not kept. */
        Invitation: {
            invitationId: string;
            /** @description Whom it is for; `null`: for whoever holds it, as the first owner. */
            email: string | null;
            role: components["schemas"]["Role"];
            /** @description `null`: whoever runs the installation. */
            invitedBy: components["schemas"]["Inviter"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        Inviter: {
            personId: string;
            /** @description `null` for an account that is gone. */
            name: string | null;
        };
        CreatedInvitationReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["CreatedInvitation"];
            meta: components["schemas"]["Meta"];
        };
        /** @description The link, shown this once. */
        CreatedInvitation: {
            invitationId: string;
            email: string | null;
            role: components["schemas"]["Role"];
            /** @description You. */
            invitedBy: components["schemas"]["Inviter"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description What to hand over. It is not kept. */
            link: string;
            /** @description Whether the link was handed to the mail server, for the email. If not, hand it over yourself. */
            mailed: boolean;
        };
        RevokedInvitationReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["RevokedInvitation"];
            meta: components["schemas"]["Meta"];
        };
        RevokedInvitation: {
            invitationId: string;
        };
        AuditLogReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["AuditEntry"][];
            meta: components["schemas"]["PagedMeta"];
        };
        /** @description Something that was done. */
        AuditEntry: {
            entryId: string;
            /** Format: date-time */
            createdAt: string;
            action: components["schemas"]["AuditAction"];
            actor: components["schemas"]["AuditActor"];
            /**
             * @description `null`: both, or neither.
             * @enum {string|null}
             */
            mode: "live" | "test" | null;
            /** @description What it was done to, by its id, or an email. */
            target: string | null;
            /** @description What else there is to say; never a secret. */
            details: {
                [key: string]: unknown;
            };
            /** @description From where, shortened: the last byte of IPv4, all but 48 bits of IPv6 are 0. */
            address: string | null;
        };
        /**
         * @description What was done, with what `details` hold. Later versions may add some.
         *
         *     - `SIGNED_IN`, `SIGNED_OUT`, `PASSWORD_CHANGED`, `SESSION_ENDED`: about the actor.
         *     - `TWO_FACTOR_ENABLED`, `TWO_FACTOR_DISABLED`, `RECOVERY_CODES_MADE`, `RECOVERY_CODE_USED` (`left`): about the actor; where whoever runs the
         *       installation switched it off, the person is the `target`.
         *     - `PASSKEY_ADDED`, `PASSKEY_REMOVED`: the passkey is the `target` (`name`); where whoever runs the installation removed all, the person is.
         *     - `IDENTITY_LINKED`, `IDENTITY_UNLINKED` (`provider`): an account of the sign-in provider, about the actor.
         *     - `RESET_LINK_MADE`: for a new password of the person who is the `target`.
         *     - `PASSWORD_RESET`: set by such a link.
         *     - `MEMBER_INVITED`, `INVITATION_REVOKED`: the email is the `target` (`role`).
         *     - `MEMBER_JOINED`: by an invitation (`role`).
         *     - `MEMBER_ROLE_CHANGED`: the member is the `target` (`from`, `to`).
         *     - `MEMBER_REMOVED`: or they left (`email`, `role`).
         *     - `MERCHANT_LOCKED`, `MERCHANT_UNLOCKED`: by whoever runs the installation; the merchant is the `target`.
         *     - `MERCHANT_RENAMED`: the merchant is the `target` (`from`, `to`).
         *     - `KEY_MADE`, `KEY_REVOKED`: the key is the `target` (`name`, `permissions`).
         *     - `ENDPOINT_CREATED`, `ENDPOINT_DELETED`: the webhook endpoint is the `target` (`name`).
         *     - `ENDPOINT_CHANGED`: the webhook endpoint is the `target` (`name`, `changed`, the fields that are other now; `status` if it is one of them).
         *     - `ENDPOINT_SECRET_ROTATED` (`overlapHours`), `ENDPOINT_NEW_SECRET_USED`: the webhook endpoint is the `target` (`name`).
         *     - `DELIVERIES_RECOVERED`, `DELIVERIES_SKIPPED`: the webhook endpoint is the `target` (`name`; of the first `which`, as the body names it, and `since`; `until`).
         */
        AuditAction: "SIGNED_IN" | "SIGNED_OUT" | "PASSWORD_CHANGED" | "RESET_LINK_MADE" | "PASSWORD_RESET" | "SESSION_ENDED" | "TWO_FACTOR_ENABLED" | "TWO_FACTOR_DISABLED" | "RECOVERY_CODES_MADE" | "RECOVERY_CODE_USED" | "PASSKEY_ADDED" | "PASSKEY_REMOVED" | "IDENTITY_LINKED" | "IDENTITY_UNLINKED" | "MEMBER_INVITED" | "INVITATION_REVOKED" | "MEMBER_JOINED" | "MEMBER_ROLE_CHANGED" | "MEMBER_REMOVED" | "MERCHANT_RENAMED" | "MERCHANT_LOCKED" | "MERCHANT_UNLOCKED" | "KEY_MADE" | "KEY_REVOKED" | "ENDPOINT_CREATED" | "ENDPOINT_CHANGED" | "ENDPOINT_DELETED" | "ENDPOINT_SECRET_ROTATED" | "ENDPOINT_NEW_SECRET_USED" | "DELIVERIES_RECOVERED" | "DELIVERIES_SKIPPED" | (string & {});
        /** @description Who did it. */
        AuditActor: {
            /**
             * @description Somebody who was signed in, an API key, or whoever runs the installation.
             * @enum {string}
             */
            type: "PERSON" | "KEY" | "OPERATOR";
            personId: string | null;
            keyId: string | null;
            /** @description As the person, or the key, is called now; `null` for one that is gone. */
            name: string | null;
            email: string | null;
        };
        ResetPasswordBody: {
            /**
             * @description What follows `#` in the link.
             * @example rst_8Jm2Qq0l3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A
             */
            token: string;
            /**
             * @description At least 12 characters, and none of the commonest.
             * @example correct horse battery staple
             */
            password: string;
        };
        PasswordSetReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["PasswordSet"];
            meta: components["schemas"]["Meta"];
        };
        PasswordSet: {
            /** @constant */
            passwordSet: true;
        };
        UpdateMerchantBody: {
            /**
             * @description How affiliates and members see the merchant. Without line breaks.
             * @example Northwind Coffee
             */
            name: string;
        };
        MerchantReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Merchant"];
            meta: components["schemas"]["Meta"];
        };
        /** @description The account that everything belongs to. */
        Merchant: {
            merchantId: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
        RequestPasswordResetBody: {
            /**
             * Format: email
             * @description In any case.
             * @example ada@shop.example.com
             */
            email: string;
        };
        ResetRequestedReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["ResetRequested"];
            meta: components["schemas"]["Meta"];
        };
        ResetRequested: {
            /** @description Whether this installation sends mail at all. */
            sendsMail: boolean;
        };
        /**
         * @description What the browser answers to a challenge, each part as base64url.
         * @example {
         *       "credentialId": "3n7Yx0lq3cV6rFJYv9bTqg",
         *       "clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0",
         *       "authenticatorData": "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MdAAAAAA",
         *       "signature": "MEUCIQDx5cJ8f3n2"
         *     }
         */
        PasskeyAssertion: {
            /**
             * @description `id` of the credential.
             * @example 3n7Yx0lq3cV6rFJYv9bTqg
             */
            credentialId: string;
            /**
             * @description `response.clientDataJSON`.
             * @example eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0
             */
            clientDataJSON: string;
            /**
             * @description `response.authenticatorData`.
             * @example SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MdAAAAAA
             */
            authenticatorData: string;
            /**
             * @description `response.signature`.
             * @example MEUCIQDx5cJ8f3n2
             */
            signature: string;
            /**
             * @description `response.userHandle`, where there is one.
             * @example AZQf1m0Jm8Yc3nR5wq8uQQ
             */
            userHandle?: string;
        };
        /**
         * @description A passkey that the browser has made, each part as base64url.
         * @example {
         *       "credentialId": "3n7Yx0lq3cV6rFJYv9bTqg",
         *       "clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0",
         *       "attestationObject": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ"
         *     }
         */
        PasskeyAttestation: {
            /**
             * @description `id` of the credential.
             * @example 3n7Yx0lq3cV6rFJYv9bTqg
             */
            credentialId: string;
            /**
             * @description `response.clientDataJSON`.
             * @example eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0
             */
            clientDataJSON: string;
            /**
             * @description `response.attestationObject`.
             * @example o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ
             */
            attestationObject: string;
        };
        CreatePasskeyBody: {
            /**
             * @description What you call it. Without line breaks.
             * @example Laptop
             */
            name: string;
            passkey: components["schemas"]["PasskeyAttestation"];
        };
        PasskeyRequestReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["PasskeyRequest"];
            meta: components["schemas"]["Meta"];
        };
        /** @description `PublicKeyCredentialRequestOptions`, in the JSON form of the standard. */
        PasskeyRequest: {
            /** @description As base64url. Good once. */
            challenge: string;
            /** @description The host that passkeys belong to. */
            rpId: string;
            /** @description For how long the challenge is good, in milliseconds. */
            timeout: number;
            /** @constant */
            userVerification: "required";
        };
        PasskeyCreationReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["PasskeyCreation"];
            meta: components["schemas"]["Meta"];
        };
        /** @description `PublicKeyCredentialCreationOptions`, in the JSON form of the standard. */
        PasskeyCreation: {
            rp: {
                id: string;
                name: string;
            };
            user: {
                /** @description As base64url. Says nothing about the person. */
                id: string;
                name: string;
                displayName: string;
            };
            /** @description As base64url. Good once. */
            challenge: string;
            pubKeyCredParams: {
                /** @constant */
                type: "public-key";
                alg: number;
            }[];
            /** @description For how long the challenge is good, in milliseconds. */
            timeout: number;
            /** @constant */
            attestation: "none";
            excludeCredentials: {
                /** @constant */
                type: "public-key";
                /** @description As base64url. */
                id: string;
            }[];
            authenticatorSelection: {
                /** @constant */
                residentKey: "required";
                /** @constant */
                requireResidentKey: true;
                /** @constant */
                userVerification: "required";
            };
        };
        PasskeyListReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Passkey"][];
            meta: components["schemas"]["Meta"];
        };
        PasskeyReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["Passkey"];
            meta: components["schemas"]["Meta"];
        };
        /** @description A passkey of this person. */
        Passkey: {
            passkeyId: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description `null`: it was not used yet.
             */
            lastUsedAt: string | null;
            /** @description Whether a password manager keeps it for several devices. */
            synced: boolean;
        };
        DeletedPasskeyReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["DeletedPasskey"];
            meta: components["schemas"]["Meta"];
        };
        DeletedPasskey: {
            passkeyId: string;
        };
        /** @description Passkeys of this person. */
        Passkeys: {
            /** @description How many there are. */
            count: number;
            /**
             * @description Why passkeys are not to be had at this installation; `null`: they are. `SECRET_KEY`: none is set. `IP_ADDRESS`, `PLAIN_HTTP`: so is
             *     `PUBLIC_URL`, and browsers know passkeys by a host name and over https (or at localhost) only.
             * @enum {string|null}
             */
            obstacle: "SECRET_KEY" | "IP_ADDRESS" | "PLAIN_HTTP" | null;
        };
        ActivateTwoFactorBody: {
            /**
             * @description Six digits, as the app shows them now.
             * @example 492039
             */
            code: string;
        };
        StartOidcSignInBody: {
            /**
             * @description The token of a link of invitation, what follows `#` in it.
             * @example inv_01m7dkjj8rfq6rg9bvhnjvz1js_8Jm2Qq0l3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A
             */
            invitation?: string;
            /**
             * @description A page of the dashboard to go to afterwards, with its query.
             * @example /account
             */
            returnTo?: string;
        };
        StartOidcBody: {
            /**
             * @description A page of the dashboard to go to afterwards, with its query.
             * @example /account
             */
            returnTo?: string;
        };
        SignInWithOidcBody: {
            /**
             * @description Of the account with the same email, the first time.
             * @example correct horse battery staple
             */
            password?: string;
            /**
             * @description Of the authenticator app, or a recovery code; where two-factor sign-in is on.
             * @example 492039
             */
            code?: string;
            /**
             * @description The language of a new account.
             * @default en
             * @example en
             * @enum {string}
             */
            language?: "en" | "fr";
            /**
             * @description Of a new account, by its IANA name.
             * @default UTC
             * @example Europe/Paris
             */
            timeZone?: string;
        };
        SignInMethodsReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["SignInMethods"];
            meta: components["schemas"]["Meta"];
        };
        SignInMethods: {
            /** @description Who else says who one is; `null`: nobody. */
            oidc: components["schemas"]["SignInProvider"] | null;
        };
        SignInProvider: {
            /** @description As people know it: `OIDC_NAME`. */
            name: string;
        };
        OidcStartReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["OidcStart"];
            meta: components["schemas"]["Meta"];
        };
        OidcStart: {
            /** @description Of the provider, for this browser. */
            url: string;
        };
        /** @description An account of the provider, by which the person may sign in. */
        Identity: {
            identityId: string;
            /** @description Its name; of one that is not that of this installation any more, its host. */
            provider: string;
            /** @description For which the provider vouched last; `null`: for none. */
            email: string | null;
            /** @description Whether this installation signs in by that provider. */
            usable: boolean;
            /** Format: date-time */
            linkedAt: string;
            /** Format: date-time */
            lastUsedAt: string;
        };
        TwoFactorSecretReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["TwoFactorSecret"];
            meta: components["schemas"]["Meta"];
        };
        /** @description What an authenticator app needs. Shown this once. */
        TwoFactorSecret: {
            /** @description In base32, to be typed. */
            secret: string;
            /** @description The same with all else that an app wants to know: what a QR code holds. */
            otpauthUrl: string;
        };
        RecoveryCodesReply: {
            /** @constant */
            success: true;
            data: components["schemas"]["RecoveryCodes"];
            meta: components["schemas"]["Meta"];
        };
        RecoveryCodes: {
            /** @description Each is good once, instead of a code of the app. Shown this once. */
            recoveryCodes: string[];
        };
        /** @description Two-factor sign-in of this person. */
        TwoFactor: {
            /** @description Whether signing in with the password needs a code too. */
            enabled: boolean;
            /** @description How many recovery codes were not used. */
            recoveryCodesLeft: number;
            /** @description Whether it can be switched on here: the installation needs a `SECRET_KEY`. */
            available: boolean;
        };
        Currencies: {
            /** @description The alphabetic code of ISO 4217, and the digits after the point of an amount in it: 0, 2, 3 or 4. */
            minorUnits: {
                [key: string]: number;
            };
        };
        LiveReply: {
            /** @constant */
            success: true;
            data: {
                /** @constant */
                status: "live";
                /**
                 * @description The version of the service that runs.
                 * @example 0.2.0
                 */
                version: string;
            };
            meta: components["schemas"]["Meta"];
        };
        ReadyReply: {
            /** @constant */
            success: true;
            data: {
                /** @constant */
                status: "ready";
            };
            meta: components["schemas"]["Meta"];
        };
        /** @description The search's index, as its library writes it. */
        SearchIndex: {
            [key: string]: unknown;
        };
        /** @description This document. */
        SpecDocument: {
            openapi: string;
            info: {
                [key: string]: unknown;
            };
            paths: {
                [key: string]: unknown;
            };
            components: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description No delivery of this endpoint has this id. */
        UnknownDelivery: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description Nothing was sent. */
        NotResent: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description No endpoint of this merchant and mode has this id, or an id among `deliveryIds` is of no delivery of this endpoint; the first of these is told. Nothing is sent. */
        UnknownEndpointOrDelivery: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description The endpoint is paused or disabled. Nothing is sent. */
        NotRecovered: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The body is against the contract. Nothing is sent. */
        RecoveryRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The body is against the contract. Nothing is skipped. */
        SkippingRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The caller has it already (`If-None-Match`). No body. */
        DashboardNotChanged: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["AskEachTime"];
                ETag: components["headers"]["ETag"];
                Vary: components["headers"]["VaryByEncoding"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The caller has it already (`If-None-Match`). No body. */
        DocsNotChanged: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["DocsCaching"];
                ETag: components["headers"]["ETag"];
                Vary: components["headers"]["VaryByEncoding"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The JSON cannot be parsed, the content type is not `application/json`, or the body is not an object. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description No usable API key. The reply is the same for a missing, malformed, unknown and revoked key. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The key is known, but lacks the permission that this operation needs (`details` name it), or its merchant is locked. With a session: the role lacks it, `X-Merchant` and `X-Mode` name nothing that the person belongs to, the call comes from another site, or the person has to say again who they are. */
        PermissionDenied: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PermissionErrorReply"];
            };
        };
        /** @description An id in the path or the body names nothing that you can see. `details` say which. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description The body is larger than 64 KiB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The query is against the contract. All faults are named at once. */
        QueryRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description Some of the ids name no commission that this key can see. None was changed. */
        UnknownCommissions: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnknownCommissionsErrorReply"];
            };
        };
        /** @description The body is against the contract. All faults are named at once; nothing was changed. */
        CommissionIdsRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description No endpoint of this merchant and mode has this id. */
        UnknownEndpoint: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description An id among `campaignIds` names nothing that you can see; the first of these is told. */
        UnknownCampaignOfEndpoint: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description No endpoint of this merchant and mode has this id, or an id among `campaignIds` names nothing that you can see. */
        UnknownEndpointOrCampaign: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description There are as many endpoints as there may be, or no secret can be kept. Nothing was made. */
        EndpointConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The rotation before is still under way, or no secret can be kept. Nothing was changed. */
        RotationConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The body is against the contract, or the address cannot be one. All faults of the body are named at once. */
        EndpointRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The body is against the contract. */
        RotationRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description Too many calls with this key. Only where the installation sets a limit for keys. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Our fault. Details are in our log, under the request id. */
        ServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The database is away, the queue is full, or the service is stopping. Repeat the call; the repeat tells the outcome. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The JSON cannot be parsed, the content type is not `application/json`, or the body is not an object. */
        BrowserBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description A key was sent, and it is not usable. Send a good one, or none. */
        BrowserUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The key that was sent is known, but lacks the permission that this operation needs (`details` name it), or its merchant is locked. */
        BrowserPermissionDenied: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PermissionErrorReply"];
            };
        };
        /** @description An id in the path names nothing that everybody may see. */
        BrowserNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description The body is larger than 64 KiB. */
        BrowserPayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Too many anonymous calls from this address, or too many calls with the key that was sent. */
        BrowserRateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Our fault. Details are in our log, under the request id. */
        BrowserServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The database is away, the queue is full, or the service is stopping. The call may be repeated. */
        BrowserUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Taken note of, or not. The reply does not say. No body. */
        Reported: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description No session, or one that has ended. The same for a missing, malformed, unknown and ended one. */
        NoSession: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Email and password do not belong together, or the second factor is missing or wrong. */
        WrongCredentials: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The call comes from a page of another site, or from none. */
        CrossSite: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Too many wrong passwords or codes. Wait, or have the password reset. */
        SignInLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description A field is missing, or cannot be one. */
        SignInRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description No such link, or one that was used, withdrawn or is too old. */
        UnknownInvitation: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description There is an account with this email. */
        AccountExists: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The token is missing, or cannot be one. */
        TokenRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description A field is missing or cannot be used. All faults are named at once. */
        AccountRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description You belong to this merchant already. */
        AlreadyMember: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description No session, or a wrong password. */
        WrongPassword: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description No session of yours has this id. */
        UnknownSession: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description A field cannot be used. */
        ProfileRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description A password is missing, or the new one cannot be used. */
        PasswordRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description No key of this merchant and mode has this id. */
        UnknownKey: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description A field is missing, or cannot be one. */
        KeyRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description Your role lacks the permission, only an owner may do this to an owner, or you have to say again who you are. */
        OwnersDenied: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PermissionErrorReply"];
            };
        };
        /** @description Nobody of this merchant has this id. */
        UnknownMember: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description The call comes from a page of another site, or you have to say again who you are. */
        LeavingDenied: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description You belong to no merchant with this id. */
        UnknownMembership: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description Nobody else is an owner. Nothing was changed. */
        LastOwner: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The role is missing, or there is no such role. */
        RoleRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The person belongs to the merchant already, or too many invitations wait. Nothing was made. */
        InvitationRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description A field is missing, or cannot be used. */
        InviteeRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description No invitation of this merchant that may still be used has this id. */
        NoSuchInvitation: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description Your role lacks the permission, or you have to say again who you are. */
        ExportDenied: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PermissionErrorReply"];
            };
        };
        /** @description No such link, or one that was used or is too old. */
        UnknownResetLink: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description A field is missing, or the password cannot be used. */
        NewPasswordRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The name is missing, or cannot be one. */
        MerchantRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The email is missing, or cannot be one. */
        ResetRequestRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description Too many requests for this email, or from this address. */
        ResetLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description You have to say again who you are; or the call comes from a page of another site. */
        SecurityDenied: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description It is on already, or this installation cannot keep a secret. Nothing was changed. */
        TwoFactorUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description There is no secret yet, it is on already, or the secret cannot be read. Nothing was changed. */
        TwoFactorNotBegun: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description It is off. */
        TwoFactorOff: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The code of an app cannot be checked here. A recovery code can. */
        SecretKeyNeeded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description No session, or a wrong code. */
        WrongCode: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The code is missing, or cannot be one. */
        CodeRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description Passkeys are not to be had here. */
        PasskeysUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description It is known, there are too many, or passkeys are not to be had here. Nothing was added. */
        PasskeyKnown: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The answer of the browser is not good, or comes too late. */
        WrongPasskey: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description No passkey of yours has this id. */
        UnknownPasskey: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description A field is missing, or cannot be one. */
        PasskeyRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The code of an app, or a passkey, cannot be checked here. The password, and a recovery code, can. */
        ProofUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description No session; a wrong password, code or passkey. */
        NotConfirmed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Nothing was sent that shows who you are, or more than one thing. */
        ProofRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description This installation signs in by no provider. */
        NoProvider: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description A field cannot be used. */
        StartRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description The provider, or the database, cannot be reached. */
        ProviderAway: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description No session; or nothing was begun in it, in this browser, a moment ago. */
        OidcExpired: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Nothing was begun in this browser a moment ago; or more has to be sent. */
        OidcSignInFailed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Whom the provider names may not come in; or the call comes from a page of another site. */
        OidcSignInDenied: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description It is somebody else; or the call comes from a page of another site. */
        OtherIdentity: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Something is in the way. Nothing was changed. */
        IdentityTaken: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description A field cannot be used. */
        OidcSignInRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationErrorReply"];
            };
        };
        /** @description No link of yours has this id. */
        UnknownIdentity: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorReply"];
            };
        };
        /** @description It is the only way in. */
        OnlyWayIn: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConflictErrorReply"];
            };
        };
        /** @description The page may call this path. No body. */
        Preflight: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                /**
                 * @description The methods a page may use.
                 * @example GET, POST
                 */
                "Access-Control-Allow-Methods": "GET, POST";
                /**
                 * @description The headers a page may send. `Authorization` is not among them, because a secret key in a browser is a leak.
                 * @example content-type, x-request-id
                 */
                "Access-Control-Allow-Headers": "content-type, x-request-id";
                /**
                 * @description For how many seconds the browser may remember this.
                 * @example 7200
                 */
                "Access-Control-Max-Age": 7200;
                "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description How many to return. Values above 100 are read as 100. */
        Limit: number;
        /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
        Offset: number;
        /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
        Cursor: string;
        /** @description Your order id, byte for byte. */
        ExternalIdFilter: string;
        /** @description Only conversions that are in this state now. */
        StatusFilter: "UNATTRIBUTED" | "ATTRIBUTED";
        /** @description Only conversions credited to this affiliate. */
        AffiliateFilter: string;
        /** @description Only conversions credited in this campaign. */
        CampaignFilter: string;
        /** @description Only conversions with `occurredAt` at or after this time. */
        OccurredFrom: string;
        /** @description Only conversions with `occurredAt` before this time. A `to` before `from` is refused with 422. */
        OccurredTo: string;
        /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
        EndpointId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The request's id, as in `meta.requestId`. Your own well-formed `X-Request-Id` is kept.
         * @example 66e29503-3d9c-4516-b723-897a4e367074
         */
        RequestId: string;
        /**
         * @description Seconds to wait before the next try.
         * @example 1
         */
        RetryAfter: number;
        /**
         * @description What is left (`r`) and in how many seconds there is more (`t`), for the policy that was hit (IETF draft ratelimit-headers).
         * @example "clicks";r=0;t=1
         */
        RateLimit: string;
        /**
         * @description The policy; `q` calls in a window of `w` seconds.
         * @example "clicks";q=120;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description How to authenticate.
         * @example Bearer
         */
        WwwAuthenticate: "Bearer";
        /** @description To be asked for each time (`no-cache`); `If-None-Match` makes that cheap. */
        AskEachTime: string;
        /** @description May be kept for ever. */
        KeptForEver: string;
        /** @description May be kept for a day. */
        KeptForADay: string;
        /** @description `no-cache` (ask each time), but for a file that is named by its content or asked for with its version: `public, max-age=31536000, immutable`. */
        DocsCaching: string;
        /**
         * @description Never cached; each visit is a click of its own.
         * @example no-store
         */
        NoStore: "no-store";
        /**
         * @description Pages of any site may load it.
         * @example cross-origin
         */
        ForAnySite: "cross-origin";
        /**
         * @description May be kept by anybody for an hour.
         * @example public, max-age=3600
         */
        AnHour: "public, max-age=3600";
        /**
         * @description Names this very text, in this very encoding.
         * @example "6fZ0pJ2mT1qB8xkV-gzip"
         */
        ETag: string;
        /**
         * @description The reply depends on what encodings the caller accepts.
         * @example Accept-Encoding
         */
        VaryByEncoding: "Accept-Encoding";
        /**
         * @description There if the reply is compressed. `br` only for what is the same for everyone, such as this document.
         * @example gzip
         */
        ContentEncoding: "gzip" | "br";
        /**
         * @description Any page may call this path. Credentials are never allowed.
         * @example *
         */
        AllowOrigin: "*";
        /**
         * @description The headers a page may read.
         * @example X-Request-Id, Retry-After
         */
        ExposeHeaders: "X-Request-Id, Retry-After";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    recordPostback: {
        parameters: {
            query?: {
                /** @description `true`: decide and answer, but store nothing. */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPostbackBody"];
            };
        };
        responses: {
            /** @description The conversion was known already and is returned as it is now, or this was a dry run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostbackReply"];
                };
            };
            /** @description The conversion was recorded, with an affiliate or without. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostbackReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            /** @description The `externalId` stands for an order with another type, amount, currency or `isSynthetic`. Nothing was changed. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body or the query is against the contract. All faults are named at once; nothing was recorded. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordBatchBody"];
            };
        };
        responses: {
            /** @description Every item has its result, in the order in which they were sent. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            /** @description The body is larger than 1 MiB. Nothing was recorded. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `conversions` is missing, empty, no list or too long, or there is another field or a query parameter beside it. Nothing was recorded. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportConversions: {
        parameters: {
            query?: {
                /** @description Your order id, byte for byte. */
                externalId?: components["parameters"]["ExternalIdFilter"];
                /** @description Only conversions that are in this state now. */
                status?: components["parameters"]["StatusFilter"];
                /** @description Only conversions credited to this affiliate. */
                affiliateId?: components["parameters"]["AffiliateFilter"];
                /** @description Only conversions credited in this campaign. */
                campaignId?: components["parameters"]["CampaignFilter"];
                /** @description Only conversions with `occurredAt` at or after this time. */
                from?: components["parameters"]["OccurredFrom"];
                /** @description Only conversions with `occurredAt` before this time. A `to` before `from` is refused with 422. */
                to?: components["parameters"]["OccurredTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, without envelope, sent piece by piece (no `Content-Length`). */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    /**
                     * @description A name for the file.
                     * @example attachment; filename="conversions.csv"
                     */
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    refundConversion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundConversionBody"];
            };
        };
        responses: {
            /** @description The refund is recorded, by this call or before. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundReply"];
                };
            };
            /** @description The order is not known yet. The refund is kept and applied when it comes. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description More than is left, or a `refundId` that stands for another amount. Nothing was changed. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once; nothing was changed. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    summarizeConversions: {
        parameters: {
            query?: {
                /** @description Your order id, byte for byte. */
                externalId?: components["parameters"]["ExternalIdFilter"];
                /** @description Only conversions that are in this state now. */
                status?: components["parameters"]["StatusFilter"];
                /** @description Only conversions credited to this affiliate. */
                affiliateId?: components["parameters"]["AffiliateFilter"];
                /** @description Only conversions credited in this campaign. */
                campaignId?: components["parameters"]["CampaignFilter"];
                /** @description Only conversions with `occurredAt` at or after this time. */
                from?: components["parameters"]["OccurredFrom"];
                /** @description Only conversions with `occurredAt` before this time. A `to` before `from` is refused with 422. */
                to?: components["parameters"]["OccurredTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionSummaryReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConversions: {
        parameters: {
            query?: {
                /** @description Your order id, byte for byte. */
                externalId?: components["parameters"]["ExternalIdFilter"];
                /** @description Only conversions that are in this state now. */
                status?: components["parameters"]["StatusFilter"];
                /** @description Only conversions credited to this affiliate. */
                affiliateId?: components["parameters"]["AffiliateFilter"];
                /** @description Only conversions credited in this campaign. */
                campaignId?: components["parameters"]["CampaignFilter"];
                /** @description Only conversions with `occurredAt` at or after this time. */
                from?: components["parameters"]["OccurredFrom"];
                /** @description Only conversions with `occurredAt` before this time. A `to` before `from` is refused with 422. */
                to?: components["parameters"]["OccurredTo"];
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of conversions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConversion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The conversion's id. An id that cannot exist is 404, like one that does not. */
                conversionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversion. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrace: {
        parameters: {
            query?: {
                /** @description Your order id, byte for byte. It is unique in your merchant and mode, whatever the `conversionType`. */
                externalId?: string;
                /** @description Our id of the order. */
                conversionId?: string;
                /** @description The session, as `rcsid` has it in the landing page's address. */
                sessionId?: string;
                /** @description The click, as `cid` has it in the landing page's address. */
                clickId?: string;
                /** @description An affiliate's tracking code, in any case. Give a period with it, or take the last 30 days. */
                code?: string;
                /** @description The SHA-256 of the customer's trimmed, lower-cased email, in hexadecimal. */
                customerEmailHash?: string;
                /** @description Your customer's id, byte for byte. */
                customerId?: string;
                /** @description With `code` only: orders recorded at or after this time. Default: 30 days before `to`. At most 92 days before `to`. */
                from?: string;
                /** @description With `code` only: orders recorded before this time. Default: now. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraceReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            /** @description Not exactly one thing to look for, or another parameter is against the contract. All faults are named at once. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description Only campaigns in this state. */
                status?: "DRAFT" | "ACTIVE" | "PAUSED" | "ARCHIVED";
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of campaigns. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCampaignBody"];
            };
        };
        responses: {
            /** @description The campaign was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCampaignBody"];
            };
        };
        responses: {
            /** @description The campaign after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description The terms are frozen, the campaign cannot be a draft any more, or it is archived. Nothing was changed, not even the other fields. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once; nothing was changed. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign, archived. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPublicCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicCampaignReply"];
                };
            };
            404: components["responses"]["BrowserNotFound"];
            429: components["responses"]["BrowserRateLimited"];
            500: components["responses"]["BrowserServerError"];
            503: components["responses"]["BrowserUnavailable"];
        };
    };
    preflightPublicCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Preflight"];
        };
    };
    getConversionsTimeline: {
        parameters: {
            query?: {
                /** @description The beginning of the window, included. Left out, 30 days before `to`. Not before the year 1970. */
                from?: string;
                /** @description The end of the window, not included. Left out, now. After `from` and at most 3660 days later (422). Not after the year 9998. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The campaign's id. An id that cannot exist is 404, like one that does not. */
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timeline. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionsTimelineReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description The query is against the contract. All faults are named at once. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAffiliates: {
        parameters: {
            query?: {
                /** @description Only affiliates in this state. */
                status?: "ACTIVE" | "SUSPENDED";
                /** @description Only affiliates with a link in this campaign. */
                campaignId?: string;
                /** @description Only the affiliate with this email, in either case. */
                email?: string;
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of affiliates. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffiliateListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAffiliate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAffiliateBody"];
            };
        };
        responses: {
            /** @description The affiliate, with all links. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffiliateReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description The email is in this campaign already, the code is taken, or the campaign is archived. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAffiliate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The affiliate's id. An id that cannot exist is 404, like one that does not. */
                affiliateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The affiliate. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffiliateReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAffiliate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The affiliate's id. An id that cannot exist is 404, like one that does not. */
                affiliateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAffiliateBody"];
            };
        };
        responses: {
            /** @description The affiliate after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffiliateReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description Another affiliate has this email. Nothing was changed. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once; nothing was changed. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCommissions: {
        parameters: {
            query?: {
                /** @description Only commissions in this state. */
                status?: "PENDING" | "APPROVED" | "PAID" | "REJECTED";
                /** @description Only commissions of this affiliate. */
                affiliateId?: string;
                /** @description Only commissions earned in this campaign. */
                campaignId?: string;
                /** @description Only the commission of this conversion. */
                conversionId?: string;
                /** @description Only commissions in this currency, in either case. */
                currency?: string;
                /** @description Only commissions with `createdAt` at or after this time. */
                from?: string;
                /** @description Only commissions with `createdAt` before this time. A `to` before `from` is refused with 422. */
                to?: string;
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of commissions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    bulkApproveCommissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkApproveCommissionsBody"];
            };
        };
        responses: {
            /** @description All of them are approved now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionDecisionsReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownCommissions"];
            /** @description Some of them cannot be approved any more. None was changed. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionStatesErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["CommissionIdsRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    bulkRejectCommissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRejectCommissionsBody"];
            };
        };
        responses: {
            /** @description All of them are rejected now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionDecisionsReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownCommissions"];
            /** @description Some of them are in a payout. None was changed. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionStatesErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["CommissionIdsRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCommission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The commission's id. An id that cannot exist is 404, like one that does not. */
                commissionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The commission. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    adjustCommission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The commission's id. An id that cannot exist is 404, like one that does not. */
                commissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustCommissionBody"];
            };
        };
        responses: {
            /** @description The commission after the adjustment. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustedCommissionReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description The balance would go below 0, the commission is rejected, or the `adjustmentId` stands for another adjustment. Nothing was added. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once; nothing was added. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAffiliateBalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The affiliate's id. An id that cannot exist is 404, like one that does not. */
                affiliateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balances, by currency. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffiliateBalancesReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                /** @description Only payouts in this state. */
                status?: "PENDING" | "PAID";
                /** @description Only payouts to this affiliate. */
                affiliateId?: string;
                /** @description Only payouts in this currency, in either case. */
                currency?: string;
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of payouts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPayout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePayoutBody"];
            };
        };
        responses: {
            /** @description The `payoutKey` was known already; this is its payout as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedPayoutReply"];
                };
            };
            /** @description The payout was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedPayoutReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description There is nothing to pay, or the `payoutKey` stands for another payout. Nothing was changed. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once; nothing was changed. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportPayouts: {
        parameters: {
            query?: {
                /** @description Only payouts in this state. */
                status?: "PENDING" | "PAID";
                /** @description Only payouts to this affiliate. */
                affiliateId?: string;
                /** @description Only payouts in this currency, in either case. */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, without envelope, sent piece by piece (no `Content-Length`). */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    /**
                     * @description A name for the file.
                     * @example attachment; filename="payouts.csv"
                     */
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payout's id. An id that cannot exist is 404, like one that does not. */
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPayoutItems: {
        parameters: {
            query?: {
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description The payout's id. An id that cannot exist is 404, like one that does not. */
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of items. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutItemListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    markPayoutPaid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payout's id. An id that cannot exist is 404, like one that does not. */
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkPayoutPaidBody"];
            };
        };
        responses: {
            /** @description The payout, paid. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["NotFound"];
            /** @description The payout was marked as paid before, with other values. Nothing was changed. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictErrorReply"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            /** @description The body is against the contract. All faults are named at once; nothing was changed. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEndpoints: {
        parameters: {
            query?: {
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEndpointBody"];
            };
        };
        responses: {
            /** @description The endpoint, with its secret, which is shown this once. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecretReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownCampaignOfEndpoint"];
            409: components["responses"]["EndpointConflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["EndpointRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpoint"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateEndpointBody"];
            };
        };
        responses: {
            /** @description The endpoint after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpointOrCampaign"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["EndpointRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedWebhookEndpointReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpoint"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateEndpointSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateEndpointSecretBody"];
            };
        };
        responses: {
            /** @description The endpoint, with its new secret, which is shown this once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecretReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpoint"];
            409: components["responses"]["RotationConflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["RotationRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    useNewEndpointSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpoint"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    followLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tracking code, in either case. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the landing page. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The landing URL, with `rcsid` and `cid` if a click was made.
                     * @example https://shop.example.com/autumn?utm_source=blog&rcsid=rcs_01m7dkjj8rf4rbgb8mzjtf5zpa&cid=clk_01m7dkjj8rfq6rg9bvhnjvz1js
                     */
                    Location: string;
                    /**
                     * @description The session, if a click was made. `Secure` is added on https. It is not `HttpOnly`, because the browser SDK reads it. It has a `Domain` only if the installation sets one.
                     * @example _rc_sid=rcs_01m7dkjj8rf4rbgb8mzjtf5zpa; Max-Age=7776000; Path=/; SameSite=Lax; Secure
                     */
                    "Set-Cookie"?: string;
                    "Cache-Control": components["headers"]["NoStore"];
                    /**
                     * @description Whether a click was made. Only for a caller with a key of the link's merchant and mode.
                     * @example false
                     */
                    "Click-Counted"?: "true" | "false";
                    /**
                     * @description Why none was made; beside `Click-Counted: false`. The first of these that holds, in the order in which they are asked; later versions may add some. `CAMPAIGN_NOT_ACTIVE`: it is a draft, paused or archived. `AFFILIATE_SUSPENDED`. `HEAD`: the method. `PREFETCH`: a header says that the page is loaded ahead, or for a preview. `BOT`: the `User-Agent` names a known robot. `OVER_THE_LIMIT`: more clicks than one address may make. `DATABASE_AWAY_OR_SLOW`: the click could not be written in time.
                     * @example BOT
                     */
                    "Click-Uncounted-Reason"?: "CAMPAIGN_NOT_ACTIVE" | "AFFILIATE_SUSPENDED" | "HEAD" | "PREFETCH" | "BOT" | "OVER_THE_LIMIT" | "DATABASE_AWAY_OR_SLOW" | (string & {});
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No such code. A plain page for people. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    trackClick: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackClickBody"];
            };
        };
        responses: {
            /** @description The click was recorded, or there was none to record. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackClickReply"];
                };
            };
            400: components["responses"]["BrowserBadRequest"];
            /** @description The address holds no code, or an unknown one. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundErrorReply"];
                };
            };
            413: components["responses"]["BrowserPayloadTooLarge"];
            /** @description The body or the query is against the contract. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["BrowserRateLimited"];
            500: components["responses"]["BrowserServerError"];
            503: components["responses"]["BrowserUnavailable"];
        };
    };
    preflightClick: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Preflight"];
        };
    };
    identify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyBody"];
            };
        };
        responses: {
            /** @description Taken note of, or not. The reply does not say. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifyReply"];
                };
            };
            400: components["responses"]["BrowserBadRequest"];
            401: components["responses"]["BrowserUnauthorized"];
            403: components["responses"]["BrowserPermissionDenied"];
            413: components["responses"]["BrowserPayloadTooLarge"];
            /** @description The body or the query is against the contract. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["BrowserRateLimited"];
            500: components["responses"]["BrowserServerError"];
            503: components["responses"]["BrowserUnavailable"];
        };
    };
    preflightIdentify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Preflight"];
        };
    };
    identifyFromBrowser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyFromBrowserBody"];
            };
        };
        responses: {
            /** @description Taken note of, or not. The reply does not say. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifyReply"];
                };
            };
            400: components["responses"]["BrowserBadRequest"];
            413: components["responses"]["BrowserPayloadTooLarge"];
            /** @description The body or the query is against the contract. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["BrowserRateLimited"];
            500: components["responses"]["BrowserServerError"];
            503: components["responses"]["BrowserUnavailable"];
        };
    };
    preflightIdentifyFromBrowser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Preflight"];
        };
    };
    getBrowserScript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script, compressed with gzip if the caller accepts it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    "Cross-Origin-Resource-Policy": components["headers"]["ForAnySite"];
                    "Cache-Control": components["headers"]["AnHour"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    /**
                     * @description There if the script is compressed.
                     * @example gzip
                     */
                    "Content-Encoding"?: "gzip";
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            /** @description The caller has it already (`If-None-Match`). No body. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    "Access-Control-Expose-Headers": components["headers"]["ExposeHeaders"];
                    "Cross-Origin-Resource-Policy": components["headers"]["ForAnySite"];
                    "Cache-Control": components["headers"]["AnHour"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getInstallation: {
        parameters: {
            query?: {
                /** @description The word that the link was opened with. `lastSession` is then that of this test, or `null` as long as the script has not reported it. */
                testId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token, and what was reported with it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstallationReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            /** @description The query is against the contract. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportInstalled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReportInstalledBody"];
                "text/plain": string;
            };
        };
        responses: {
            204: components["responses"]["Reported"];
        };
    };
    preflightInstalled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Preflight"];
        };
    };
    reportSessionCaptured: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReportSessionCapturedBody"];
                "text/plain": string;
            };
        };
        responses: {
            204: components["responses"]["Reported"];
        };
    };
    preflightSessionCaptured: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Preflight"];
        };
    };
    ping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is good. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description You are signed in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The session. On https it is `__Host-rc_session`, `Secure`; on plain http, `rc_session`. Never readable by scripts.
                     * @example __Host-rc_session=2mJ0X0lq3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongCredentials"];
            403: components["responses"]["CrossSite"];
            409: components["responses"]["SecretKeyNeeded"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["SignInRefused"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are signed out. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description Takes the session's cookie away.
                     * @example __Host-rc_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOutReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["CrossSite"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInvitationBody"];
            };
        };
        responses: {
            /** @description The link works. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["UnknownInvitation"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["TokenRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationBody"];
            };
        };
        responses: {
            /** @description You belong to the merchant, and are signed in. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The session. On https it is `__Host-rc_session`, `Secure`; on plain http, `rc_session`. Never readable by scripts.
                     * @example __Host-rc_session=2mJ0X0lq3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["UnknownInvitation"];
            409: components["responses"]["AccountExists"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["AccountRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInvitationBody"];
            };
        };
        responses: {
            /** @description You belong to the merchant. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoSession"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["UnknownInvitation"];
            409: components["responses"]["AlreadyMember"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["TokenRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    leaveMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The merchant to leave. */
                merchantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You do not belong to the merchant any more. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["LeavingDenied"];
            404: components["responses"]["UnknownMembership"];
            409: components["responses"]["LastOwner"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            401: components["responses"]["NoSession"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeBody"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoSession"];
            403: components["responses"]["CrossSite"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["ProfileRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        responses: {
            /** @description Changed. You stay signed in here. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongPassword"];
            403: components["responses"]["CrossSite"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["PasswordRefused"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmIdentityBody"];
            };
        };
        responses: {
            /** @description It is you. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotConfirmed"];
            403: components["responses"]["CrossSite"];
            409: components["responses"]["ProofUnavailable"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["ProofRefused"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your sessions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListReply"];
                };
            };
            401: components["responses"]["NoSession"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessionReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["UnknownSession"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, shown this once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoFactorSecretReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["SecurityDenied"];
            409: components["responses"]["TwoFactorUnavailable"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["SecurityDenied"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    activateTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateTwoFactorBody"];
            };
        };
        responses: {
            /** @description It is on. The recovery codes are shown this once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongCode"];
            403: components["responses"]["SecurityDenied"];
            409: components["responses"]["TwoFactorNotBegun"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["CodeRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes, shown this once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["SecurityDenied"];
            409: components["responses"]["TwoFactorOff"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What to hand to the browser. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequestReply"];
                };
            };
            403: components["responses"]["CrossSite"];
            409: components["responses"]["PasskeysUnavailable"];
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAssertion"];
            };
        };
        responses: {
            /** @description You are signed in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The session. On https it is `__Host-rc_session`, `Secure`; on plain http, `rc_session`. Never readable by scripts.
                     * @example __Host-rc_session=2mJ0X0lq3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongPasskey"];
            403: components["responses"]["CrossSite"];
            409: components["responses"]["PasskeysUnavailable"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["PasskeyRefused"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your passkeys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyListReply"];
                };
            };
            401: components["responses"]["NoSession"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePasskeyBody"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongPasskey"];
            403: components["responses"]["SecurityDenied"];
            409: components["responses"]["PasskeyKnown"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["PasskeyRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What to hand to the browser. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreationReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["SecurityDenied"];
            409: components["responses"]["PasskeysUnavailable"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The passkey. */
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedPasskeyReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["SecurityDenied"];
            404: components["responses"]["UnknownPasskey"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethodsReply"];
                };
            };
        };
    };
    startOidcSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartOidcSignInBody"];
            };
        };
        responses: {
            /** @description Lead the browser there. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description What this browser keeps of the sign-in that was begun, sealed: `__Host-rc_oidc` on https, on plain http `rc_oidc`. Ten minutes; never readable by scripts.
                     * @example __Host-rc_oidc=AR3f…; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStartReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["NoProvider"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["StartRefused"];
            503: components["responses"]["ProviderAway"];
        };
    };
    receiveOidcCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the dashboard. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The dashboard.
                     * @example https://go.example.com/dashboard/oidc#for=sign-in&to=%2Forders
                     */
                    Location: string;
                    /**
                     * @description What the provider said, sealed, in place of what was begun; or that taken away. None for who has begun nothing here.
                     * @example __Host-rc_oidc=AR3f…; Path=/; HttpOnly; SameSite=Lax; Max-Age=300; Secure
                     */
                    "Set-Cookie"?: string;
                    /**
                     * @description Never cached; it is of this browser, once.
                     * @example no-store
                     */
                    "Cache-Control": "no-store";
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signInWithOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInWithOidcBody"];
            };
        };
        responses: {
            /** @description You are signed in. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The session, as `signIn` hands it out; and what was kept of the sign-in that was begun is taken away.
                     * @example __Host-rc_session=2mJ0X0lq3cV6rFJYv9bTqkPz4b9h3nR5wq8uQeJtX1A; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["OidcSignInFailed"];
            403: components["responses"]["OidcSignInDenied"];
            404: components["responses"]["UnknownInvitation"];
            409: components["responses"]["IdentityTaken"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["OidcSignInRefused"];
            429: components["responses"]["SignInLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    startOidcConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartOidcBody"];
            };
        };
        responses: {
            /** @description Lead the browser there. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description What this browser keeps of the sign-in that was begun, sealed: `__Host-rc_oidc` on https, on plain http `rc_oidc`. Ten minutes; never readable by scripts.
                     * @example __Host-rc_oidc=AR3f…; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStartReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoSession"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["NoProvider"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["StartRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ProviderAway"];
        };
    };
    finishOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description Takes away what was kept of what was begun.
                     * @example __Host-rc_oidc=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            401: components["responses"]["OidcExpired"];
            403: components["responses"]["OtherIdentity"];
            409: components["responses"]["IdentityTaken"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    startIdentityLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartOidcBody"];
            };
        };
        responses: {
            /** @description Lead the browser there. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description What this browser keeps of the sign-in that was begun, sealed: `__Host-rc_oidc` on https, on plain http `rc_oidc`. Ten minutes; never readable by scripts.
                     * @example __Host-rc_oidc=AR3f…; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStartReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoSession"];
            403: components["responses"]["SecurityDenied"];
            404: components["responses"]["NoProvider"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["StartRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ProviderAway"];
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The link, as `getMe` names it. */
                identityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlinked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["SecurityDenied"];
            404: components["responses"]["UnknownIdentity"];
            409: components["responses"]["OnlyWayIn"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyBody"];
            };
        };
        responses: {
            /** @description The key, shown this once. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["KeyRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id, not the key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is refused. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownKey"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Only calls with this key. An id that names nothing gives an empty list. */
                keyId?: string;
                /** @description Only calls of this operation, by its `operationId`. One that there is not gives an empty list. */
                operationId?: string;
                /** @description `true`: only calls that failed. `false`: only those that succeeded. */
                failed?: boolean;
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of calls. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    testEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was sent, and what came back. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpoint"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only deliveries in this state. */
                state?: string;
                /** @description Only deliveries of events of this name. A name that there is not gives an empty list. */
                event?: string;
                /** @description Only deliveries of this event. An id that names nothing gives an empty list. */
                eventId?: string;
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryListReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpoint"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
                /** @description The delivery's id. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownDelivery"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. */
                endpointId: string;
                /** @description The delivery's id. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownDelivery"];
            409: components["responses"]["NotResent"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recoverDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoverDeliveriesBody"];
            };
        };
        responses: {
            /** @description On their way. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveredDeliveriesReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpointOrDelivery"];
            409: components["responses"]["NotRecovered"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["RecoveryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    skipDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint's id. An id that cannot exist is 404, like one that does not. */
                endpointId: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipDeliveriesBody"];
            };
        };
        responses: {
            /** @description They are skipped. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkippedDeliveriesReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["UnknownEndpoint"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["SkippingRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The `cursor` of an earlier reply: only what came after it. Left out: from the oldest that is kept. `now`: nothing of before, but the cursor to begin with. */
                after?: string;
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPageReply"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberListReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The member. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMemberBody"];
            };
        };
        responses: {
            /** @description The member as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoSession"];
            403: components["responses"]["OwnersDenied"];
            404: components["responses"]["UnknownMember"];
            409: components["responses"]["LastOwner"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["RoleRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The member. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They do not belong to the merchant any more. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedMemberReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["OwnersDenied"];
            404: components["responses"]["UnknownMember"];
            409: components["responses"]["LastOwner"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationListReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvitationBody"];
            };
        };
        responses: {
            /** @description The link, shown this once. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitationReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoSession"];
            403: components["responses"]["OwnersDenied"];
            409: components["responses"]["InvitationRefused"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["InviteeRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The invitation. */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link does not work any more. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedInvitationReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["OwnersDenied"];
            404: components["responses"]["NoSuchInvitation"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /** @description Only what this person did. An id that names nobody gives an empty list. */
                personId?: string;
                /** @description Only this. One that there is not gives an empty list. */
                action?: string;
                /** @description Only what was done at this time or later. */
                from?: string;
                /** @description Only what was done before this time. */
                to?: string;
                /** @description How many to return. Values above 100 are read as 100. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to skip. For deeper paging use `cursor`. Not together with `cursor` (422). */
                offset?: components["parameters"]["Offset"];
                /** @description `meta.page.nextCursor` of the page before. Opaque; keep the other parameters as they were. A cursor that is not ours is 422. Not together with `offset` (422). */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["PermissionDenied"];
            422: components["responses"]["QueryRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAuditLog: {
        parameters: {
            query?: {
                /** @description Only what this person did. An id that names nobody gives an empty list. */
                personId?: string;
                /** @description Only this. One that there is not gives an empty list. */
                action?: string;
                /** @description Only what was done at this time or later. */
                from?: string;
                /** @description Only what was done before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, without envelope, sent piece by piece (no `Content-Length`). */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    /**
                     * @description A name for the file.
                     * @example attachment; filename="audit-log.csv"
                     */
                    "Content-Disposition": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["ExportDenied"];
            422: components["responses"]["QueryRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordBody"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordSetReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["CrossSite"];
            404: components["responses"]["UnknownResetLink"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["NewPasswordRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The merchant. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantReply"];
                };
            };
            401: components["responses"]["NoSession"];
            403: components["responses"]["PermissionDenied"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMerchantBody"];
            };
        };
        responses: {
            /** @description The merchant as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NoSession"];
            403: components["responses"]["PermissionDenied"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["MerchantRefused"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetBody"];
            };
        };
        responses: {
            /** @description If somebody has this email, a link is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetRequestedReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["CrossSite"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["ResetRequestRefused"];
            429: components["responses"]["ResetLimited"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["Unavailable"];
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveReply"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyReply"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    getSpecYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
        };
    };
    getSpecJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecDocument"];
                };
            };
        };
    };
    getCurrencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["KeptForADay"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Currencies"];
                };
            };
            /** @description The caller has it already (`If-None-Match`). No body. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["KeptForADay"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the documentation. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /**
                     * @description The documentation's path.
                     * @example /docs
                     */
                    Location: string;
                    "Cache-Control": components["headers"]["AskEachTime"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getRobotsText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["DocsCaching"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            304: components["responses"]["DocsNotChanged"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["DocsCaching"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["DocsNotChanged"];
        };
    };
    getDocsPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The page's name, with `.md` for Markdown, or a file's name. */
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page or file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["DocsCaching"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "text/markdown": string;
                    "application/json": components["schemas"]["SearchIndex"];
                    "text/css": string;
                    "text/javascript": string;
                    "image/svg+xml": string;
                    "image/png": string;
                };
            };
            304: components["responses"]["DocsNotChanged"];
            /** @description There is no such page. A page that says so, with the menu. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["DocsCaching"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getFrenchDocsPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The page's name, with `.md` for Markdown, a picture's, or `search.json`. */
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page, picture or search's index. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["DocsCaching"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "text/markdown": string;
                    "application/json": components["schemas"]["SearchIndex"];
                    "image/png": string;
                };
            };
            304: components["responses"]["DocsNotChanged"];
            /** @description There is no such page. A page that says so, with the menu. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["DocsCaching"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["AskEachTime"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["DashboardNotChanged"];
        };
    };
    getDashboardPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A screen of the dashboard. */
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["AskEachTime"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["DashboardNotChanged"];
        };
    };
    getDashboardAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The file's name, as the page gives it. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["KeptForEver"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                    "text/css": string;
                    "image/svg+xml": string;
                };
            };
            /** @description The caller has it already (`If-None-Match`). No body. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["KeptForEver"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
        };
    };
    getDashboardSubpage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A screen of the dashboard. */
                page: string;
                /** @description What the screen is about, such as an order's id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["AskEachTime"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["DashboardNotChanged"];
        };
    };
    getLlmsText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["DocsCaching"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["VaryByEncoding"];
                    "Content-Encoding": components["headers"]["ContentEncoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            304: components["responses"]["DocsNotChanged"];
        };
    };
    receiveConversionCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveConversionAttributed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveConversionRefunded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveConversionCommissionPaid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveCommissionApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommissionEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveCommissionRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommissionEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveCommissionAdjusted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommissionEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePayoutCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receivePayoutPaid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveAffiliateSuspended: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AffiliateEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveEndpointFailing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveEndpointDisabled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveWebhookTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestEvent"];
            };
        };
        responses: {
            /** @description Taken. Any other status, or none within the time, has it sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
