// Finds keys: from memory while that is fresh, else from the database. A poll keeps memory fresh, so that revoking a key or
// locking a merchant acts on every replica within a second although a known key costs no database read.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Failure } from '../contract/failure.js';
import { Log } from '../logging/log.js';
import { Metrics } from '../metrics/metrics.js';
import { within } from '../patience.js';
import { ApiKeysRepository, type KeyState } from './api-keys.repository.js';
import { KeyCache } from './key-cache.js';

const POLL_EVERY_MS = 250;
/** Keys whose use waits to be noted; more are dropped (the next minute notes them). */
const MAX_USED = 10_000;
const NOTE_USE_EVERY_MS = 60_000;
/** How long shutting down waits for a statement under way. */
const STOP_WITHIN_MS = 500;

@Injectable()
export class KeyDirectory implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly cache = new KeyCache();
  private readonly lookups = new Map<string, Promise<KeyState | null>>();
  private readonly used = new Set<string>();
  private readonly notedAt = new Map<string, number>();
  private watermark: string | null = null;
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | null = null;
  private pollFails = false;

  constructor(
    private readonly repository: ApiKeysRepository,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /**
   * The key with this hash (hex), or null.
   * @throws Failure SERVICE_UNAVAILABLE when memory is too old and the database cannot be asked.
   */
  async find(hash: string): Promise<KeyState | null> {
    const cached = this.cache.get(hash, performance.now());
    return cached === undefined ? this.lookUp(hash) : cached;
  }

  /** Notes that a key was used, in the background, at most once a minute. */
  noteUse(hash: string): void {
    const now = performance.now();
    const last = this.notedAt.get(hash);
    if (last !== undefined && now - last < NOTE_USE_EVERY_MS) return;
    if (this.used.size >= MAX_USED) return;
    if (this.notedAt.size >= MAX_USED) this.notedAt.clear(); // at worst some are asked for again; the statement knows better
    this.notedAt.set(hash, now);
    this.used.add(hash);
  }

  /** Starts the poll. It never overlaps itself and does not keep the process alive. */
  onApplicationBootstrap(): void {
    this.metrics.watchKeyCacheAge(() => {
      const ageMs = this.cache.ageMs(performance.now());
      return ageMs === null ? null : ageMs / 1000;
    });
    this.timer = setInterval(() => {
      this.underWay ??= this.poll().finally(() => {
        this.underWay = null;
      });
    }, POLL_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = undefined;
    const last = (this.underWay ?? Promise.resolve()).then(() => this.writeUse());
    await within(STOP_WITHIN_MS, last, undefined);
  }

  /** One statement for all who ask for the same key at once. */
  private lookUp(hash: string): Promise<KeyState | null> {
    const underWay = this.lookups.get(hash);
    if (underWay) return underWay;
    const readAt = performance.now();
    const lookup = this.repository
      .find(hash)
      .then((state) => {
        this.cache.put(hash, state, readAt);
        return state;
      })
      .catch((error: unknown) => {
        throw error instanceof Failure
          ? error
          : new Failure('SERVICE_UNAVAILABLE', undefined, undefined, { cause: error });
      })
      .finally(() => this.lookups.delete(hash));
    this.lookups.set(hash, lookup);
    return lookup;
  }

  /** Takes in recent changes. When it fails, memory grows too old to be trusted and keys are looked up one by one. */
  private async poll(): Promise<void> {
    const readAt = performance.now();
    try {
      const changes = await this.repository.changes(this.watermark);
      this.cache.apply(changes, readAt);
      this.watermark = changes.now;
      this.pollFails = false;
    } catch (error) {
      if (!this.pollFails)
        this.log.warn('recent changes of API keys cannot be read; keys are looked up', { error });
      this.pollFails = true;
      return;
    }
    await this.writeUse();
  }

  private async writeUse(): Promise<void> {
    if (this.used.size === 0) return;
    const hashes = [...this.used];
    this.used.clear();
    try {
      await this.repository.noteUse(hashes);
    } catch (error) {
      this.log.warn('the use of API keys was not noted', { error });
    }
  }
}
