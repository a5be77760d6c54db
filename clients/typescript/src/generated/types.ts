// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.

/** Later versions may add fields. */
export interface DeliveryListReply {
  success: true;
  data: Delivery[];
  meta: PagedMeta;
}

/** Later versions may add fields. */
export interface DeliveryReply {
  success: true;
  data: WholeDelivery;
  meta: Meta;
}

/** One try. */
export interface DeliveryAttempt {
  /** When it began. RFC 3339 date-time. */
  startedAt: string;
  /** How long it took, in milliseconds. Integer. */
  durationMs: number;
  /** The HTTP status of the reply. `null`: none came. Integer. */
  status: number | null;
  /** The reply's headers, 4 KB of them at most, without cookies. */
  headers: Record<string, string>;
  /** The beginning of the reply's body, 16 KiB at most. */
  body: string;
  /** Whether the body went on. */
  isCut: boolean;
  /**
   * What went wrong: `timeout` (5 s to connect, 15 s in all; of a test 3 s and 5 s), `tls`, `dns`,
   * `connection_refused`, `connection_lost`, `address_not_allowed`, `redirect` (3xx is not followed) or
   * `status` (anything but 2xx). `null`: it was delivered.
   */
  failure: string | null;
  /** When it is tried again. `null`: no more. RFC 3339 date-time. */
  nextTryAt: string | null;
}

/** An event on its way to an endpoint. */
export interface Delivery {
  /** The delivery's id. */
  deliveryId: string;
  /** To whom. */
  endpointId: string;
  /** `EVENT`: something happened. */
  kind: 'EVENT' | 'TEST' | 'RESEND';
  /** The event's id, which is also in `webhook-id`. */
  eventId: string;
  /** What happened. */
  event: string;
  /** `WAITING`: it is being sent, or will be. */
  state: 'WAITING' | 'DELIVERED' | 'FAILED' | 'SKIPPED';
  /** Tries that have ended. Integer. */
  attempts: number;
  /**
   * When it is tried next; while a try is under way, a time by which it is over. `null`: no more. RFC
   * 3339 date-time.
   */
  nextTryAt: string | null;
  /** When the event was to be sent first. RFC 3339 date-time. */
  createdAt: string;
  /** The last try. `null`: there was none yet. */
  lastAttempt: DeliveryAttempt | null;
}

/** A delivery, with what is sent and every try. */
export interface WholeDelivery {
  /** The delivery's id. */
  deliveryId: string;
  /** To whom. */
  endpointId: string;
  /** `EVENT`: something happened. */
  kind: 'EVENT' | 'TEST' | 'RESEND';
  /** The event's id, which is also in `webhook-id`. */
  eventId: string;
  /** What happened. */
  event: string;
  /** `WAITING`: it is being sent, or will be. */
  state: 'WAITING' | 'DELIVERED' | 'FAILED' | 'SKIPPED';
  /** Tries that have ended. Integer. */
  attempts: number;
  /**
   * When it is tried next; while a try is under way, a time by which it is over. `null`: no more. RFC
   * 3339 date-time.
   */
  nextTryAt: string | null;
  /** When the event was to be sent first. RFC 3339 date-time. */
  createdAt: string;
  /** The last try. `null`: there was none yet. */
  lastAttempt: DeliveryAttempt | null;
  /** Every try, oldest first. */
  tries: DeliveryAttempt[];
  /** What is sent, byte for byte. `null`: it is not kept any more. */
  body: string | null;
}

/** Which events to send again, by exactly one of `deliveryIds`, `failedSince` and `missedSince`. */
export interface RecoverDeliveriesBody {
  /** The events of these deliveries. 1–100 items. */
  deliveryIds?: string[] | undefined;
  /** All whose deliveries, made at this time or later, have failed. RFC 3339 date-time. */
  failedSince?: string | undefined;
  /**
   * All that happened at this time or later and were never to be sent to this endpoint. RFC 3339
   * date-time.
   */
  missedSince?: string | undefined;
  /** With `failedSince` or `missedSince`, only what is from before this time. RFC 3339 date-time. */
  until?: string | undefined;
  /** The `cursor` of an earlier reply to the same, to go on from there. 1–200 characters. */
  cursor?: string | undefined;
}

/** What to skip. */
export interface SkipDeliveriesBody {
  /** Only what happened before this time. RFC 3339 date-time. */
  before?: string | undefined;
  /** The `cursor` of an earlier reply to the same, to go on from there. 1–200 characters. */
  cursor?: string | undefined;
}

/** Later versions may add fields. */
export interface RecoveredDeliveriesReply {
  success: true;
  data: RecoveredDeliveries;
  meta: Meta;
}

/** What is on its way now. */
export interface RecoveredDeliveries {
  /** How many events this call sends again, each by a delivery of `kind: RESEND`. Integer. */
  added: number;
  /** How many it would have sent whose text is not kept any more. Integer. */
  notKept: number;
  /** Send the same with it: there is more to look at. `null`: that was all. */
  cursor: string | null;
}

/** Later versions may add fields. */
export interface SkippedDeliveriesReply {
  success: true;
  data: SkippedDeliveries;
  meta: Meta;
}

/** What is not sent any more. */
export interface SkippedDeliveries {
  /** How many deliveries this call has skipped. Integer. */
  skipped: number;
  /** Send the same with it: there is more to look at. `null`: that was all. */
  cursor: string | null;
}

/** Later versions may add fields. */
export interface EventPageReply {
  success: true;
  data: EventPage;
  meta: Meta;
}

/** Events, and where to read on. */
export interface EventPage {
  /** Oldest first. */
  events: Event[];
  /** Pass it as `after` the next time. */
  cursor: string;
  /** Whether there is more already. */
  hasMore: boolean;
  /** How many events after the given cursor are not kept any more. Integer. */
  missed: number;
}

/** Something that happened. */
export interface Event {
  /** What happened. Later versions add names: ignore those that you do not know. */
  event:
    | 'conversion.created'
    | 'conversion.attributed'
    | 'conversion.refunded'
    | 'conversion.commission_paid'
    | 'commission.approved'
    | 'commission.rejected'
    | 'commission.adjusted'
    | 'payout.created'
    | 'payout.paid'
    | 'affiliate.suspended'
    | 'endpoint.failing'
    | 'endpoint.disabled'
    | 'webhook.test'
    | (string & {});
  /**
   * What it happened to, as the operations that read it show it; by `event` a `Conversion`,
   * `Commission`, `Payout`, an affiliate or an endpoint.
   */
  data: Record<string, unknown>;
  /** When it happened. RFC 3339 date-time. */
  timestamp: string;
  /** Names what happened. */
  idempotencyKey: string;
  /** The event's id (`evt_…`), the same however often it is sent. */
  id: string;
  /** 1, 2, 3 … of one subject. Integer. */
  sequence: number;
  mode: Mode;
  /** By which version of this contract `data` was written. */
  apiVersion: string;
  /**
   * What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there
   * is nothing to add.
   */
  details: Record<string, unknown>;
}

/** Something that happened to an order. */
export interface ConversionEvent {
  /** What happened. Later versions add names: ignore those that you do not know. */
  event:
    | 'conversion.created'
    | 'conversion.attributed'
    | 'conversion.refunded'
    | 'conversion.commission_paid'
    | 'commission.approved'
    | 'commission.rejected'
    | 'commission.adjusted'
    | 'payout.created'
    | 'payout.paid'
    | 'affiliate.suspended'
    | 'endpoint.failing'
    | 'endpoint.disabled'
    | 'webhook.test'
    | (string & {});
  data: Conversion;
  /** When it happened. RFC 3339 date-time. */
  timestamp: string;
  /** Names what happened. */
  idempotencyKey: string;
  /** The event's id (`evt_…`), the same however often it is sent. */
  id: string;
  /** 1, 2, 3 … of one subject. Integer. */
  sequence: number;
  mode: Mode;
  /** By which version of this contract `data` was written. */
  apiVersion: string;
  /**
   * What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there
   * is nothing to add.
   */
  details: Record<string, unknown>;
}

/** Something that somebody decided about a commission. */
export interface CommissionEvent {
  /** What happened. Later versions add names: ignore those that you do not know. */
  event:
    | 'conversion.created'
    | 'conversion.attributed'
    | 'conversion.refunded'
    | 'conversion.commission_paid'
    | 'commission.approved'
    | 'commission.rejected'
    | 'commission.adjusted'
    | 'payout.created'
    | 'payout.paid'
    | 'affiliate.suspended'
    | 'endpoint.failing'
    | 'endpoint.disabled'
    | 'webhook.test'
    | (string & {});
  data: Commission;
  /** When it happened. RFC 3339 date-time. */
  timestamp: string;
  /** Names what happened. */
  idempotencyKey: string;
  /** The event's id (`evt_…`), the same however often it is sent. */
  id: string;
  /** 1, 2, 3 … of one subject. Integer. */
  sequence: number;
  mode: Mode;
  /** By which version of this contract `data` was written. */
  apiVersion: string;
  /**
   * What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there
   * is nothing to add.
   */
  details: Record<string, unknown>;
}

/** Something that happened to a payout. */
export interface PayoutEvent {
  /** What happened. Later versions add names: ignore those that you do not know. */
  event:
    | 'conversion.created'
    | 'conversion.attributed'
    | 'conversion.refunded'
    | 'conversion.commission_paid'
    | 'commission.approved'
    | 'commission.rejected'
    | 'commission.adjusted'
    | 'payout.created'
    | 'payout.paid'
    | 'affiliate.suspended'
    | 'endpoint.failing'
    | 'endpoint.disabled'
    | 'webhook.test'
    | (string & {});
  data: Payout;
  /** When it happened. RFC 3339 date-time. */
  timestamp: string;
  /** Names what happened. */
  idempotencyKey: string;
  /** The event's id (`evt_…`), the same however often it is sent. */
  id: string;
  /** 1, 2, 3 … of one subject. Integer. */
  sequence: number;
  mode: Mode;
  /** By which version of this contract `data` was written. */
  apiVersion: string;
  /**
   * What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there
   * is nothing to add.
   */
  details: Record<string, unknown>;
}

/** Something that happened to an affiliate. */
export interface AffiliateEvent {
  /** What happened. Later versions add names: ignore those that you do not know. */
  event:
    | 'conversion.created'
    | 'conversion.attributed'
    | 'conversion.refunded'
    | 'conversion.commission_paid'
    | 'commission.approved'
    | 'commission.rejected'
    | 'commission.adjusted'
    | 'payout.created'
    | 'payout.paid'
    | 'affiliate.suspended'
    | 'endpoint.failing'
    | 'endpoint.disabled'
    | 'webhook.test'
    | (string & {});
  data: EventAffiliate;
  /** When it happened. RFC 3339 date-time. */
  timestamp: string;
  /** Names what happened. */
  idempotencyKey: string;
  /** The event's id (`evt_…`), the same however often it is sent. */
  id: string;
  /** 1, 2, 3 … of one subject. Integer. */
  sequence: number;
  mode: Mode;
  /** By which version of this contract `data` was written. */
  apiVersion: string;
  /**
   * What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there
   * is nothing to add.
   */
  details: Record<string, unknown>;
}

