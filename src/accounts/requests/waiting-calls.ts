// Calls that are over and not yet written down: of each merchant and mode the newest that succeeded and the newest that failed, and not more
// than so many of all. Memory only, bounded whatever comes.
import type { Mode, Tenant } from '#platform/database/tenant.js';
import { hasFailed, type EndedCall } from './ended-call.js';

/**
 * Of a merchant and mode, and of each kind: succeeded, failed. As many as are kept in the table, so that nothing is pushed out here that
 * would stay there.
 */
export const MOST_KEPT = 200;
/** Of all merchants: some megabytes. */
const MOST_WAITING = 10_000;

/** The calls of one merchant and mode, each list oldest first. */
export interface CallsOfTenant {
  tenant: Tenant;
  succeeded: EndedCall[];
  failed: EndedCall[];
}

/** The newest MOST_KEPT. */
class Ring {
  private readonly calls: (EndedCall | undefined)[] = [];
  private start = 0;
  size = 0;

  /** @returns false when the call took the place of the oldest. */
  push(call: EndedCall): boolean {
    if (this.size < MOST_KEPT) {
      this.calls[(this.start + this.size++) % MOST_KEPT] = call;
      return true;
    }
    this.calls[this.start] = call;
    this.start = (this.start + 1) % MOST_KEPT;
    return false;
  }

  forgetOldest(): void {
    this.calls[this.start] = undefined;
    this.start = (this.start + 1) % MOST_KEPT;
    this.size--;
  }

  list(): EndedCall[] {
    return Array.from({ length: this.size }, (_, index) => this.calls[(this.start + index) % MOST_KEPT]!);
  }
}

interface Rings {
  succeeded: Ring;
  failed: Ring;
}

/** Of one merchant. */
type RingsByMode = Record<Mode, Rings | null>;

export class WaitingCalls {
  /** In the order in which each merchant's first call came. */
  private readonly merchants = new Map<string, RingsByMode>();
  private waiting = 0;

  /** @param mostWaiting how many at most, of all merchants. */
  constructor(private readonly mostWaiting = MOST_WAITING) {}

  get size(): number {
    return this.waiting;
  }

  /** @returns whether there was room; if not, the oldest of whoever waits longest was forgotten for it. */
  add(call: EndedCall): boolean {
    const { merchantId, mode } = call.caller;
    let byMode = this.merchants.get(merchantId);
    if (!byMode) this.merchants.set(merchantId, (byMode = { live: null, test: null }));
    const rings = (byMode[mode] ??= { succeeded: new Ring(), failed: new Ring() });
    const isMore = (hasFailed(call) ? rings.failed : rings.succeeded).push(call);
    if (!isMore || ++this.waiting <= this.mostWaiting) return true;
    this.makeRoom();
    return false;
  }

  /** Takes out, tenant by tenant, what is there now; what comes meanwhile waits for the next time. */
  *takeAll(): Generator<CallsOfTenant> {
    for (const merchantId of [...this.merchants.keys()]) yield* this.takeOf(merchantId);
  }

  /** The same of one merchant, in both modes. */
  *takeOf(merchantId: string): Generator<CallsOfTenant> {
    const byMode = this.merchants.get(merchantId);
    if (!byMode) return; // nothing waits, or it was forgotten
    this.merchants.delete(merchantId);
    for (const mode of ['live', 'test'] as const) {
      const rings = byMode[mode];
      if (!rings) continue;
      const [succeeded, failed] = [rings.succeeded.list(), rings.failed.list()];
      this.waiting -= succeeded.length + failed.length;
      yield { tenant: { merchantId, mode }, succeeded, failed };
    }
  }

  /** What succeeded goes first: of a failure somebody will ask. */
  private makeRoom(): void {
    const [merchantId, { live, test }] = this.merchants.entries().next().value!;
    const rings = [live?.succeeded, test?.succeeded, live?.failed, test?.failed].filter(
      (ring): ring is Ring => ring !== undefined && ring.size > 0,
    );
    rings[0]!.forgetOldest();
    if (rings.length === 1 && rings[0]!.size === 0) this.merchants.delete(merchantId);
    this.waiting--;
  }
}
