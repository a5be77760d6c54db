// Why a call was refused, for programs: finer than the error code. The one table from a reason to its code; the contract lists the same
// (ErrorReason), and a test compares them. Why so: docs/decisions/0019-errors-say-what-and-why.md
import type { components } from '#generated/schema.js';

export type ErrorCode = components['schemas']['ErrorCode'];

interface Reason {
  code: ErrorCode;
  /** What it says unless the thrower says it better. */
  message: string;
}

/** Where there is nothing finer to say, the reason is the code itself. */
const general = {
  INVALID_REQUEST: 'The request could not be read.',
  UNAUTHORIZED: 'A valid API key is needed: Authorization: Bearer <key>.',
  PERMISSION_DENIED: 'This key may not do this.',
  NOT_FOUND: 'There is nothing here.',
  METHOD_NOT_ALLOWED: 'This path has no such method; see Allow.',
  ALREADY_EXISTS: 'This name is taken by something different.',
  PAYLOAD_TOO_LARGE: 'The body is too large.',
  VALIDATION_FAILED: 'The request does not keep to the contract; details lists every fault.',
  RATE_LIMIT_EXCEEDED: 'Too many requests; see Retry-After.',
  SERVER_ERROR: 'Something went wrong on our side. Quote the request id when you ask us.',
  SERVICE_UNAVAILABLE: 'The service cannot answer right now. Repeat the call: the repeat tells the outcome.',
} as const satisfies Record<ErrorCode, string>;