/** How an endpoint does. */
export interface EndpointEvent {
  /** What happened. Later versions add names: ignore those that you do not know. */
  event:
    | 'conversion.created'
    | 'conversion.attributed'
    | 'conversion.refunded'
    | 'conversion.commission_paid'
    | 'commission.approved'
    | 'commission.rejected'
    | 'commission.adjusted'
    | 'payout.created'
    | 'payout.paid'
    | 'affiliate.suspended'
    | 'endpoint.failing'
    | 'endpoint.disabled'
    | 'webhook.test'
    | (string & {});
  data: EventEndpoint;
  /** When it happened. RFC 3339 date-time. */
  timestamp: string;
  /** Names what happened. */
  idempotencyKey: string;
  /** The event's id (`evt_…`), the same however often it is sent. */
  id: string;
  /** 1, 2, 3 … of one subject. Integer. */
  sequence: number;
  mode: Mode;
  /** By which version of this contract `data` was written. */
  apiVersion: string;
  /**
   * What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there
   * is nothing to add.
   */
  details: Record<string, unknown>;
}

/** Nothing that happened. */
export interface TestEvent {
  /** What happened. Later versions add names: ignore those that you do not know. */
  event:
    | 'conversion.created'
    | 'conversion.attributed'
    | 'conversion.refunded'
    | 'conversion.commission_paid'
    | 'commission.approved'
    | 'commission.rejected'
    | 'commission.adjusted'
    | 'payout.created'
    | 'payout.paid'
    | 'affiliate.suspended'
    | 'endpoint.failing'
    | 'endpoint.disabled'
    | 'webhook.test'
    | (string & {});
  data: EventTest;
  /** When it happened. RFC 3339 date-time. */
  timestamp: string;
  /** Names what happened. */
  idempotencyKey: string;
  /** The event's id (`evt_…`), the same however often it is sent. */
  id: string;
  /** 1, 2, 3 … of one subject. Integer. */
  sequence: number;
  mode: Mode;
  /** By which version of this contract `data` was written. */
  apiVersion: string;
  /**
   * What exactly happened, as the conversion's history tells it (see `HistoryEntry`); empty where there
   * is nothing to add.
   */
  details: Record<string, unknown>;
}

/** An endpoint as events show it: how it does. */
export interface EventEndpoint {
  /** The endpoint's id. */
  endpointId: string;
  /** What it is for. */
  name: string;
  /** Where events are posted to. */
  url: string;
  /** Whether events are delivered: see `WebhookEndpoint`. */
  status: 'ACTIVE' | 'PAUSED' | 'DISABLED';
  /** Why it is disabled. */
  statusReason: 'GONE' | 'FAILING' | null;
  /** How many tries have failed since one succeeded. Integer. */
  failures: number;
  /** Since when every try has failed. RFC 3339 date-time. */
  failingSince: string | null;
}

/** What a test tells. */
export interface EventTest {
  /** That nothing happened. */
  message: string;
}

/** An affiliate as events show it: without the email. */
export interface EventAffiliate {
  /** The affiliate's id. */
  affiliateId: string;
  /** What to call the affiliate. */
  firstName: string | null;
  /** A suspended affiliate makes no clicks and wins no orders. */
  status: 'ACTIVE' | 'SUSPENDED';
  /** One link for each campaign joined, oldest first. */
  links: AffiliateLink[];
  /** When the affiliate was created. RFC 3339 date-time. */
  createdAt: string;
  /** When the affiliate was last changed. RFC 3339 date-time. */
  updatedAt: string;
}

/** One conversion. At least one of the evidence fields must be sent, `null` if there is nothing to say. */
export interface RecordPostbackBody {
  /** Your order id, and the idempotency key. 1–255 characters. */
  externalId: string;
  /** What happened. A `SALE` needs an amount of at least 1. */
  conversionType: 'SALE' | 'LEAD' | 'TRIAL' | 'CUSTOM';
  /** The order's value in minor units of `currency`: 4990 EUR is €49.90. Integer, 0–1,000,000,000,000. */
  amount: number;
  /** An ISO 4217 code, in either case. */
  currency: string;
  /** Evidence. The visitor's session. `null` and `""` are absent. */
  sessionId?: string | null | undefined;
  /** Another name of `sessionId`. */
  rcsid?: string | null | undefined;
  /** Evidence. The click, if your integration really has its id. `null` and `""` are absent. */
  clickId?: string | null | undefined;
  /** Another name of `clickId`. */
  cid?: string | null | undefined;
  /**
   * Evidence. A tracking code, in either case; credits its affiliate directly. `null` and `""` are
   * absent.
   */
  affiliateCode?: string | null | undefined;
  /**
   * Evidence. SHA-256 of the customer's email after JavaScript's `trim().toLowerCase()`, in UTF-8,
   * without further normalisation; 64 hexadecimal digits in either case, blanks around them trimmed.
   * `null` and `""` are absent.
   */
  customerEmailHash?: string | null | undefined;
  /** Evidence. The email itself, if you would rather not hash it. */
  customerEmail?: string | null | undefined;
  /**
   * Evidence. Your id of one customer, at most 255 characters; a longer one, or one that means nobody,
   * is an attempt `INVALID`. `null` and `""` are absent.
   */
  customerId?: string | null | undefined;
  /** When it happened, as an RFC 3339 date-time; clicks are judged by this time. `null`: now. */
  occurredAt?: string | null | undefined;
  /** Whatever you want to find with the conversion later. At most 50 keys. */
  metadata?: Record<string, unknown> | null | undefined;
  /** `true`: a test order. `null`: `false`. */
  isSynthetic?: boolean | null | undefined;
}

/** Many conversions. At most 1 MiB. */
export interface RecordBatchBody {
  /**
   * Bodies as `recordPostback` takes them (`RecordPostbackBody`), each at most 64 KiB as JSON without
   * spaces. 1–1,000 items.
   */
  conversions: RecordPostbackBody[];
}

/** A new campaign. */
export interface CreateCampaignBody {
  /** What you call it. 1–100 characters. */
  name: string;
  /** Where links lead. 1–2,048 characters. */
  landingUrl: string;
  /** A share of the order's amount, or a flat sum for each. */
  commissionType: 'PERCENTAGE' | 'FIXED';
  /** With `PERCENTAGE`, a percent from 0.01 to 100 with at most two decimals. 0–1,000,000,000,000. */
  commissionRate: number;
  /**
   * Higher rates for affiliates who bring more, only with `PERCENTAGE`. `null` (the default): one rate
   * for all. 1–10 items.
   */
  tiers?: CommissionTierBody[] | null | undefined;
  /** An ISO 4217 code, in either case. Default: "EUR". */
  currency?: string | undefined;
  /** `false`: only a customer's first conversion of each type earns. Default: false. */
  commissionRecurring?: boolean | undefined;
  /**
   * For how many calendar months after the first conversion later ones earn. `null` (the default) is for
   * ever. Integer, 1–1,200.
   */
  recurringMonthsLimit?: number | null | undefined;
  /** For how many days of 86,400 seconds a click counts. Integer, 1–400. Default: 90. */
  attributionWindowDays?: number | undefined;
  /** Drafts and paused campaigns make no clicks. Default: "ACTIVE". */
  status?: 'DRAFT' | 'ACTIVE' | 'PAUSED' | undefined;
}

/** The fields to change. */
export interface UpdateCampaignBody {
  /** What you call it. 1–100 characters. */
  name?: string | undefined;
  /** Where links lead. 1–2,048 characters. */
  landingUrl?: string | undefined;
  /** Frozen with the first affiliate. */
  commissionType?: 'PERCENTAGE' | 'FIXED' | undefined;
  /** Frozen with the first affiliate. 0–1,000,000,000,000. */
  commissionRate?: number | undefined;
  /** Frozen with the first affiliate. `null` removes it. 1–10 items. */
  tiers?: CommissionTierBody[] | null | undefined;
  /** Frozen with the first affiliate. */
  currency?: string | undefined;
  /** Frozen with the first affiliate. */
  commissionRecurring?: boolean | undefined;
  /** Frozen with the first affiliate. `null` is for ever. Integer, 1–1,200. */
  recurringMonthsLimit?: number | null | undefined;
  /** For how many days of 86,400 seconds a click counts, for orders decided from now on. Integer, 1–400. */
  attributionWindowDays?: number | undefined;
  /** `ARCHIVED` is final. */
  status?: 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | undefined;
}

/** A rate, and from when it applies. */
export interface CommissionTierBody {
  /**
   * The affiliate's net revenue in this campaign from which the rate applies, in minor units of the
   * campaign's currency. Integer, 1–1,000,000,000,000.
   */
  threshold: number;
  /** A percent from 0.01 to 100 with at most two decimals. 0.01–100. */
  commissionRate: number;
}

/** An affiliate and the campaign to join. */
export interface CreateAffiliateBody {
  /** The affiliate's address. At most 254 characters. */
  email: string;
  /** What to call the affiliate. `null` and `""` are none. At most 100 characters. */
  firstName?: string | null | undefined;
  /** The campaign to join. */
  campaignId?: string | undefined;
  /** The tracking code to use. Pattern `^[A-Za-z0-9_-]{3,64}$`. */
  code?: string | undefined;
}

/** The fields to change. */
export interface UpdateAffiliateBody {
  /** The affiliate's address. At most 254 characters. */
  email?: string | undefined;
  /** What to call the affiliate. `null` and `""` remove it. At most 100 characters. */
  firstName?: string | null | undefined;
  /** A suspended affiliate makes no clicks and wins no orders. */
  status?: 'ACTIVE' | 'SUSPENDED' | undefined;
}

/** One entry for the ledger of a commission. */
export interface AdjustCommissionBody {
  /** What it is. */
  type: 'BONUS' | 'DEDUCTION' | 'CORRECTION';
  /** Minor units of the commission's currency. Integer, -1,000,000,000,000–1,000,000,000,000. */
  amount: number;
  /** Why. Kept in the ledger and in the conversion's history, for your colleagues. 1–500 characters. */
  reason: string;
  /** Your own name for this adjustment, unique within the commission. 1–255 characters. */
  adjustmentId?: string | undefined;
}

/** The commissions to approve. */
export interface BulkApproveCommissionsBody {
  /** Their ids. One that names nothing stops the call with 404. 1–1,000 items. */
  commissionIds: string[];
}

