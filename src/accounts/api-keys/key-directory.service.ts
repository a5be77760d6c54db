// Finds keys: from memory while that is fresh, else from the database. A poll keeps memory fresh, so that revoking a key or
// locking a merchant acts on every replica within a second although a known key costs no database read.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { LRUCache } from 'lru-cache';
import { Clock } from '#platform/time/clock.js';
import { Failure } from '#platform/errors/failure.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { Poll } from '#platform/time/poll.js';
import { KEYS_STOP_MS, KEY_POLL_MS, KEY_USE_NOTED_EVERY_MS } from '#platform/time/time-budget.js';
import { ApiKeysRepository, type KeyState } from './api-keys.repository.js';
import { KeyCache } from './key-cache.js';

/** Keys whose use waits to be noted; more are dropped (the next minute notes them). */
const MAX_USED = 10_000;
/** Whose key it is, is what is asked. */
const CALLERS = 'callers';

@Injectable()
export class KeyDirectoryService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(
    () => this.takeChanges(),
    KEY_POLL_MS,
    (error) => this.log.warn('recent changes of API keys cannot be read; keys are looked up', { error }),
  );
  private readonly cache = new KeyCache();
  private readonly lookups = new Map<string, Promise<KeyState | null>>();
  private readonly used = new Set<string>();
  /** What is forgotten here is at worst noted again; the statement knows better. */
  private readonly notedAt = new LRUCache<string, number>({ max: MAX_USED });
  private readonly reader = new GroupWriter<string, KeyState | null>((hashes) => this.read(hashes), {
    patienceMs: this.database.patienceMs,
  });
  private watermark: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly repository: ApiKeysRepository,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /**
   * The key with this hash (hex), or null.
   * @throws Failure SERVICE_UNAVAILABLE when memory is too old and the database cannot be asked.
   */
  async find(hash: string): Promise<KeyState | null> {
    const cached = this.cache.get(hash, this.clock.monotonicMs());
    return cached === undefined ? this.lookUp(hash) : cached;
  }

  /** What was last known of the key with this hash, however old; null for nothing. Asks nobody. */
  lastKnown(hash: string): KeyState | null {
    return this.cache.lastKnown(hash);
  }

  /** Notes that a key was used, in the background, at most once a minute. */
  noteUse(hash: string): void {
    const now = this.clock.monotonicMs();
    const last = this.notedAt.get(hash);
    if (last !== undefined && now - last < KEY_USE_NOTED_EVERY_MS) return;
    if (this.used.size >= MAX_USED) return;
    this.notedAt.set(hash, now);
    this.used.add(hash);
  }

  onApplicationBootstrap(): void {
    this.metrics.watchKeyCacheAge(() => {
      const ageMs = this.cache.ageMs(this.clock.monotonicMs());
      return ageMs === null ? null : ageMs / 1000;
    });
    this.poll.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.poll.stop(KEYS_STOP_MS, () => this.writeUse());
  }

  /**
   * Once for all who ask for the same key at once; other keys that are asked for meanwhile go together. Anybody can make up keys that look
   * right, so they have two connections, and not one each.
   */
  private lookUp(hash: string): Promise<KeyState | null> {
    const underWay = this.lookups.get(hash);
    if (underWay) return underWay;
    const readAt = this.clock.monotonicMs();
    const lookup = this.reader
      .submit(hash, CALLERS)
      .then((state) => {
        this.cache.put(hash, state, readAt);
        return state;
      })
      .catch((error: unknown) => {
        throw error instanceof Failure
          ? error
          : new Failure('DATABASE_AWAY', undefined, undefined, { cause: error });
      })
      .finally(() => this.lookups.delete(hash));
    this.lookups.set(hash, lookup);
    return lookup;
  }

  private async read(hashes: readonly string[]): Promise<(KeyState | null)[]> {
    const found = await this.repository.find(this.database.failFast, hashes);
    return hashes.map((hash) => found.get(hash) ?? null);
  }

  /** Takes in recent changes. When it fails, memory grows too old to be trusted and keys are looked up one by one. */
  private async takeChanges(): Promise<void> {
    const readAt = this.clock.monotonicMs();
    const changes = await this.repository.changes(this.database.atOnce, this.watermark);
    this.cache.apply(changes, readAt);
    this.watermark = changes.now;
    await this.writeUse();
  }

  private async writeUse(): Promise<void> {
    if (this.used.size === 0) return;
    const hashes = [...this.used];
    this.used.clear();
    try {
      await this.repository.noteUse(this.database.atOnce, hashes);
    } catch (error) {
      this.log.warn('the use of API keys was not noted', { error });
    }
  }
}
