// Events of a running service, forwarded to an address as webhooks would be: for work on a machine that the service cannot reach. Asks the
// service by its contract, like any client.
import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '#generated/schema.js';
import { signatureHeaders } from '#integrations/webhooks/sending/signature.js';
import { errorText } from '#platform/logging/error-text.js';
import type { Clock } from '#platform/time/clock.js';
import {
  LISTEN_AWAY_MS,
  LISTEN_PAUSES_MS,
  LISTEN_POLL_MS,
  LISTEN_SEND_MS,
} from '#platform/time/time-budget.js';

type Event = components['schemas']['Event'];
type Page = components['schemas']['EventPage'];

export interface Forwarding {
  /** Where the service is, and a key that may read. */
  baseUrl: string;
  key: string;
  /** Where events are posted to, and what signs them. */
  forwardUrl: string;
  secret: string;
  /** One line each. */
  tell: (text: string) => void;
  clock: Clock;
  /** Aborted: it ends, after what is under way. */
  signal: AbortSignal;
  /** Those of time-budget.ts; tests wait less. */
  waits?: { pollMs: number; awayMs: number; pausesMs: readonly number[] };
}

const WAITS = { pollMs: LISTEN_POLL_MS, awayMs: LISTEN_AWAY_MS, pausesMs: LISTEN_PAUSES_MS };

export class EventForwarder {
  private readonly waits: NonNullable<Forwarding['waits']>;
  private isAway = false;

  constructor(private readonly told: Forwarding) {
    this.waits = told.waits ?? WAITS;
  }

  /** Forwards what happens from now on, until it is aborted. @throws Error when the service refuses: the key is wrong, or may not read. */
  async run(): Promise<void> {
    for (let after = 'now'; !this.told.signal.aborted;) {
      const page = await this.ask(after);
      if (!page) continue;
      if (after === 'now') this.told.tell('listening');
      if (page.missed > 0) this.told.tell(`${page.missed} events were missed: they are not kept any more`);
      for (const event of page.events) await this.forward(event);
      after = page.cursor;
      if (!page.hasMore) await this.pause(this.waits.pollMs);
    }
  }

  /** null when the service could not answer, after a pause. */
  private async ask(after: string): Promise<Page | null> {
    try {
      const { baseUrl, key, signal } = this.told;
      const url = `${baseUrl}/api/v1/events?limit=100&after=${encodeURIComponent(after)}`;
      const reply = await fetch(url, { headers: { authorization: `Bearer ${key}` }, signal });
      if (reply.status === 200) {
        const { data } = (await reply.json()) as { data: Page };
        if (this.isAway) this.told.tell('the service is back');
        this.isAway = false;
        return data;
      }
      if (reply.status !== 429 && reply.status < 500) throw new Refused(await refusalOf(reply));
      await this.away(`it answers ${reply.status}`, Number(reply.headers.get('retry-after') ?? 0) * 1000);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (!this.told.signal.aborted) await this.away(causeOf(error), 0);
    }
    return null;
  }

  /** Tells it once, however long it takes. */
  private async away(why: string, askedMs: number): Promise<void> {
    if (!this.isAway) this.told.tell(`the service cannot be asked (${why}); trying again`);
    this.isAway = true;
    await this.pause(Math.max(this.waits.awayMs, askedMs));
  }

  /** A few times, a line for each; then the next event's turn has come. */
  private async forward(event: Event): Promise<void> {
    const named = `${event.event} ${event.id}`;
    for (const pauseMs of [...this.waits.pausesMs, null]) {
      if (this.told.signal.aborted) return;
      const beganMs = this.told.clock.monotonicMs();
      const outcome = await this.post(event);
      const tookMs = Math.round(this.told.clock.monotonicMs() - beganMs);
      const isTaken = typeof outcome === 'number' && outcome >= 200 && outcome < 300;
      const what = typeof outcome === 'number' ? String(outcome) : `not reached (${outcome})`;
      const next = pauseMs === null ? 'given up' : `again in ${pauseMs / 1000} s`;
      this.told.tell(`${named} ${what} ${tookMs} ms${isTaken ? '' : `, ${next}`}`);
      if (isTaken || pauseMs === null) return;
      await this.pause(pauseMs);
    }
  }

  /** The status, or why there is none. */
  private async post(event: Event): Promise<number | string> {
    const { forwardUrl, secret, clock } = this.told;
    // The text that is stored and read back is written by the same function from the same fields in the same order.
    const body = JSON.stringify(event);
    const signed = signatureHeaders({ id: event.id, body, at: clock.now(), secrets: [secret] });
    const headers = { 'content-type': 'application/json', 'user-agent': 'RefCampaign-Webhooks/1', ...signed };
    try {
      const signal = AbortSignal.timeout(LISTEN_SEND_MS);
      const reply = await fetch(forwardUrl, { method: 'POST', headers, body, redirect: 'manual', signal });
      await reply.body?.cancel();
      return reply.status;
    } catch (error) {
      return causeOf(error);
    }
  }

  private pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.told.signal }).catch(() => undefined);
  }
}

class Refused extends Error {}

async function refusalOf(reply: Response): Promise<string> {
  const body = (await reply.json().catch(() => null)) as { error?: { message?: string } } | null;
  return `the service refuses (${reply.status}): ${body?.error?.message ?? 'it says no more'}`;
}

/** Of a request that failed fetch says no more than that; the reason is underneath. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? code : errorText(cause);
}
