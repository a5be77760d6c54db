// What we refuse and the independent validator lets pass: rules that OpenAPI has no keyword for, or that it reads otherwise. Each is
// the message of our refusal. One that is not here, or that no test causes any more, is red.

/** Messages of refusals, by why no schema says it. `null`: only seen together with others. */
export const exceptions: Readonly<Record<string, readonly string[]>> = {
  'compares two fields, or the field with the time or the state': [
    'at least one of sessionId, rcsid, clickId, cid, affiliateCode, customerEmailHash, customerEmail, customerId must be sent',
    'cannot be used together with cursor',
    'is another name for clickId and must not hold another value',
    'is another name for sessionId and must not hold another value',
    'is not the SHA-256 of the trimmed, lower-cased customerEmail',
    'is required with a new commissionType',
    "must be above the campaign's commissionRate",
    'must be above that of the tier before',
    'must be after from',
    'must be a percent from 0.01 to 100 with at most two decimals',
    'must be an integer from 0 to 1000000000000, in minor units of the currency',
    'must be at least 1 for a BONUS or DEDUCTION',
    'must be at least 1 for a SALE',
    'must be at most 31 days ahead',
    'must be at most 3660 days before to',
    'must be at most 400 days back',
    'must be at most 5 minutes ahead',
    'must be before to, which is now unless it is sent',
    "must be below the rates of the campaign's tiers",
    'must be null unless commissionType is PERCENTAGE',
    'must lie in the years 1970 to 9998 (UTC)',
    "must be this visitor's own id, not a word that programs write when they have none",
    'must not be 0 for a CORRECTION',
    'must not be before from',
    'must not bring the balance above 9007199254740991',
  ],
  'a format or keyword of the house': [
    'is not known here; did you mean',
    'is not known here; dryRun is a parameter of the query',
    'must be an active ISO 4217 currency code of three letters, such as EUR',
    'must be an RFC 3339 date-time with a time zone, such as 2026-03-01T12:00:00Z, of the years 0001 to 9999',
    'must be an https URL without user name or password (http only for localhost and loopback addresses)',
    'must be a nextCursor of an earlier page',
    'must have at most two decimals',
    'must not contain U+0000 or lone surrogates',
  ],
  'read by JSON.parse, which rounds numbers, and drops the first of two fields with one name': [
    'The body holds a field twice. Send each field once.',
    'must not have more digits than a double holds (15 always fit)',
  ],
  'read otherwise: a number in a query, such as 0x10 or 1e2': ['must be an integer of at least 1'],
  'its body parser takes what is not a body for no body, and other bytes for UTF-8': [
    'The body is empty; it must be a JSON object.',
    'The body is not valid UTF-8.',
  ],
};