/** The commissions to reject, and why. */
export interface BulkRejectCommissionsBody {
  /** Their ids. One that names nothing stops the call with 404. 1–1,000 items. */
  commissionIds: string[];
  /** Why. Kept in the history of each conversion. `null` is none. 1–500 characters. */
  reason?: string | null | undefined;
}

/** Who is to be paid, in which currency. */
export interface CreatePayoutBody {
  /** The affiliate. An unknown or malformed id is 404. 1–64 characters. */
  affiliateId: string;
  /** ISO 4217, in either case. */
  currency: string;
  /** Your own name for this payout, unique in merchant and mode. 1–255 characters. */
  payoutKey?: string | undefined;
}

/** How and when the money was sent. */
export interface MarkPayoutPaidBody {
  /** When. Left out, now. RFC 3339 date-time. */
  paidAt?: string | undefined;
  /** How, in your own words. 1–100 characters. */
  method: string;
  /** What the transfer is found by. `null` is none, like leaving it out. 1–255 characters. */
  reference?: string | null | undefined;
}

/** The endpoint. At most 64 KiB. */
export interface CreateEndpointBody {
  /** What it is for. 1–100 characters, pattern `\S`. */
  name: string;
  /** Where events are posted to. 1–2,048 characters. */
  url: string;
  events?: SubscribedEvents | undefined;
  /**
   * Of orders and commissions only those of these campaigns, and no order that nobody is credited for;
   * what is of no campaign by nature, such as a payout, comes all the same. `null`: all campaigns, also
   * later ones. 1–50 items.
   */
  campaignIds?: string[] | null | undefined;
  /** `FULL`: all of what it is about, as the API shows it. Default: "FULL". */
  payload?: 'FULL' | 'THIN' | undefined;
  /**
   * `NONE`: each event as soon as it can be; a later one may arrive before an earlier one that failed.
   * Default: "NONE".
   */
  ordering?: 'NONE' | 'PER_SUBJECT' | undefined;
}

/** What to change. */
export interface UpdateEndpointBody {
  /** What it is for. 1–100 characters, pattern `\S`. */
  name?: string | undefined;
  /** Where events are posted to. 1–2,048 characters. */
  url?: string | undefined;
  events?: SubscribedEvents | undefined;
  /**
   * Of orders and commissions only those of these campaigns, and no order that nobody is credited for;
   * what is of no campaign by nature, such as a payout, comes all the same. `null`: all campaigns, also
   * later ones. 1–50 items.
   */
  campaignIds?: string[] | null | undefined;
  /** `FULL`: all of what it is about, as the API shows it. */
  payload?: 'FULL' | 'THIN' | undefined;
  /** `NONE`: each event as soon as it can be; a later one may arrive before an earlier one that failed. */
  ordering?: 'NONE' | 'PER_SUBJECT' | undefined;
  /** `PAUSED` stops deliveries, `ACTIVE` lets them go on. */
  status?: 'ACTIVE' | 'PAUSED' | undefined;
}

export interface RotateEndpointSecretBody {
  /** For how many hours the secret of before signs too. Integer, 0–168. Default: 24. */
  overlapHours?: number | undefined;
}

/** What it is told of. `null`: everything, also what later versions add. 1–50 items. */
export type SubscribedEvents =
  | ('conversion.created' | 'conversion.refunded' | 'conversion.attributed' | 'conversion.commission_paid' | 'conversion.disputed' | 'conversion.dispute_resolved' | 'commission.approved' | 'commission.rejected' | 'commission.adjusted' | 'payout.created' | 'payout.paid' | 'payout.cancelled' | 'affiliate.applied' | 'affiliate.approved' | 'affiliate.rejected' | 'affiliate.suspended' | 'endpoint.failing' | 'endpoint.disabled' | 'webhook.test')[]
  | null;

/** A visit through a link. */
export interface TrackClickBody {
  /** The link, or the landing page's address with the code in `ref`. 1–2,048 characters. */
  tracking_url: string;
  /** The visitor's session; yours, at least 96 random bits. Pattern `^[A-Za-z0-9_-]{8,128}$`. */
  session_id: string;
}

/** A session and its customer. */
export interface IdentifyBody {
  /** The visitor's session. Pattern `^[A-Za-z0-9_-]{8,128}$`. */
  session_id: string;
  /**
   * SHA-256 of the trimmed, lower-cased email; 64 hexadecimal digits in either case. Pattern
   * `^[0-9a-fA-F]{64}$`.
   */
  customer_email_hash: string;
}

export interface Meta {
  /** When the reply was written. RFC 3339 date-time. */
  timestamp: string;
  /** The request's id, as in `X-Request-Id`. */
  requestId: string;
}

export interface PagedMeta {
  /** When the reply was written. RFC 3339 date-time. */
  timestamp: string;
  /** The request's id, as in `X-Request-Id`. */
  requestId: string;
  page: Page;
}

export interface Page {
  /** Pass it as `cursor` to get the next page. `null` on the last one. */
  nextCursor: string | null;
  /** Whether there is a next page. */
  hasMore: boolean;
}

/** What went wrong, for programs. */
export type ErrorCode =
  | 'INVALID_REQUEST'
  | 'UNAUTHORIZED'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'ALREADY_EXISTS'
  | 'PAYLOAD_TOO_LARGE'
  | 'VALIDATION_FAILED'
  | 'RATE_LIMIT_EXCEEDED'
  | 'SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE';

/**
 * Why, for programs: finer than the code, and the code itself where there is nothing finer to say.
 * Pattern `^[A-Z][A-Z0-9_]*$`.
 */
export type ErrorReason =
  | 'INVALID_REQUEST'
  | 'MALFORMED_HTTP'
  | 'HEADERS_TOO_LARGE'
  | 'REQUEST_TIMED_OUT'
  | 'WRONG_CONTENT_TYPE'
  | 'COMPRESSED_BODY'
  | 'EMPTY_BODY'
  | 'NOT_UTF8'
  | 'MALFORMED_JSON'
  | 'NOT_AN_OBJECT'
  | 'REPEATED_FIELD'
  | 'UNAUTHORIZED'
  | 'NO_SESSION'
  | 'WRONG_CREDENTIALS'
  | 'SECOND_FACTOR_NEEDED'
  | 'WRONG_CODE'
  | 'WRONG_PASSKEY'
  | 'PASSWORD_NEEDED'
  | 'SIGN_IN_EXPIRED'
  | 'PERMISSION_DENIED'
  | 'MERCHANT_LOCKED'
  | 'PERMISSION_MISSING'
  | 'NOT_A_MEMBER'
  | 'CROSS_SITE'
  | 'OWNERS_ONLY'
  | 'CONFIRMATION_NEEDED'
  | 'NO_ACCOUNT'
  | 'EMAIL_NOT_VERIFIED'
  | 'OTHER_IDENTITY'
  | 'NOT_FOUND'
  | 'UNKNOWN_PATH'
  | 'UNKNOWN_CAMPAIGN'
  | 'UNKNOWN_AFFILIATE'
  | 'UNKNOWN_CONVERSION'
  | 'UNKNOWN_ORDER'
  | 'UNKNOWN_COMMISSION'
  | 'UNKNOWN_PAYOUT'
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_INVITATION'
  | 'UNKNOWN_RESET_LINK'
  | 'UNKNOWN_MEMBER'
  | 'UNKNOWN_MEMBERSHIP'
  | 'UNKNOWN_SESSION'
  | 'UNKNOWN_KEY'
  | 'UNKNOWN_PASSKEY'
  | 'UNKNOWN_IDENTITY'
  | 'NO_PROVIDER'
  | 'UNKNOWN_ENDPOINT'
  | 'UNKNOWN_DELIVERY'
  | 'METHOD_NOT_ALLOWED'
  | 'ALREADY_EXISTS'
  | 'DIFFERENT_ORDER'
  | 'DIFFERENT_REFUND'
  | 'REFUND_EXCEEDS_ORDER'
  | 'DIFFERENT_ADJUSTMENT'
  | 'COMMISSION_REJECTED'
  | 'BALANCE_BELOW_ZERO'
  | 'COMMISSION_DECIDED'
  | 'DIFFERENT_PAYOUT'
  | 'NOTHING_TO_PAY'
  | 'ALREADY_PAID'
  | 'EMAIL_TAKEN'
  | 'NO_CAMPAIGN_TO_JOIN'
  | 'ALREADY_JOINED'
  | 'CODE_TAKEN'
  | 'CAMPAIGN_ARCHIVED'
  | 'TERMS_FROZEN'
  | 'CAMPAIGN_IN_USE'
  | 'ACCOUNT_EXISTS'
  | 'ALREADY_MEMBER'
  | 'LAST_OWNER'
  | 'TWO_FACTOR_ON'
  | 'TWO_FACTOR_OFF'
  | 'TWO_FACTOR_NOT_BEGUN'
  | 'SECRET_KEY_NEEDED'
  | 'PASSKEYS_UNAVAILABLE'
  | 'PASSKEY_KNOWN'
  | 'TOO_MANY_PASSKEYS'
  | 'IDENTITY_TAKEN'
  | 'ONLY_WAY_IN'
  | 'TOO_MANY_INVITATIONS'
  | 'TOO_MANY_ENDPOINTS'
  | 'ROTATION_UNDER_WAY'
  | 'ENDPOINT_NOT_ACTIVE'
  | 'EVENT_NOT_KEPT'
  | 'PAYLOAD_TOO_LARGE'
  | 'VALIDATION_FAILED'
  | 'RATE_LIMIT_EXCEEDED'
  | 'ADDRESS_LIMIT'
  | 'KEY_LIMIT'
  | 'SIGN_IN_LIMIT'
  | 'SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE'
  | 'DATABASE_AWAY'
  | 'QUEUE_FULL'
  | 'NO_ANSWER_IN_TIME'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_OUTDATED'
  | 'PROVIDER_AWAY'
  | 'STARTING'
  | 'SHUTTING_DOWN'
  | (string & {});

/** A failure without details. Later versions may add fields. */
export interface ErrorReply {
  success: false;
  error: {
    code: ErrorCode;
    reason: ErrorReason;
    /** For people. May change. */
    message: string;
    /** Empty. At most 0 items. */
    details: unknown[];
    /** What the code means and what to do about it. */
    docUrl: string;
  };
  meta: Meta;
}

/** A call that this caller may not make. Later versions may add fields. */
export interface PermissionErrorReply {
  success: false;
  error: {
    code: 'PERMISSION_DENIED';
    reason: ErrorReason;
    /** For people. May change. */
    message: string;
    /** The permission that the caller lacks. At most 1 items. */
    details: MissingPermission[];
    /** What the code means and what to do about it. */
    docUrl: string;
  };
  meta: Meta;
}

