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
} from './errors.js';
export type { Failure } from './errors.js';
export type * from './generated/types.js';
export { VERSION } from './generated/version.js';
export { List } from './list.js';
export type { ClientOptions } from './options.js';
export type { CallOptions, Page, Reply } from './reply.js';
