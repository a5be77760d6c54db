// Clients that tell stories all the time, until they are stopped.
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from './client.js';
import type { Ledger } from './ledger.js';
import { Shop, someStory } from './stories.js';

export interface LoadOptions {
  clients: number;
  /** Between two stories of a client, at most, in milliseconds: the machine is shared with the service and with other tests. */
  pauseMs: number;
}

const SEEN_WITHIN_MS = 15_000;
const AWAY_PAUSE_MS = 200;

export class Load {
  private isOpen = true;
  private readonly ended: Promise<unknown>;

  /** Starts at once. */
  constructor(
    private readonly target: Target,
    private readonly ledger: Ledger,
    private readonly options: LoadOptions,
  ) {
    const shop = new Shop(target, ledger, () => this.isOpen);
    this.ended = Promise.all(Array.from({ length: options.clients }, () => this.tellStories(shop)));
  }

  /** So many more orders were acknowledged from now on. @throws Error when that takes too long */
  acknowledges(more: number): Promise<void> {
    return this.sees('told', more);
  }

  /** Somebody was refused. @throws Error when that takes too long */
  refuses(): Promise<void> {
    return this.sees('refused', 1);
  }

  /** No further story begins; all calls under way have their outcome. */
  async stop(): Promise<void> {
    this.isOpen = false;
    await this.ended;
  }

  private async sees(what: 'told' | 'refused', more: number): Promise<void> {
    const { count } = this.ledger;
    const wanted = count[what] + more;
    const deadline = performance.now() + SEEN_WITHIN_MS;
    while (count[what] < wanted) {
      if (performance.now() > deadline) throw new Error(`not ${more} more ${what}: ${JSON.stringify(count)}`);
      await sleep(5);
    }
  }

  private async tellStories(shop: Shop): Promise<void> {
    while (this.isOpen) {
      await someStory()(shop);
      // Nobody tries as fast as he can when nobody listens.
      await sleep(randomInt(this.options.pauseMs + 1) + (this.target.isAway ? AWAY_PAUSE_MS : 0));
    }
  }
}