export interface MissingPermission {
  /** Where the key was sent, `[Authorization]`; for a person's role `[X-Merchant]`. */
  path: string[];
  /** What is wrong with it. */
  message: string;
  /** The permission that the operation needs, as in its `x-permission`. */
  permission: 'record' | 'read' | 'manage' | 'pay' | 'own' | (string & {});
}

/** An id that names nothing this key can see. Later versions may add fields. */
export interface NotFoundErrorReply {
  success: false;
  error: {
    code: 'NOT_FOUND';
    reason: ErrorReason;
    /** For people. May change. */
    message: string;
    /** Where the id was sent. At most 1 items. */
    details: Fault[];
    /** What the code means and what to do about it. */
    docUrl: string;
  };
  meta: Meta;
}

/** A request against the contract, with all its faults. Later versions may add fields. */
export interface ValidationErrorReply {
  success: false;
  error: {
    code: 'VALIDATION_FAILED';
    reason: ErrorReason;
    /** For people. May change. */
    message: string;
    /** All faults at once, 50 at most. 1–50 items. */
    details: Fault[];
    /** What the code means and what to do about it. */
    docUrl: string;
  };
  meta: Meta;
}

export interface Fault {
  /** The way to the field in the body, or the name of the parameter in the query or the path. */
  path: (string | number)[];
  /** The rule that was broken. */
  message: string;
}

/** A part of the body that was not taken as it was sent. */
export interface Ignored {
  /** The way to the part in the body, such as `[metadata, note]`. */
  path: (string | number)[];
  /** The reason, or what was kept instead. */
  message: string;
}

/**
 * The name stands for something else already, or what is stored may not change any more. Later
 * versions may add fields.
 */
export interface ConflictErrorReply {
  success: false;
  error: {
    code: 'ALREADY_EXISTS';
    reason: ErrorReason;
    /** For people. May change. */
    message: string;
    /** The fields in conflict. At least 1 items. */
    details: Difference[];
    /** What the code means and what to do about it. */
    docUrl: string;
  };
  meta: Meta;
}

export interface Difference {
  /** The way to the field, as in a fault of a 422. */
  path: (string | number)[];
  /** What is in the way. */
  message: string;
  /** The field's name. */
  field: string;
  /**
   * What was sent. `null` if nothing was sent, or if it is not repeated here (an email, a code, an id, a
   * list).
   */
  yours: string | number | boolean | null;
  /** What is stored. `null` if there is nothing, or if it is not shown here. */
  ours: string | number | boolean | null;
}

/** What happened. */
export type ConversionType = 'SALE' | 'LEAD' | 'TRIAL' | 'CUSTOM';

/** Whether an affiliate was found. */
export type ConversionStatus = 'UNATTRIBUTED' | 'ATTRIBUTED';

/** A share of the order's amount, or a flat sum for each. */
export type CommissionType = 'PERCENTAGE' | 'FIXED';

/** One refund. At most 64 KiB. */
export interface RefundConversionBody {
  /** The order, as its postback named it. 1–255 characters. */
  externalId: string;
  /**
   * How much is given back, in minor units of the order's currency. `null` is what is left. Integer,
   * 1–1,000,000,000,000.
   */
  amount?: number | null | undefined;
  /** Why, for people. At most 500 characters. */
  reason?: string | null | undefined;
  /** Your own id of this refund, and its idempotency key within the order. 1–255 characters. */
  refundId?: string | null | undefined;
  /** What to do if the order is not known. `null` is `fail`. Default: "fail". */
  ifUnknown?: 'fail' | 'keep' | null | undefined;
}

/** Later versions may add fields. */
export interface RefundReply {
  success: true;
  data: RefundResult;
  meta: Meta;
}

export interface RefundResult {
  success: true;
  /** The order. */
  externalId: string;
  /** The conversion. `null` if the refund is kept. */
  conversionId: string | null;
  /** `true` if this call changed nothing: a repeat, or nothing is left. */
  alreadyRefunded: boolean;
  /** With `alreadyRefunded: true` only. */
  message?: string;
  /** Whether the refund waits for its order. */
  kept: boolean;
  /**
   * What of this call was not taken as it was sent, and why: fields that are not known here, and a
   * `reason` that was cut or mended.
   */
  ignored: Ignored[];
  /**
   * What the refund is called in the order's history: your `refundId`, or one of ours (`rfd_…`). `null`
   * if nothing was left to refund.
   */
  refundId: string | null;
  /**
   * How much this refund gave back. `null` if nothing was left to refund, and for a kept refund without
   * an amount. Integer.
   */
  amount: number | null;
  /** All refunds of the order so far. Integer. */
  refundedAmount: number | null;
  /** What is left of the order's amount. Integer. */
  remainingAmount: number | null;
  /** The order's currency. */
  currency: string | null;
  /** The order's commission. `null` if it has none. */
  commissionId: string | null;
  /** What is left of the commission, in its own currency. Integer. */
  commissionAmount: number | null;
}

/** Later versions may add fields. */
export interface PostbackReply {
  success: true;
  data: PostbackResult;
  meta: Meta;
}

/** The conversion, and how this call came by it. */
export interface PostbackResult {
  /** The order is taken note of. */
  success: true;
  /** The conversion's id. `null` in a dry run of a new order. */
  conversionId: string | null;
  /** The commission's id. `null` if nothing was earned, and in a dry run of a new order. */
  commissionId: string | null;
  /** What is earned, in minor units. Integer. */
  commissionAmount: number | null;
  /** The currency of `commissionAmount`. `null` if nothing was earned. */
  commissionCurrency: string | null;
  status: ConversionStatus;
  /** Whether the order was known before this call. */
  replayed: boolean;
  /** Whether this was a dry run. */
  dryRun: boolean;
  /**
   * What of this call was not taken as it was sent, and why: fields that are not known here, `metadata`
   * that cannot be kept, texts and numbers in it that were mended, and, if `replayed`, fields that
   * differ from the stored conversion.
   */
  ignored: Ignored[];
  /** Your order id. */
  externalId: string;
  conversionType: ConversionType;
  /** The order's value, in minor units. Integer. */
  amount: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** When it happened. RFC 3339 date-time. */
  occurredAt: string;
  /** When it was recorded. `null` in a dry run of a new order. RFC 3339 date-time. */
  recordedAt: string | null;
  /** Whether it is a test order. */
  isSynthetic: boolean;
  /** What was given back so far, in minor units. Integer. */
  refundedAmount: number;
  /** When the first refund was recorded. RFC 3339 date-time. */
  refundedAt: string | null;
  /** The affiliate it is credited to. */
  affiliateId: string | null;
  /** The campaign it is credited in. */
  campaignId: string | null;
  /** The click that won it. `null` if it was matched by code or customer. */
  clickId: string | null;
  /** As sent. */
  metadata: Record<string, unknown> | null;
  attribution: Attribution;
}

/** Later versions may add fields. */
export interface BatchReply {
  success: true;
  data: BatchResult;
  meta: Meta;
}

/** What became of each item. */
export interface BatchResult {
  /** How many items came out how. */
  counts: {
    /** Recorded by this call. Integer. */
    created: number;
    /** Known already. Integer. */
    replayed: number;
    /** Known already as another order. Integer. */
    conflict: number;
    /** Against the contract. Integer. */
    invalid: number;
    /** Of unknown outcome; repeat these. Integer. */
    failed: number;
  };
  /** One for each item, in the order of the items. */
  results: BatchItemResult[];
}

export interface BatchItemResult {
  /** The position of the item in `conversions`, from 0. Integer. */
  index: number;
  /** The `externalId` of the item, if it holds one of the right form; else `null`. */
  externalId: string | null;
  /** What became of the item. */
  result: 'created' | 'replayed' | 'conflict' | 'invalid' | 'failed';
  /** The HTTP status that the single call would have had. */
  status: 200 | 201 | 400 | 409 | 413 | 422 | 500 | 503;
  /** The conversion, if it was `created` or `replayed`; else `null`. */
  data: PostbackResult | null;
  /** What is wrong, in any other case; else `null`. */
  error: BatchItemError | null;
}

/** The `error` that the single call would have had, without `docUrl`. */
export interface BatchItemError {
  code: ErrorCode;
  reason: ErrorReason;
  /** For people. May change. */
  message: string;
  /**
   * Faults of an item that is against the contract, at most 10; fields of one in conflict; empty
   * otherwise. At most 10 items.
   */
  details: (Fault | Difference)[];
}

/** Later versions may add fields. */
export interface ConversionReply {
  success: true;
  data: Conversion;
  meta: Meta;
}

/** Later versions may add fields. */
export interface ConversionSummaryReply {
  success: true;
  data: ConversionSummary;
  meta: Meta;
}

/** What the conversions of a filter add up to. */
export interface ConversionSummary {
  /** How many were added up, without synthetic ones. Integer. */
  conversions: number;
  /** How many of these are credited to an affiliate. Integer. */
  attributed: number;
  /** Synthetic ones besides. Integer. */
  synthetic: number;
  /** Whether this is all that fits. */
  isComplete: boolean;
  /**
   * When the oldest one that was counted was recorded. `null` where `isComplete` is `true`. RFC 3339
   * date-time.
   */
  countedSince: string | null;
  /** One for each currency that occurs, by its code. */
  currencies: CurrencySums[];
}

export interface CurrencySums {
  /** An ISO 4217 code. */
  currency: string;
  /** Conversions in this currency. Integer. */
  conversions: number;
  /** Their amounts, in minor units. Integer. */
  amount: number;
  /** What of these was given back, in minor units. Integer. */
  refundedAmount: number;
  /** The balances of the commissions in this currency, in minor units, without rejected ones. Integer. */
  commission: number;
}

/** Later versions may add fields. */
export interface ConversionListReply {
  success: true;
  data: Conversion[];
  meta: PagedMeta;
}

/** One order, lead, trial or custom event. */
export interface Conversion {
  /** The conversion's id. */
  conversionId: string;
  /** Your order id. */
  externalId: string;
  conversionType: ConversionType;
  /** The order's value, in minor units. Integer. */
  amount: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** When it happened. RFC 3339 date-time. */
  occurredAt: string;
  /** When it was recorded. RFC 3339 date-time. */
  recordedAt: string;
  /** Whether it is a test order. */
  isSynthetic: boolean;
  status: ConversionStatus;
  /** What was given back so far, in minor units. Integer. */
  refundedAmount: number;
  /** When the first refund was recorded. RFC 3339 date-time. */
  refundedAt: string | null;
  /** The affiliate it is credited to. */
  affiliateId: string | null;
  /** The campaign it is credited in. */
  campaignId: string | null;
  /** The click that won it. `null` if it was matched by code or customer. */
  clickId: string | null;
  /** The commission's id. `null` if nothing was earned. */
  commissionId: string | null;
  /** What is earned, in minor units. Integer. */
  commissionAmount: number | null;
  /** The currency of `commissionAmount`. `null` if nothing was earned. */
  commissionCurrency: string | null;
  /** As sent. */
  metadata: Record<string, unknown> | null;
  attribution: Attribution;
  /** What happened to it, oldest first. */
  history: HistoryEntry[];
}

