// What the package offers.
export { RefCampaign } from './client.js';
export { CsvFile } from './csv-file.js';
export {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  InvalidRequestError,
  NotFoundError,
  PayloadTooLargeError,
  PermissionError,
  RateLimitError,
  RefCampaignError,
  ServerError,
  TimeoutError,
  UnexpectedReplyError,
  UsageError,
  ValidationError,
  WebhookVerificationError,
} from './errors.js';
export type { Failure, WebhookFault } from './errors.js';
export type * from './generated/types.js';
export { VERSION } from './generated/version.js';
export type * from './generated/webhooks.js';
export { List } from './list.js';
export type { ClientOptions } from './options.js';
export type { CallOptions, Page, Reply } from './reply.js';
export { verifyWebhook } from './webhook.js';
export type { WebhookMessage } from './webhook.js';
export type * from './webhook-events.js';
export type { WebhookHeaders } from './webhook-headers.js';