const finer = {
  INVALID_REQUEST: {
    MALFORMED_HTTP: 'This is not a well-formed HTTP request.',
    HEADERS_TOO_LARGE: 'The headers, or the address, are too long.',
    REQUEST_TIMED_OUT: 'The request did not arrive in time.',
    WRONG_CONTENT_TYPE: 'Content-Type must be application/json.',
    COMPRESSED_BODY: 'The body must not be compressed: Content-Encoding is not supported.',
    EMPTY_BODY: 'The body is empty; it must be a JSON object.',
    NOT_UTF8: 'The body is not valid UTF-8.',
    MALFORMED_JSON: 'The body is not valid JSON.',
    NOT_AN_OBJECT: 'The body must be a JSON object.',
    REPEATED_FIELD: 'The body holds a field twice. Send each field once.',
  },
  UNAUTHORIZED: {
    NO_SESSION: 'Sign in first.',
    WRONG_CREDENTIALS: 'Email and password do not belong together.',
    SECOND_FACTOR_NEEDED: 'Send the code of the authenticator app, or a recovery code, too.',
    WRONG_CODE: 'The code is wrong, or was used before.',
    WRONG_PASSKEY: 'This passkey is not good here, or it took too long. Try again.',
    PASSWORD_NEEDED: 'There is an account with this email. Send its password too, this once, to link both.',
    SIGN_IN_EXPIRED: 'Begin again: this sign-in took too long, was used, or was not begun in this browser.',
  },
  PERMISSION_DENIED: {
    MERCHANT_LOCKED: 'This merchant is locked.',
    PERMISSION_MISSING: 'The caller lacks the permission that this call needs.',
    NOT_A_MEMBER: 'Name a merchant that you belong to (X-Merchant: mer_…) and a mode (X-Mode: live or test).',
    CROSS_SITE: 'This call is for the pages of this installation only.',
    OWNERS_ONLY: 'Only an owner may do this to an owner.',
    CONFIRMATION_NEEDED: 'Say again who you are; that holds for 10 minutes.',
    NO_ACCOUNT: 'There is no account with this email. Ask for an invitation.',
    EMAIL_NOT_VERIFIED: 'The provider does not say that this email is yours.',
    OTHER_IDENTITY: 'At the provider you are somebody else than the one that this account is linked to.',
  },
  NOT_FOUND: {
    UNKNOWN_PATH: 'No operation has this path.',
    UNKNOWN_CAMPAIGN: 'There is no campaign with this id.',
    UNKNOWN_AFFILIATE: 'There is no affiliate with this id.',
    UNKNOWN_CONVERSION: 'There is no conversion with this id.',
    UNKNOWN_ORDER: 'No order was recorded under this externalId.',
    UNKNOWN_COMMISSION: 'There is no commission with this id.',
    UNKNOWN_PAYOUT: 'There is no payout with this id.',
    UNKNOWN_CODE: 'The address holds no known tracking code.',
    UNKNOWN_INVITATION: 'This link of invitation does not work any more.',
    UNKNOWN_RESET_LINK: 'This link does not work any more. Ask for another.',
    UNKNOWN_MEMBER: 'Nobody with this id belongs to the merchant.',
    UNKNOWN_MEMBERSHIP: 'You belong to no merchant with this id.',
    UNKNOWN_SESSION: 'There is no session with this id.',
    UNKNOWN_KEY: 'There is no API key with this id.',
    UNKNOWN_PASSKEY: 'There is no passkey with this id.',
    UNKNOWN_IDENTITY: 'Nothing of yours is linked under this id.',
    NO_PROVIDER: 'This installation signs in by no provider.',
    UNKNOWN_ENDPOINT: 'There is no webhook endpoint with this id.',
    UNKNOWN_DELIVERY: 'There is no delivery with this id.',
  },
  ALREADY_EXISTS: {
    DIFFERENT_ORDER: 'This externalId was recorded before as another order.',
    DIFFERENT_REFUND: 'This refundId was recorded before with another amount. Nothing was changed.',
    REFUND_EXCEEDS_ORDER: 'The refund exceeds what is left of the order. Nothing was changed.',
    DIFFERENT_ADJUSTMENT: 'This adjustmentId stands for another adjustment. Nothing was added.',
    COMMISSION_REJECTED: 'A rejected commission cannot be adjusted.',
    BALANCE_BELOW_ZERO: 'The balance of a commission cannot go below 0.',
    COMMISSION_DECIDED: 'The commissions cannot be changed any more.',
    DIFFERENT_PAYOUT: 'This payoutKey stands for another payout. Nothing was changed.',
    NOTHING_TO_PAY: 'There is nothing to pay to this affiliate in this currency.',
    ALREADY_PAID: 'This payout was marked as paid before in another way. Nothing was changed.',
    EMAIL_TAKEN: 'Another affiliate has this email.',
    NO_CAMPAIGN_TO_JOIN: 'An affiliate with this email exists already; there is no campaign to join.',
    ALREADY_JOINED: 'An affiliate with this email is in this campaign already.',
    CODE_TAKEN: 'This code is taken.',
    CAMPAIGN_ARCHIVED: 'The campaign is archived and cannot be changed any more.',
    TERMS_FROZEN: 'The campaign has affiliates; its terms are frozen.',
    ACCOUNT_EXISTS: 'There is an account with this email. Sign in, then open the link again.',
    ALREADY_MEMBER: 'This person belongs to the merchant already.',
    LAST_OWNER: 'The merchant needs an owner. Make somebody else one first.',
    TWO_FACTOR_ON: 'Two-factor sign-in is on. Switch it off first to set it up anew.',
    TWO_FACTOR_OFF: 'Two-factor sign-in is off.',
    TWO_FACTOR_NOT_BEGUN: 'Ask for a secret first.',
    SECRET_KEY_NEEDED: 'This installation lacks the SECRET_KEY that this needs. Ask whoever runs it.',
    PASSKEYS_UNAVAILABLE:
      'Passkeys need https and a host name (PUBLIC_URL). Ask whoever runs this installation.',
    PASSKEY_KNOWN: 'This passkey is known already.',
    TOO_MANY_PASSKEYS: 'You have 20 passkeys. Remove one first.',
    IDENTITY_TAKEN:
      'The account at the provider is linked to another account here, or this account to another one there.',
    ONLY_WAY_IN: 'This is the only way in. Set a password first.',
    TOO_MANY_INVITATIONS: '100 invitations wait already. Withdraw some first.',
    TOO_MANY_ENDPOINTS: 'There are as many webhook endpoints in this mode as there may be. Delete one first.',
    ENDPOINT_NOT_ACTIVE: 'The endpoint is paused or disabled. Resume it first.',
    EVENT_NOT_KEPT: 'The text of this event is not kept any more.',
    ROTATION_UNDER_WAY:
      'Two secrets sign already. Wait until oldSecretUntil, or rotate with overlapHours 0. Nothing was changed.',
    CAMPAIGN_IN_USE: 'The campaign has affiliates; it cannot be a draft any more. Pause it instead.',
  },
  RATE_LIMIT_EXCEEDED: {
    ADDRESS_LIMIT: general.RATE_LIMIT_EXCEEDED,
    KEY_LIMIT: general.RATE_LIMIT_EXCEEDED,
    SIGN_IN_LIMIT: 'Too many wrong passwords or codes; see Retry-After.',
  },
  SERVICE_UNAVAILABLE: {
    DATABASE_AWAY: general.SERVICE_UNAVAILABLE,
    QUEUE_FULL: general.SERVICE_UNAVAILABLE,
    NO_ANSWER_IN_TIME: general.SERVICE_UNAVAILABLE,
    DATABASE_READ_ONLY:
      'The database only reads: it is a standby, or set to be read-only. Orders cannot be recorded.',
    DATABASE_OUTDATED: 'The database lacks migrations of this version.',
    PROVIDER_AWAY: 'The sign-in provider cannot be reached. Try again, or sign in by password.',
    STARTING: 'The service is starting. Repeat the call on a new connection.',
    SHUTTING_DOWN: 'This process is shutting down. Repeat the call on a new connection.',
  },
} as const satisfies { [Code in ErrorCode]?: Record<string, string> };

type Finer = typeof finer;
type FinerReason<Code extends keyof Finer = keyof Finer> = Code extends keyof Finer
  ? keyof Finer[Code] & string
  : never;

export type ErrorReason = ErrorCode | FinerReason;
/** The reasons of one code, itself among them. */
export type ReasonOf<Code extends ErrorCode> = Code | (Code extends keyof Finer ? FinerReason<Code> : never);

const entriesOf = (code: string, messages: Readonly<Record<string, string>>) =>
  Object.entries(messages).map(([reason, message]) => [reason, { code, message }]);

/** Every reason with its code and its words. */
export const reasons = Object.fromEntries([
  ...Object.entries(general).map(([code, message]) => [code, { code, message }]),
  ...Object.entries(finer).flatMap(([code, messages]) => entriesOf(code, messages)),
]) as Readonly<Record<ErrorReason, Reason>>;