export interface HistoryEntry {
  /**
   * What happened, with what `details` hold:
   * - `RECORDED`: the first call (`status`, `matchedBy`).
   * - `EVIDENCE_ADDED`: a repeat brought new evidence (`evidence`).
   * - `MATCHED`: an affiliate was found later (`status`, `matchedBy`).
   * - `REFUNDED`: money was given back (`refundId`, `amount`, `refundedAmount`, `commissionChange`, `reason`).
   * - `COMMISSION_ADJUSTED`: a bonus, deduction or correction (`commissionId`, `type`, `amount`, `balance`, `reason`).
   * - `COMMISSION_APPROVED`, `COMMISSION_REJECTED`: somebody decided about the commission (`commissionId`, and
   *   the `reason` of a rejection).
   * - `COMMISSION_PAID`: it was paid (`commissionId`, `payoutId`, `amount`).
   */
  event:
    | 'RECORDED'
    | 'EVIDENCE_ADDED'
    | 'MATCHED'
    | 'REFUNDED'
    | 'COMMISSION_ADJUSTED'
    | 'COMMISSION_APPROVED'
    | 'COMMISSION_REJECTED'
    | 'COMMISSION_PAID';
  /** When. RFC 3339 date-time. */
  at: string;
  /** What exactly, by event. */
  details: Record<string, unknown>;
}

/** The decision as it was stored. */
export interface Attribution {
  /** The evidence that decided. `null` if nothing matched. */
  matchedBy: 'SESSION' | 'CLICK' | 'CODE' | 'EMAIL' | 'CUSTOMER' | null;
  /** When this decision was made. RFC 3339 date-time. */
  decidedAt: string;
  /** What was tried, in order. */
  attempts: AttributionAttempt[];
  terms: AttributionTerms;
  commission: AttributionCommission;
}

export interface AttributionAttempt {
  /** What was tried. */
  evidence: 'SESSION' | 'CLICK' | 'CODE' | 'EMAIL' | 'CUSTOMER';
  /**
   * The session, click, code or customer id as sent. `null` for an email, and once the person was
   * erased.
   */
  value: string | null;
  /**
   * - `MATCHED`: it holds, and decides.
   * - `NOT_FOUND`: there is no such session, click, code, identity or customer, or no click in it.
   * - `INVALID`: it cannot be used (an email that is none, or an id that means nobody, such as `0` or `guest`).
   * - `OUTSIDE_WINDOW`: the click is older than the campaign's attribution window.
   * - `AFTER_CONVERSION`: the click came more than 5 minutes after `occurredAt`.
   * - `CAMPAIGN_INACTIVE`: the campaign is archived; for a code also paused or a draft.
   * - `AFFILIATE_INACTIVE`: the affiliate is suspended.
   * - `DURATION_ENDED`: the customer's commission duration in this campaign is over.
   * - `BEFORE_FIRST_CREDIT`: the customer's first credited order happened more than 5 minutes after this one.
   */
  result:
    | 'MATCHED'
    | 'NOT_FOUND'
    | 'INVALID'
    | 'OUTSIDE_WINDOW'
    | 'AFTER_CONVERSION'
    | 'CAMPAIGN_INACTIVE'
    | 'AFFILIATE_INACTIVE'
    | 'DURATION_ENDED'
    | 'BEFORE_FIRST_CREDIT';
  /** The click that decided this attempt. `null` if there was none. */
  clickId: string | null;
  /** When that click was made. RFC 3339 date-time. */
  clickedAt: string | null;
  /** How that click was made. */
  clickSource: 'REDIRECT' | 'API' | null;
  /** For an email: who said that the session is this customer's. */
  identifiedBy: 'KEY' | 'ANONYMOUS' | null;
  /** The affiliate it led to. */
  affiliateId: string | null;
  /** The campaign it led to. */
  campaignId: string | null;
  /** Why it held or not, in words, for people. */
  explanation: string;
}

/** The campaign's terms when it was decided. `null` if nothing matched. */
export type AttributionTerms = {
  /** The campaign. */
  campaignId: string;
  commissionType: CommissionType;
  /** A percent, or minor units of `currency`. */
  commissionRate: number;
  /** The currency of a `FIXED` commission. */
  currency: string;
  /** Whether later conversions of a customer earn too. */
  commissionRecurring: boolean;
  /** For how many months. `null` is for ever. Integer. */
  recurringMonthsLimit: number | null;
  /** For how many days a click counted. Integer. */
  attributionWindowDays: number;
  /** The campaign's tiers. `null` is one rate for all. */
  tiers: AttributionTier[] | null;
} | null;

export interface AttributionTier {
  /** From this revenue on. Integer. */
  threshold: number;
  /** A percent. */
  commissionRate: number;
}

/** What is earned, and why or why not. */
export interface AttributionCommission {
  /**
   * - `EARNED`: there is a commission, be it 0.
   * - `ALREADY_EARNED`: the campaign pays a customer's first conversion of a type only, and that was another
   *   one.
   * - `DURATION_ENDED`: the customer's first conversion is longer ago than `recurringMonthsLimit`.
   * - `SYNTHETIC`: a test order; `amount` is what a real one would have earned.
   * - `UNATTRIBUTED`: there is nobody to pay.
   */
  result: 'EARNED' | 'ALREADY_EARNED' | 'DURATION_ENDED' | 'SYNTHETIC' | 'UNATTRIBUTED';
  /** In minor units. `null` if nothing. Integer. */
  amount: number | null;
  /** The currency of `amount`. */
  currency: string | null;
  /**
   * What it was computed with: a percent (the campaign's, or that of a tier), or minor units. `null` if
   * nothing.
   */
  commissionRate: number | null;
  /**
   * What decided about the tier: the affiliate's net revenue in this campaign before this order, in
   * minor units of the campaign's currency. `null` where no tier could apply (no tiers, or an order in
   * another currency). Integer.
   */
  revenueBefore: number | null;
  /** The same in words, for people. */
  explanation: string;
}

/** Later versions may add fields. */
export interface TraceReply {
  success: true;
  data: Trace;
  meta: Meta;
}

/** What is known of one thing, and what is missing. */
export interface Trace {
  subject: TraceSubject;
  /** What is missing, and why: the causes that most likely explain it first. */
  findings: TraceFinding[];
  /** What happened, oldest first. */
  events: TraceEvent[];
  /** The affiliates that events and findings name, as they are now. */
  affiliates: TracedAffiliate[];
  /** The campaigns that events and findings name, as they are now. */
  campaigns: TracedCampaign[];
  /** What there is more of than the reply holds; later versions may add words. */
  truncated: Array<'ORDERS' | 'SESSIONS' | 'CLICKS' | 'HISTORY' | 'FINDINGS' | (string & {})>;
}

/** What was looked for. */
export interface TraceSubject {
  /** Which parameter was sent. */
  kind: 'EXTERNAL_ID' | 'CONVERSION_ID' | 'SESSION' | 'CLICK' | 'CODE' | 'EMAIL_HASH' | 'CUSTOMER_ID';
  /** As sent; a hash in lower case. */
  value: string;
  /** Where the period of a code begins. RFC 3339 date-time. */
  from: string | null;
  /** Where the period of a code ends. RFC 3339 date-time. */
  to: string | null;
}

/** Something that happened. `null`. */
export interface TraceEvent {
  /** What it was. Pattern `^[A-Z][A-Z0-9_]*$`. */
  kind:
    | 'LINK_MADE'
    | 'CLICK'
    | 'IDENTIFIED'
    | 'IDENTITY_WAITS'
    | 'FIRST_CREDIT'
    | 'ORDER_OCCURRED'
    | 'ORDER_RECORDED'
    | 'EVIDENCE_ADDED'
    | 'ATTEMPT'
    | 'ATTRIBUTED'
    | 'NOT_ATTRIBUTED'
    | 'MATCHED_LATER'
    | 'COMMISSION_EARNED'
    | 'COMMISSION_ADJUSTED'
    | 'COMMISSION_APPROVED'
    | 'COMMISSION_REJECTED'
    | 'COMMISSION_PAID'
    | 'REFUNDED'
    | 'REFUND_WAITS'
    | 'PERSON_ERASED'
    | (string & {});
  /** When. RFC 3339 date-time. */
  at: string;
  /**
   * How a click was made (`REDIRECT`, `API`), or who identified a session: a call with an API key
   * (`KEY`) or a claim from a browser (`ANONYMOUS`).
   */
  source: 'REDIRECT' | 'API' | 'KEY' | 'ANONYMOUS' | null;
  /** What was tried, or decided. */
  evidence: 'SESSION' | 'CLICK' | 'CODE' | 'EMAIL' | 'CUSTOMER' | null;
  /**
   * The session, click, code or customer id of an attempt as sent. `null` for an email, and once the
   * person was erased.
   */
  value: string | null;
  /** Of an attempt: as `AttributionAttempt.result` says. */
  result:
    | 'MATCHED'
    | 'NOT_FOUND'
    | 'INVALID'
    | 'OUTSIDE_WINDOW'
    | 'AFTER_CONVERSION'
    | 'CAMPAIGN_INACTIVE'
    | 'AFFILIATE_INACTIVE'
    | 'DURATION_ENDED'
    | 'BEFORE_FIRST_CREDIT'
    | 'NOT_TRIED'
    | null;
  /**
   * Minor units of `currency`: the order's, the refund's, what was earned; of an adjustment signed.
   * `null` for a waiting refund of whatever is left. Integer.
   */
  amount: number | null;
  /** The currency of `amount`. */
  currency: string | null;
  /** The order it belongs to. */
  externalId: string | null;
  /** The order it belongs to. */
  conversionId: string | null;
  /** The commission. */
  commissionId: string | null;
  /** The session. */
  sessionId: string | null;
  /** The click; of an attempt, the one that decided about it. */
  clickId: string | null;
  /** The affiliate. */
  affiliateId: string | null;
  /** The campaign. */
  campaignId: string | null;
}

