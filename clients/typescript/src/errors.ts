// Every way a call can fail, as classes to tell apart with `instanceof`. None of them holds the key or what was sent.
import type {
  CommissionStatesErrorReply,
  Difference,
  ErrorCode,
  ErrorReason,
  Fault,
  MissingPermission,
  UnknownCommissionsErrorReply,
} from './generated/types.js';

/** What is known of a failure. */
export interface Failure {
  message: string;
  /** The HTTP status, or `null` if there was no reply. */
  status: number | null;
  /** The API's own word for it, or `null` if the reply was not the API's. */
  code: ErrorCode | null;
  /** Finer than the code; the code itself where there is nothing finer to say. */
  reason: ErrorReason | null;
  details: unknown[];
  /** The page that says what to do, or `null` if the reply was not the API's. */
  docUrl: string | null;
  /** By which the call is found in the service's log. */
  requestId: string;
  /** What `Retry-After` said, in seconds from now; `null` if nothing. */
  retryAfterSeconds: number | null;
  /** The operation's name, such as `recordPostback`. */
  operation: string;
}

/** A call that failed. Its subclasses say how. */
export class RefCampaignError extends Error {
  readonly status: number | null;
  readonly code: ErrorCode | null;
  readonly reason: ErrorReason | null;
  readonly details: unknown[];
  readonly docUrl: string | null;
  readonly requestId: string;
  readonly retryAfterSeconds: number | null;
  readonly operation: string;

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.message, options);
    this.status = failure.status;
    this.code = failure.code;
    this.reason = failure.reason;
    this.details = failure.details;
    this.docUrl = failure.docUrl;
    this.requestId = failure.requestId;
    this.retryAfterSeconds = failure.retryAfterSeconds;
    this.operation = failure.operation;
  }
}

/** 400: the request has not the form of one. */
export class InvalidRequestError extends RefCampaignError {}

/** 401: no usable API key. */
export class AuthenticationError extends RefCampaignError {}

/** 403: the key lacks the permission that the call needs, or the merchant is locked. */
export class PermissionError extends RefCampaignError {
  /** The permission that is missing; empty if the merchant is locked. */
  declare readonly details: MissingPermission[];
}

/** 404: there is nothing of that name, for this key. */
export class NotFoundError extends RefCampaignError {
  /** The id that names nothing, or, for calls about many commissions, each of those that are not there. */
  declare readonly details: (Fault | UnknownCommissionsErrorReply['error']['details'][number])[];
}

/** 405: the path has no such method. Not of this client, unless `baseUrl` leads elsewhere. */
export class MethodNotAllowedError extends RefCampaignError {}

/** 409: the name stands for something else, or what is stored may not change any more. */
export class ConflictError extends RefCampaignError {
  /** The fields that differ, or the commissions that are in the way. */
  declare readonly details: (Difference | CommissionStatesErrorReply['error']['details'][number])[];
}

/** 413: the body is too large. */
export class PayloadTooLargeError extends RefCampaignError {}

/** 422: well-formed, but against the contract. */
export class ValidationError extends RefCampaignError {
  /** All faults at once, 50 at most. */
  declare readonly details: Fault[];
}

/** 429: too many calls, and still so after the retries. */
export class RateLimitError extends RefCampaignError {}

/** 5xx, and still so after the retries. The call may have been carried out. */
export class ServerError extends RefCampaignError {}

/** No whole reply came, for the reason in the message. The call may have been carried out. `cause` is the runtime's error, with its `code`. */
export class ConnectionError extends RefCampaignError {}

/** No whole reply came in time. The call may have been carried out. */
export class TimeoutError extends ConnectionError {}

/** What came is not a reply of this API: a redirect, another status, or a success that cannot be read. */
export class UnexpectedReplyError extends RefCampaignError {}

/** Why a webhook is not to be believed. */
export type WebhookFault =
  | 'MISSING_HEADER'
  | 'MALFORMED_HEADER'
  | 'WRONG_SIGNATURE'
  | 'TOO_OLD'
  | 'TOO_NEW'
  | 'NOT_AN_EVENT';

/** What came is not a webhook of the service, or not as it was sent. The message holds nothing of it, and no secret. */
export class WebhookVerificationError extends Error {
  constructor(
    readonly reason: WebhookFault,
    message: string,
  ) {
    super(message);
  }
}

/** The client was made or called in a way that cannot work, and nothing was sent; or an export was cancelled that is being read. */
export class UsageError extends Error {}

type ErrorClass = new (failure: Failure, options?: { cause?: unknown }) => RefCampaignError;

const CLASSES: Readonly<Record<number, ErrorClass>> = {
  400: InvalidRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  405: MethodNotAllowedError,
  409: ConflictError,
  413: PayloadTooLargeError,
  422: ValidationError,
  429: RateLimitError,
};

/** The class for a reply's status. */
export function errorClassOf(status: number): ErrorClass {
  return CLASSES[status] ?? (status >= 500 ? ServerError : UnexpectedReplyError);
}

const NAMES: Readonly<Record<string, { prototype: Error }>> = {
  RefCampaignError,
  InvalidRequestError,
  AuthenticationError,
  PermissionError,
  NotFoundError,
  MethodNotAllowedError,
  ConflictError,
  PayloadTooLargeError,
  ValidationError,
  RateLimitError,
  ServerError,
  ConnectionError,
  TimeoutError,
  UnexpectedReplyError,
  UsageError,
  WebhookVerificationError,
};

// Written out, since bundlers shorten the names of classes; on the prototype, so that stack traces begin with it.
for (const [name, { prototype }] of Object.entries(NAMES)) {
  Object.defineProperty(prototype, 'name', { value: name, writable: true, configurable: true });
}
