// Sends webhooks: one POST to a receiver that nobody knows, which ends in time, goes nowhere it may not, and is told in a few fields.
// Why so: docs/decisions/0030-where-a-webhook-may-go.md
import {
  attempt,
  type Attempted,
  type SendFailure,
  type SendLimits,
  type WebhookRequest,
} from './attempt.js';
import type { AddressGuard } from './address-guard.js';
import { destinationOf } from './endpoint-url.js';
import { dropIdle, GuardedAgents } from './guarded-agents.js';
import { keptHeaders, ReceivedBody, retryAfterSeconds } from './received.js';
import { nameResolver, type ResolveName } from './resolve-name.js';
import type { Clock } from '#platform/time/clock.js';
import { WEBHOOK_CONNECT_MS, WEBHOOK_TOTAL_MS } from '#platform/time/time-budget.js';

/** What became of a request, as it is stored and shown to the merchant. */
export interface Outcome {
  startedAt: Date;
  durationMs: number;
  /** null: no head of a reply came. */
  status: number | null;
  /** Names in lower case; a few kilobytes, no cookies. */
  headers: Record<string, string>;
  /** At most 16 KiB of UTF-8 without NUL. */
  body: string;
  /** Whether the body went on, or was to. */
  isCut: boolean;
  /** null: it was delivered. */
  failure: SendFailure | null;
  /** What `Retry-After` asks for, from `startedAt` plus `durationMs` on; at most a week. */
  retryAfterSeconds: number | null;
}

export interface Sending {
  guard: AddressGuard;
  clock: Clock;
  /** How names are resolved; by DNS and the machine unless told. */
  resolve?: ResolveName;
  /** Certificates to trust instead of the machine's. */
  ca?: string;
}

export const WEBHOOK_LIMITS: SendLimits = { connectMs: WEBHOOK_CONNECT_MS, totalMs: WEBHOOK_TOTAL_MS };

/** One for a process: connections are kept for the next request. */
export class Sender {
  private readonly agents: GuardedAgents;
  private readonly clock: Clock;

  constructor({ guard, clock, resolve = nameResolver(guard), ...trust }: Sending) {
    this.agents = new GuardedAgents({ guard, resolve, ...trust });
    this.clock = clock;
  }

  /** Sends it once. Never rejects; neither a timer nor a busy connection is left when it resolves. */
  async send(request: WebhookRequest, limits = WEBHOOK_LIMITS): Promise<Outcome> {
    const [startedAt, began] = [this.clock.now(), this.clock.monotonicMs()];
    const passedMs = () => this.clock.monotonicMs() - began;
    const url = URL.canParse(request.url) ? new URL(request.url) : null;
    const agent = url && this.agents.for(url.protocol);
    if (url === null || agent === null) return this.toOutcome(nowhere(), startedAt, 0);
    let attempted = await attempt(url, request, agent, limits);
    if (attempted.isStale) {
      dropIdle(agent, destinationOf(url));
      attempted = await attempt(url, request, agent, {
        ...limits,
        totalMs: Math.max(limits.totalMs - passedMs(), 1),
      });
    }
    return this.toOutcome(attempted, startedAt, Math.round(passedMs()));
  }

  /** Ends all connections; requests under way end as lost. */
  close(): void {
    this.agents.close();
  }

  private toOutcome(
    { failure, reply, body, isCut }: Attempted,
    startedAt: Date,
    durationMs: number,
  ): Outcome {
    const headers = reply?.headers ?? {};
    return {
      startedAt,
      durationMs,
      status: reply?.statusCode ?? null,
      headers: keptHeaders(headers),
      body: body.toText(),
      isCut,
      failure,
      retryAfterSeconds: retryAfterSeconds(headers['retry-after'], this.clock.now()),
    };
  }
}

/** What `checkEndpointUrl` let in leads somewhere; all else, whatever it is, to nobody. */
function nowhere(): Attempted {
  const body = new ReceivedBody();
  return { failure: 'address_not_allowed', reply: null, body, isCut: false, isStale: false };
}