/** Something that is missing, with its likely cause. */
export interface TraceFinding {
  /** Why, for programs. Pattern `^[A-Z][A-Z0-9_]*$`. */
  reason:
    | 'ORDER_NOT_REPORTED'
    | 'CONVERSION_UNKNOWN'
    | 'MODE_MISMATCH'
    | 'NO_EVIDENCE_SENT'
    | 'EVIDENCE_UNUSABLE'
    | 'SESSION_UNKNOWN'
    | 'CLICK_UNKNOWN'
    | 'CODE_UNKNOWN'
    | 'HASH_UNKNOWN'
    | 'CUSTOMER_UNKNOWN'
    | 'IDENTIFY_NEVER_CALLED'
    | 'CUSTOMER_NOT_CREDITED'
    | 'WINDOW_OVER'
    | 'CLICK_AFTER_ORDER'
    | 'AFFILIATE_SUSPENDED'
    | 'CAMPAIGN_PAUSED'
    | 'CAMPAIGN_ARCHIVED'
    | 'BEFORE_FIRST_CREDIT'
    | 'DURATION_OVER'
    | 'LATER_CLICK_WON'
    | 'OTHER_SESSION'
    | 'EARLIER_EVIDENCE_WON'
    | 'FIRST_ORDER_ONLY'
    | 'TEST_ORDER'
    | 'REFUNDED'
    | 'COMMISSION_REJECTED'
    | 'PERSON_ERASED'
    | (string & {});
  /** `DECISION`: it was stored with the order when it was decided, and is certain. */
  basis: 'DECISION' | 'STATE';
  /** The same in words, for people. */
  message: string;
  /** What to do about it, for people. */
  advice: string;
  /** The evidence that it is about. */
  evidence: 'SESSION' | 'CLICK' | 'CODE' | 'EMAIL' | 'CUSTOMER' | null;
  /** The order that it is about. */
  externalId: string | null;
  /** The order that it is about. */
  conversionId: string | null;
  /** The session that it is about. */
  sessionId: string | null;
  /** The click that it is about. */
  clickId: string | null;
  /** The affiliate who is not credited by it. */
  affiliateId: string | null;
  /** The campaign that it is about. */
  campaignId: string | null;
}

export interface TracedAffiliate {
  /** The affiliate. */
  affiliateId: string;
  /** The state now. */
  status: 'ACTIVE' | 'SUSPENDED';
}

export interface TracedCampaign {
  /** The campaign. */
  campaignId: string;
  /** Its name. */
  name: string;
  /** The state now. */
  status: 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ARCHIVED';
  /** For how many days a click counts. Integer. */
  attributionWindowDays: number;
}

/** Later versions may add fields. */
export interface CampaignReply {
  success: true;
  data: Campaign;
  meta: Meta;
}

/** Later versions may add fields. */
export interface CampaignListReply {
  success: true;
  data: Campaign[];
  meta: PagedMeta;
}

/** Where traffic goes, what it pays, and how long a click counts. */
export interface Campaign {
  /** The campaign's id. */
  campaignId: string;
  /** What you call it. */
  name: string;
  /** Only `ACTIVE` campaigns make clicks. */
  status: 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ARCHIVED';
  /** Where links lead. */
  landingUrl: string;
  commissionType: CommissionType;
  /** With `PERCENTAGE`, a percent. */
  commissionRate: number;
  /** Higher rates for affiliates who bring more, ascending. `null` if there is one rate for all. */
  tiers: CommissionTier[] | null;
  /** The currency of a `FIXED` commission and of the tiers' thresholds. */
  currency: string;
  /** Whether later conversions of a customer earn too. */
  commissionRecurring: boolean;
  /** For how many months. `null` is for ever. Integer. */
  recurringMonthsLimit: number | null;
  /** For how many days a click counts. Integer. */
  attributionWindowDays: number;
  /** Whether an affiliate has joined. */
  termsFrozen: boolean;
  /** When it was created. RFC 3339 date-time. */
  createdAt: string;
  /** When it was last changed. RFC 3339 date-time. */
  updatedAt: string;
}

/** A rate, and from when it applies. */
export interface CommissionTier {
  /**
   * The affiliate's net revenue in this campaign from which it applies, in minor units of the campaign's
   * currency. Integer.
   */
  threshold: number;
  /** A percent, of the whole amount of the following orders. */
  commissionRate: number;
}

/** Later versions may add fields. */
export interface PublicCampaignReply {
  success: true;
  data: PublicCampaign;
  meta: Meta;
}

/** What an affiliate needs to know before joining. */
export interface PublicCampaign {
  /** The campaign's id. */
  campaignId: string;
  /** The campaign's name. */
  name: string;
  /** Whose campaign it is. */
  merchantName: string;
  /** Links of a `PAUSED` campaign make no clicks for the time being. */
  status: 'ACTIVE' | 'PAUSED';
  /** Where links lead. */
  landingUrl: string;
  commissionType: CommissionType;
  /** With `PERCENTAGE`, a percent. */
  commissionRate: number;
  /** Higher rates for affiliates who bring more, ascending. `null` if there is one rate for all. */
  tiers: CommissionTier[] | null;
  /** The currency of a `FIXED` commission and of the tiers' thresholds. */
  currency: string;
  /** Whether later conversions of a customer earn too. */
  commissionRecurring: boolean;
  /** For how many months. `null` is for ever. Integer. */
  recurringMonthsLimit: number | null;
  /** For how many days a click counts. Integer. */
  attributionWindowDays: number;
}

/** Later versions may add fields. */
export interface ConversionsTimelineReply {
  success: true;
  data: ConversionsTimeline;
  meta: Meta;
}

/** What a campaign brought, over time. */
export interface ConversionsTimeline {
  /** The campaign. */
  campaignId: string;
  /** The beginning of the window, included. RFC 3339 date-time. */
  from: string;
  /** The end of the window, not included. RFC 3339 date-time. */
  to: string;
  /** How long a bucket is, in UTC. */
  granularity: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';
  /**
   * One for each currency that occurs in the window, by its code; the campaign's own, all zero, if there
   * is none. At least 1 items.
   */
  series: TimelineSeries[];
}

export interface TimelineSeries {
  /** An ISO 4217 code. */
  currency: string;
  /** Every bucket of the window, oldest first, the empty ones too. */
  buckets: TimelineBucket[];
}

export interface TimelineBucket {
  /** When the bucket begins. RFC 3339 date-time. */
  start: string;
  /** Orders in this currency. Integer. */
  conversions: number;
  /** Their amounts, in minor units. Integer. */
  amount: number;
  /** What of these was given back, in minor units. Integer. */
  refundedAmount: number;
  /** The balances of the commissions in this currency, in minor units, without rejected ones. Integer. */
  commission: number;
}

/** Later versions may add fields. */
export interface AffiliateReply {
  success: true;
  data: Affiliate;
  meta: Meta;
}

/** Later versions may add fields. */
export interface AffiliateListReply {
  success: true;
  data: Affiliate[];
  meta: PagedMeta;
}

/** A person or company who promotes. */
export interface Affiliate {
  /** The affiliate's id. */
  affiliateId: string;
  /** The address, in lower case. */
  email: string;
  /** What to call the affiliate. */
  firstName: string | null;
  /** A suspended affiliate makes no clicks and wins no orders. */
  status: 'ACTIVE' | 'SUSPENDED';
  /** One link for each campaign joined, oldest first. */
  links: AffiliateLink[];
  /** When the affiliate was created. RFC 3339 date-time. */
  createdAt: string;
  /** When the affiliate was last changed. RFC 3339 date-time. */
  updatedAt: string;
}

export interface AffiliateLink {
  /** Where it leads. */
  campaignId: string;
  /** The tracking code, in lower case. */
  code: string;
  /** The link to share. */
  url: string;
  /** When the affiliate joined the campaign. RFC 3339 date-time. */
  createdAt: string;
}

/** Later versions may add fields. */
export interface CommissionListReply {
  success: true;
  data: Commission[];
  meta: PagedMeta;
}

/** Later versions may add fields. */
export interface CommissionReply {
  success: true;
  data: CommissionWithLedger;
  meta: Meta;
}

/** Later versions may add fields. */
export interface AdjustedCommissionReply {
  success: true;
  data: AdjustedCommission;
  meta: Meta;
}

/** Later versions may add fields. */
export interface CommissionDecisionsReply {
  success: true;
  data: CommissionDecisions;
  meta: Meta;
}

/** What a conversion earns its affiliate. */
export interface Commission {
  /** The commission's id. */
  commissionId: string;
  /** The conversion that earned it. */
  conversionId: string;
  /** Your order id. */
  externalId: string;
  /** Whose it is. */
  affiliateId: string;
  /** The campaign that it was earned in. */
  campaignId: string;
  /** What the order earned, in minor units. Integer. */
  amount: number;
  /** What it is worth now, in minor units: `amount` and every later entry of its ledger. Integer. */
  balance: number;
  /** How much of the balance is in payouts, in minor units. Integer. */
  settledAmount: number;
  /** ISO 4217, upper case. */
  currency: string;
  status: CommissionStatus;
  /** The payout that took it. `null` while it is in none. */
  payoutId: string | null;
  /** When it was earned. RFC 3339 date-time. */
  createdAt: string;
}

/** A commission, and how its balance came about. */
export interface CommissionWithLedger {
  /** The commission's id. */
  commissionId: string;
  /** The conversion that earned it. */
  conversionId: string;
  /** Your order id. */
  externalId: string;
  /** Whose it is. */
  affiliateId: string;
  /** The campaign that it was earned in. */
  campaignId: string;
  /** What the order earned, in minor units. Integer. */
  amount: number;
  /** What it is worth now, in minor units: `amount` and every later entry of its ledger. Integer. */
  balance: number;
  /** How much of the balance is in payouts, in minor units. Integer. */
  settledAmount: number;
  /** ISO 4217, upper case. */
  currency: string;
  status: CommissionStatus;
  /** The payout that took it. `null` while it is in none. */
  payoutId: string | null;
  /** When it was earned. RFC 3339 date-time. */
  createdAt: string;
  /** Every change of the balance, oldest first. */
  ledger: LedgerEntry[];
}

/** A commission after an adjustment. */
export interface AdjustedCommission {
  /** The commission's id. */
  commissionId: string;
  /** The conversion that earned it. */
  conversionId: string;
  /** Your order id. */
  externalId: string;
  /** Whose it is. */
  affiliateId: string;
  /** The campaign that it was earned in. */
  campaignId: string;
  /** What the order earned, in minor units. Integer. */
  amount: number;
  /** What it is worth now, in minor units: `amount` and every later entry of its ledger. Integer. */
  balance: number;
  /** How much of the balance is in payouts, in minor units. Integer. */
  settledAmount: number;
  /** ISO 4217, upper case. */
  currency: string;
  status: CommissionStatus;
  /** The payout that took it. `null` while it is in none. */
  payoutId: string | null;
  /** When it was earned. RFC 3339 date-time. */
  createdAt: string;
  /** Every change of the balance, oldest first. */
  ledger: LedgerEntry[];
  /** Whether the `adjustmentId` was known already. */
  replayed: boolean;
}

/** Where it stands; see "Commissions". */
export type CommissionStatus = 'PENDING' | 'APPROVED' | 'PAID' | 'REJECTED';

