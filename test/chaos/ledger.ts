// What the clients know: for each order, click and identity what they were told. Nothing in it comes from the database.
import type { Outcome, Target } from './client.js';

/** "Every call is answered within 8 seconds", and a little for a client that is itself out of breath. */
const ANSWERED_WITHIN_MS = 8000 + 700;
/** What is found wrong is told up to here; a broken promise is usually broken many times. */
const MOST_ISSUES = 20;

export interface Order {
  externalId: string;
  conversionType: 'SALE';
  amount: number;
  currency: 'EUR';
  affiliateCode?: string;
  sessionId?: string | null;
  customerEmailHash?: string;
  customerId?: string;
}

interface Told {
  status: number;
  amount: number;
  conversionId: string;
  commissionId: string | null;
}

export interface Entry {
  order: Order;
  /** Each 201 and 200. */
  told: Told[];
  /** Amounts that were answered 409. */
  contradicted: number[];
  /** Answered 503. */
  refused: number;
  /** Got no answer. */
  unanswered: number;
}

export class Ledger {
  readonly entries = new Map<string, Entry>();
  /** The click each session was told of. */
  readonly clicks = new Map<string, string>();
  /** The email hash that was acknowledged for each session. */
  readonly identities = new Map<string, string>();
  readonly faults: string[] = [];
  readonly count = { told: 0, contradicted: 0, refused: 0, unanswered: 0, slowestMs: 0 };

  constructor(private readonly target: Target) {}

  open(order: Order): Entry {
    const entry: Entry = { order, told: [], contradicted: [], refused: 0, unanswered: 0 };
    this.entries.set(order.externalId, entry);
    return entry;
  }

  /** Notes what came of posting an order with that amount. @returns whether the client now knows that it is recorded */
  noteOrder(entry: Entry, amount: number, outcome: Outcome): boolean {
    if (!this.isAnswer(outcome)) {
      entry.unanswered++;
      return false;
    }
    if (outcome.status === 503) entry.refused++;
    else if (outcome.status === 409 && isContradiction(outcome.body, amount)) {
      entry.contradicted.push(amount);
      this.count.contradicted++;
    } else if (!this.noteTold(entry, amount, outcome)) this.strange('an order', outcome);
    return outcome.status < 300;
  }

  /** @returns whether the click was acknowledged */
  noteClick(sessionId: string, outcome: Outcome): boolean {
    if (!this.isAnswer(outcome) || outcome.status === 503) return false;
    const clickId = (outcome.body as { data?: { clickId?: string } } | undefined)?.data?.clickId;
    if (outcome.status !== 200 || typeof clickId !== 'string') return this.strange('a click', outcome);
    this.clicks.set(sessionId, clickId);
    return true;
  }

  noteIdentity(sessionId: string, emailHash: string, outcome: Outcome): boolean {
    if (!this.isAnswer(outcome) || outcome.status === 503) return false;
    if (outcome.status !== 200) return this.strange('an identify', outcome);
    this.identities.set(sessionId, emailHash);
    return true;
  }

  fault(text: string): void {
    if (this.faults.length < MOST_ISSUES) this.faults.push(text);
  }

  /** Every call is answered in time, unless the service is dead meanwhile; and a refusal is a clear one. */
  private isAnswer(outcome: Outcome): outcome is Outcome & { kind: 'answered' } {
    const { sentAt, endedAt } = outcome;
    this.count.slowestMs = Math.max(this.count.slowestMs, endedAt - sentAt);
    if (outcome.kind !== 'answered') {
      this.count.unanswered++;
      const why = outcome.kind === 'lost' ? outcome.why : 'refused connection';
      if (!this.target.mayBeWithoutAnswer(outcome)) this.fault(`no answer while the service runs: ${why}`);
      return false;
    }
    if (endedAt - sentAt > ANSWERED_WITHIN_MS)
      this.fault(`answered after ${Math.round(endedAt - sentAt)} ms`);
    if (outcome.status === 503) {
      this.count.refused++;
      if (!isClearRefusal(outcome)) this.strange('a refusal', outcome);
    }
    return true;
  }

  private noteTold(entry: Entry, amount: number, { status, body }: Outcome & { kind: 'answered' }): boolean {
    const { success, data } = (body ?? {}) as { success?: boolean; data?: Told & Record<string, unknown> };
    if ((status !== 201 && status !== 200) || success !== true || !data) return false;
    const { conversionId, commissionId, externalId, replayed } = data;
    if (externalId !== entry.order.externalId || data.amount !== amount) return false;
    if (replayed !== (status === 200) || typeof conversionId !== 'string') return false;
    entry.told.push({ status, amount, conversionId, commissionId });
    this.count.told++;
    return true;
  }

  private strange(what: string, { status, headers, body }: Outcome & { kind: 'answered' }): false {
    const retryAfter = String(headers['retry-after']);
    this.fault(
      `${what} was answered ${status} (Retry-After ${retryAfter}): ${JSON.stringify(body)?.slice(0, 300)}`,
    );
    return false;
  }
}

interface ErrorBody {
  success?: boolean;
  error?: { code?: string; message?: string; details?: { field?: string; yours?: number }[] };
  meta?: { requestId?: string };
}

function isClearRefusal({ headers, body }: Outcome & { kind: 'answered' }): boolean {
  const { success, error, meta } = (body ?? {}) as ErrorBody;
  const isWorded =
    error?.code === 'SERVICE_UNAVAILABLE' && Boolean(error.message) && Boolean(meta?.requestId);
  return success === false && isWorded && Number(headers['retry-after']) >= 1;
}

function isContradiction(body: unknown, amount: number): boolean {
  const { error } = (body ?? {}) as ErrorBody;
  const [difference, ...others] = error?.details ?? [];
  const isAmount = difference?.field === 'amount' && difference.yours === amount;
  return error?.code === 'ALREADY_EXISTS' && isAmount && others.length === 0;
}
