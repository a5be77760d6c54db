// What the contract's machinery must be told; the app makes it from its configuration.
import type { RateLimitGroup } from '#platform/contract/operation-facts.js';
import type { RateLimit } from './rate-limit.js';

export interface Limits extends Readonly<Record<RateLimitGroup, RateLimit>> {
  /** Calls with one key; null: no limit. */
  readonly key: RateLimit | null;
}

/** Also the injection token. */
export class ContractSettings {
  /** The page about error codes, by its whole address: an error's docUrl leads there. */
  readonly errorsPage!: string;
  readonly limits!: Limits;
  /** Where this installation is reached, `https://go.example.com`: its own pages come from there. */
  readonly origin!: string;
  /** Milliseconds after which a call is answered 503 in its handler's stead; ANSWER_DEADLINE_MS unless told. */
  readonly timeoutMs?: number;
}