export interface LedgerEntry {
  /** What changed the balance. */
  type: 'EARNED' | 'BONUS' | 'DEDUCTION' | 'CORRECTION' | 'REFUND';
  /** By how much, in minor units; negative if something was taken. Integer. */
  amount: number;
  /** Why. `null` if none was given. */
  reason: string | null;
  /** Your name for the adjustment. `null` if it has none. */
  adjustmentId: string | null;
  /**
   * The refund that it follows from, as its reply named it: your `refundId`, or one of ours (`rfd_…`).
   * `null` if none.
   */
  refundId: string | null;
  /** When. RFC 3339 date-time. */
  createdAt: string;
}

/** What a bulk call decided. */
export interface CommissionDecisions {
  /** How many commissions this call changed. Integer. */
  changed: number;
  /** How many were in the wanted state already. Integer. */
  unchanged: number;
  /** Each commission once, with the state it is in now. */
  commissions: Array<{
    /** The commission's id. */
    commissionId: string;
    status: CommissionStatus;
    /** Whether this call changed it. */
    changed: boolean;
  }>;
}

/** Ids that name nothing. Later versions may add fields. */
export interface UnknownCommissionsErrorReply {
  success: false;
  error: {
    code: 'NOT_FOUND';
    reason: ErrorReason;
    /** For people. May change. */
    message: string;
    /** The ids that name nothing, 50 at most. 1–50 items. */
    details: Array<{
      /** The way to the id in the body. */
      path: (string | number)[];
      /** What is wrong with it. */
      message: string;
      /** As you sent it. */
      commissionId: string;
    }>;
    /** What the code means and what to do about it. */
    docUrl: string;
  };
  meta: Meta;
}

/** Commissions whose state does not allow what was asked for. Later versions may add fields. */
export interface CommissionStatesErrorReply {
  success: false;
  error: {
    code: 'ALREADY_EXISTS';
    reason: ErrorReason;
    /** For people. May change. */
    message: string;
    /** The commissions in the way, 50 at most. 1–50 items. */
    details: Array<{
      /** The way to the id in the body. */
      path: (string | number)[];
      /** What is in the way. */
      message: string;
      /** The commission's id. */
      commissionId: string;
      status: CommissionStatus;
      /** The payout that it is in. `null` if in none. */
      payoutId: string | null;
    }>;
    /** What the code means and what to do about it. */
    docUrl: string;
  };
  meta: Meta;
}

/** Later versions may add fields. */
export interface PayoutListReply {
  success: true;
  data: Payout[];
  meta: PagedMeta;
}

/** Later versions may add fields. */
export interface PayoutReply {
  success: true;
  data: Payout;
  meta: Meta;
}

/** Later versions may add fields. */
export interface CreatedPayoutReply {
  success: true;
  data: CreatedPayout;
  meta: Meta;
}

/** Later versions may add fields. */
export interface PayoutItemListReply {
  success: true;
  data: PayoutItem[];
  meta: PagedMeta;
}

/** Later versions may add fields. */
export interface AffiliateBalancesReply {
  success: true;
  data: AffiliateBalances;
  meta: Meta;
}

/** What one affiliate is paid at once, in one currency. */
export interface Payout {
  /** The payout's id. */
  payoutId: string;
  /** Your own name for it. `null` if it has none. */
  payoutKey: string | null;
  /** Who is paid. */
  affiliateId: string;
  /** What is paid, in minor units. Integer. */
  amount: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** How many commissions it took something of. Integer. */
  commissionCount: number;
  /** Whether you have said that the money was sent. */
  status: 'PENDING' | 'PAID';
  /** When it was created. RFC 3339 date-time. */
  createdAt: string;
  /** When it was paid. `null` while it is not. RFC 3339 date-time. */
  paidAt: string | null;
  /** How it was paid. `null` while it is not. */
  method: string | null;
  /** What the transfer is found by. `null` if nothing. */
  reference: string | null;
}

/** A payout, and whether it was there before. */
export interface CreatedPayout {
  /** The payout's id. */
  payoutId: string;
  /** Your own name for it. `null` if it has none. */
  payoutKey: string | null;
  /** Who is paid. */
  affiliateId: string;
  /** What is paid, in minor units. Integer. */
  amount: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** How many commissions it took something of. Integer. */
  commissionCount: number;
  /** Whether you have said that the money was sent. */
  status: 'PENDING' | 'PAID';
  /** When it was created. RFC 3339 date-time. */
  createdAt: string;
  /** When it was paid. `null` while it is not. RFC 3339 date-time. */
  paidAt: string | null;
  /** How it was paid. `null` while it is not. */
  method: string | null;
  /** What the transfer is found by. `null` if nothing. */
  reference: string | null;
  /** Whether the `payoutKey` was known already. */
  replayed: boolean;
}

export interface PayoutItem {
  /** The commission. */
  commissionId: string;
  /** The conversion that earned it. */
  conversionId: string;
  /** Your order id. */
  externalId: string;
  /** What the payout took of it, in minor units. Integer. */
  amount: number;
  /** Whether an earlier payout had taken the commission, and this is what changed since. */
  isCarried: boolean;
}

/** Later versions may add fields. */
export interface WebhookEndpointListReply {
  success: true;
  data: WebhookEndpoint[];
  meta: PagedMeta;
}

/** Later versions may add fields. */
export interface WebhookEndpointReply {
  success: true;
  data: WebhookEndpoint;
  meta: Meta;
}

/** Later versions may add fields. */
export interface WebhookEndpointWithSecretReply {
  success: true;
  data: WebhookEndpointWithSecret;
  meta: Meta;
}

/** Later versions may add fields. */
export interface DeletedWebhookEndpointReply {
  success: true;
  data: DeletedWebhookEndpoint;
  meta: Meta;
}

/** A server of the merchant that is told what happens. */
export interface WebhookEndpoint {
  /** The endpoint's id. */
  endpointId: string;
  /** What it is for. */
  name: string;
  /** Where events are posted to. */
  url: string;
  /** What it is told of. `null`: everything, also what later versions add. */
  events: EventName[] | null;
  /** About which campaigns. `null`: about all. */
  campaignIds: string[] | null;
  /** Whether all of what an event is about is sent, or ids alone. */
  payload: 'FULL' | 'THIN';
  /** Whether later events about the same thing wait for earlier ones. */
  ordering: 'NONE' | 'PER_SUBJECT';
  /** `ACTIVE`: events are delivered. */
  status: 'ACTIVE' | 'PAUSED' | 'DISABLED';
  /**
   * Why it is disabled: `GONE`, its server answered 410; `FAILING`, nothing but failures for 5 days.
   * `null` otherwise.
   */
  statusReason: 'GONE' | 'FAILING' | null;
  /** Since when every try has failed. `null` if the last one did not. RFC 3339 date-time. */
  failingSince: string | null;
  /** How many tries have failed since one succeeded. Integer. */
  failures: number;
  /** The last four characters of the secret; of the new one while two sign. */
  secretHint: string;
  /** Until when the secret of before signs too. `null` if one secret signs. RFC 3339 date-time. */
  oldSecretUntil: string | null;
  /** When it was created. RFC 3339 date-time. */
  createdAt: string;
  /** When it was last changed by somebody. RFC 3339 date-time. */
  updatedAt: string;
}

/** An endpoint, and its secret. */
export interface WebhookEndpointWithSecret {
  /** The endpoint's id. */
  endpointId: string;
  /** What it is for. */
  name: string;
  /** Where events are posted to. */
  url: string;
  /** What it is told of. `null`: everything, also what later versions add. */
  events: EventName[] | null;
  /** About which campaigns. `null`: about all. */
  campaignIds: string[] | null;
  /** Whether all of what an event is about is sent, or ids alone. */
  payload: 'FULL' | 'THIN';
  /** Whether later events about the same thing wait for earlier ones. */
  ordering: 'NONE' | 'PER_SUBJECT';
  /** `ACTIVE`: events are delivered. */
  status: 'ACTIVE' | 'PAUSED' | 'DISABLED';
  /**
   * Why it is disabled: `GONE`, its server answered 410; `FAILING`, nothing but failures for 5 days.
   * `null` otherwise.
   */
  statusReason: 'GONE' | 'FAILING' | null;
  /** Since when every try has failed. `null` if the last one did not. RFC 3339 date-time. */
  failingSince: string | null;
  /** How many tries have failed since one succeeded. Integer. */
  failures: number;
  /** The last four characters of the secret; of the new one while two sign. */
  secretHint: string;
  /** Until when the secret of before signs too. `null` if one secret signs. RFC 3339 date-time. */
  oldSecretUntil: string | null;
  /** When it was created. RFC 3339 date-time. */
  createdAt: string;
  /** When it was last changed by somebody. RFC 3339 date-time. */
  updatedAt: string;
  /** The secret, `whsec_` and 44 characters. */
  secret: string;
}

/** An endpoint that there was. */
export interface DeletedWebhookEndpoint {
  /** The endpoint's id. */
  endpointId: string;
}

/** What happened. Later versions may add some. Pattern `^[a-z]+[.][a-z_]+$`. */
export type EventName =
  | 'conversion.created'
  | 'conversion.refunded'
  | 'conversion.attributed'
  | 'conversion.commission_paid'
  | 'conversion.disputed'
  | 'conversion.dispute_resolved'
  | 'commission.approved'
  | 'commission.rejected'
  | 'commission.adjusted'
  | 'payout.created'
  | 'payout.paid'
  | 'payout.cancelled'
  | 'affiliate.applied'
  | 'affiliate.approved'
  | 'affiliate.rejected'
  | 'affiliate.suspended'
  | 'endpoint.failing'
  | 'endpoint.disabled'
  | 'webhook.test'
  | (string & {});

export interface AffiliateBalances {
  /** The affiliate. */
  affiliateId: string;
  /** One for each currency that there was ever a commission in, by its code. */
  balances: Array<{
    /** ISO 4217, upper case. */
    currency: string;
    /** Waits for your decision, in minor units. Integer. */
    pending: number;
    /**
     * What a payout would take now, in minor units: approved, and changed after an earlier payout.
     * Integer.
     */
    approved: number;
    /** In payouts that are not paid yet, in minor units. Integer. */
    inPayouts: number;
    /** Paid so far, in minor units. Integer. */
    paid: number;
  }>;
}

/** Later versions may add fields. */
export interface TrackClickReply {
  success: true;
  data: TrackClickResult;
  meta: Meta;
}

export interface TrackClickResult {
  success: true;
  /** The click's id. `null` if the campaign or the affiliate is not active; then there is no click. */
  clickId: string | null;
  /** The session id that was sent. */
  sessionId: string;
  /** Why there is no click. Pattern `^[A-Z][A-Z0-9_]*$`. */
  uncountedReason?: 'CAMPAIGN_NOT_ACTIVE' | 'AFFILIATE_SUSPENDED' | (string & {});
}

/** Later versions may add fields. */
export interface IdentifyReply {
  success: true;
  data: IdentifyResult;
  meta: Meta;
}

export interface IdentifyResult {
  /** Always. It does not say what happened. */
  success: true;
}

/** Later versions may add fields. */
export interface PingReply {
  success: true;
  data: Ping;
  meta: Meta;
}

export interface Ping {
  /** The key is good. */
  valid: true;
  /** The merchant's name. */
  merchant: string;
  /** How many campaigns of the key's mode are active. Integer. */
  activeCampaigns: number;
  /** For clients that ask. */
  stripe: {
    connected: false;
    mode: 'unknown';
  };
}

/** Later versions may add fields. */
export interface InstallationReply {
  success: true;
  data: Installation;
  meta: Meta;
}

export interface Installation {
  /** Public; it stands in the page and authorises nothing. */
  siteToken: string;
  /** The line to put into the `<head>` of every page, with this installation's public address. */
  snippet: string;
  /** When the script first reported; `null` if it never did. RFC 3339 date-time. */
  firstSeenAt: string | null;
  /** When it last did, to the minute. RFC 3339 date-time. */
  lastSeenAt: string | null;
  /** From whose pages it was reported, as browsers say it (`Origin`), the newest first. */
  origins: SiteOrigin[];
  /** The newest session that was captured in a test, or that of the test asked for. */
  lastSession: CapturedSession | null;
}

export interface SiteOrigin {
  /** Scheme, host and port of the page, such as `https://shop.example.com`. */
  origin: string;
  /** When a page there first reported. RFC 3339 date-time. */
  firstSeenAt: string;
  /** When one last did, to the minute. RFC 3339 date-time. */
  lastSeenAt: string;
}

export interface CapturedSession {
  /** The word that the link was opened with. */
  testId: string;
  /** The session that the script found in the address. */
  sessionId: string;
  /** When this was reported. RFC 3339 date-time. */
  capturedAt: string;
}

/** Which of the two worlds of a merchant. */
export type Mode = 'live' | 'test';

/** Later versions may add fields. */
export interface RequestListReply {
  success: true;
  data: RecentRequest[];
  meta: PagedMeta;
}

/** A call that was made with a key of the merchant. */
export interface RecentRequest {
  /** As in the reply, and in the log of the service. */
  requestId: string;
  /** When the call arrived. RFC 3339 date-time. */
  at: string;
  /** The key that it came with, also if that was revoked since. */
  keyId: string;
  /** What that key is for. `null` if it is not known any more. */
  keyName: string | null;
  /** What was called, as this document names it. */
  operationId: string;
  /** The operation's method. */
  method: string;
  /** The template of the operation's path, never the path that was called. */
  path: string;
  /** The HTTP status of the answer. `null`: the caller hung up before it had all of it. Integer. */
  status: number | null;
  /** Whether the status is 400 or above or there is none, or items of a batch were not recorded. */
  failed: boolean;
  /** The `code` of the error; `null` unless it was answered with one. */
  code: ErrorCode | null;
  /** The `reason` of the error; `null` unless it was answered with one. */
  reason: ErrorReason | null;
  /** What was wrong, as the `details` of the error named it, without any value. At most 10 items. */
  faults: Fault[];
  /** How many more the error named. Integer, at least 0. */
  moreFaults: number;
  /** What the code means and what to do about it. */
  docUrl: string | null;
  /** From its arrival to the end of the answer. At least 0. */
  durationMs: number;
}

/** The query of `recordPostback`. */
export interface RecordPostbackQuery {
  /** `true`: decide and answer, but store nothing. Default: false. */
  dryRun?: boolean | undefined;
}

/** The query of `exportConversions`. */
export interface ExportConversionsQuery {
  /** Your order id, byte for byte. 1–255 characters. */
  externalId?: string | undefined;
  /** Only conversions that are in this state now. */
  status?: 'UNATTRIBUTED' | 'ATTRIBUTED' | undefined;
  /** Only conversions credited to this affiliate. 1–64 characters. */
  affiliateId?: string | undefined;
  /** Only conversions credited in this campaign. 1–64 characters. */
  campaignId?: string | undefined;
  /** Only conversions with `occurredAt` at or after this time. RFC 3339 date-time. */
  from?: string | undefined;
  /** Only conversions with `occurredAt` before this time. RFC 3339 date-time. */
  to?: string | undefined;
}

/** The query of `summarizeConversions`. */
export interface SummarizeConversionsQuery {
  /** Your order id, byte for byte. 1–255 characters. */
  externalId?: string | undefined;
  /** Only conversions that are in this state now. */
  status?: 'UNATTRIBUTED' | 'ATTRIBUTED' | undefined;
  /** Only conversions credited to this affiliate. 1–64 characters. */
  affiliateId?: string | undefined;
  /** Only conversions credited in this campaign. 1–64 characters. */
  campaignId?: string | undefined;
  /** Only conversions with `occurredAt` at or after this time. RFC 3339 date-time. */
  from?: string | undefined;
  /** Only conversions with `occurredAt` before this time. RFC 3339 date-time. */
  to?: string | undefined;
}

/** The query of `listConversions`. */
export interface ListConversionsQuery {
  /** Your order id, byte for byte. 1–255 characters. */
  externalId?: string | undefined;
  /** Only conversions that are in this state now. */
  status?: 'UNATTRIBUTED' | 'ATTRIBUTED' | undefined;
  /** Only conversions credited to this affiliate. 1–64 characters. */
  affiliateId?: string | undefined;
  /** Only conversions credited in this campaign. 1–64 characters. */
  campaignId?: string | undefined;
  /** Only conversions with `occurredAt` at or after this time. RFC 3339 date-time. */
  from?: string | undefined;
  /** Only conversions with `occurredAt` before this time. RFC 3339 date-time. */
  to?: string | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `getTrace`. */
export interface GetTraceQuery {
  /** Your order id, byte for byte. 1–255 characters. */
  externalId?: string | undefined;
  /** Our id of the order. 1–64 characters. */
  conversionId?: string | undefined;
  /** The session, as `rcsid` has it in the landing page's address. 1–255 characters. */
  sessionId?: string | undefined;
  /** The click, as `cid` has it in the landing page's address. 1–255 characters. */
  clickId?: string | undefined;
  /** An affiliate's tracking code, in any case. 1–255 characters. */
  code?: string | undefined;
  /**
   * The SHA-256 of the customer's trimmed, lower-cased email, in hexadecimal. Pattern
   * `^[0-9A-Fa-f]{64}$`.
   */
  customerEmailHash?: string | undefined;
  /** Your customer's id, byte for byte. 1–255 characters. */
  customerId?: string | undefined;
  /** With `code` only: orders recorded at or after this time. RFC 3339 date-time. */
  from?: string | undefined;
  /** With `code` only: orders recorded before this time. RFC 3339 date-time. */
  to?: string | undefined;
}

/** The query of `listCampaigns`. */
export interface ListCampaignsQuery {
  /** Only campaigns in this state. */
  status?: 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `getConversionsTimeline`. */
export interface GetConversionsTimelineQuery {
  /** The beginning of the window, included. RFC 3339 date-time. */
  from?: string | undefined;
  /** The end of the window, not included. RFC 3339 date-time. */
  to?: string | undefined;
}

/** The query of `listAffiliates`. */
export interface ListAffiliatesQuery {
  /** Only affiliates in this state. */
  status?: 'ACTIVE' | 'SUSPENDED' | undefined;
  /** Only affiliates with a link in this campaign. 1–64 characters. */
  campaignId?: string | undefined;
  /** Only the affiliate with this email, in either case. 1–254 characters. */
  email?: string | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `listCommissions`. */
export interface ListCommissionsQuery {
  /** Only commissions in this state. */
  status?: 'PENDING' | 'APPROVED' | 'PAID' | 'REJECTED' | undefined;
  /** Only commissions of this affiliate. 1–64 characters. */
  affiliateId?: string | undefined;
  /** Only commissions earned in this campaign. 1–64 characters. */
  campaignId?: string | undefined;
  /** Only the commission of this conversion. 1–64 characters. */
  conversionId?: string | undefined;
  /** Only commissions in this currency, in either case. */
  currency?: string | undefined;
  /** Only commissions with `createdAt` at or after this time. RFC 3339 date-time. */
  from?: string | undefined;
  /** Only commissions with `createdAt` before this time. RFC 3339 date-time. */
  to?: string | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `listPayouts`. */
export interface ListPayoutsQuery {
  /** Only payouts in this state. */
  status?: 'PENDING' | 'PAID' | undefined;
  /** Only payouts to this affiliate. 1–64 characters. */
  affiliateId?: string | undefined;
  /** Only payouts in this currency, in either case. */
  currency?: string | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `exportPayouts`. */
export interface ExportPayoutsQuery {
  /** Only payouts in this state. Default: "PENDING". */
  status?: 'PENDING' | 'PAID' | undefined;
  /** Only payouts to this affiliate. 1–64 characters. */
  affiliateId?: string | undefined;
  /** Only payouts in this currency, in either case. */
  currency?: string | undefined;
}

/** The query of `listPayoutItems`. */
export interface ListPayoutItemsQuery {
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `listEndpoints`. */
export interface ListEndpointsQuery {
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `getInstallation`. */
export interface GetInstallationQuery {
  /**
   * The word that the link was opened with. `null` as long as the script has not reported it. Pattern
   * `^[A-Za-z0-9_-]{1,128}$`.
   */
  testId?: string | undefined;
}

/** The query of `listRequests`. */
export interface ListRequestsQuery {
  /** Only calls with this key. 1–64 characters. */
  keyId?: string | undefined;
  /** Only calls of this operation, by its `operationId`. 1–64 characters. */
  operationId?: string | undefined;
  /** `true`: only calls that failed. */
  failed?: boolean | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `listDeliveries`. */
export interface ListDeliveriesQuery {
  /** Only deliveries in this state. Pattern `^(WAITING|DELIVERED|FAILED|SKIPPED)$`. */
  state?: string | undefined;
  /** Only deliveries of events of this name. 1–64 characters. */
  event?: string | undefined;
  /** Only deliveries of this event. 1–64 characters. */
  eventId?: string | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
  /** How many to skip. Integer, 0–10,000. Default: 0. */
  offset?: number | undefined;
  /** `meta.page.nextCursor` of the page before. 1–200 characters. */
  cursor?: string | undefined;
}

/** The query of `listEvents`. */
export interface ListEventsQuery {
  /** The `cursor` of an earlier reply: only what came after it. 1–64 characters. */
  after?: string | undefined;
  /** How many to return. Integer, at least 1. Default: 25. */
  limit?: number | undefined;
}
