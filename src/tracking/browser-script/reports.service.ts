// Takes pages' reports and writes them down a moment later, many at once. Who reports is answered before anything is looked up, so
// the answer is the same, and as fast, whether a token is somebody's or not, and when the database is away. All of it is bounded:
// memory, statements a second, writes for each token.
// Why so: docs/decisions/0014-browser-script-and-site-tokens.md
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#platform/database/database.js';
import { LRUCache } from 'lru-cache';
import { Clock } from '#platform/time/clock.js';
import { Log } from '#platform/logging/log.js';
import { withTimeout } from '#platform/time/with-timeout.js';
import {
  REPORTS_GATHER_MS,
  REPORTS_RETRY_MS,
  REPORTS_STOP_MS,
  SITE_SEEN_AGAIN_MS,
} from '#platform/time/time-budget.js';
import { uniqueBy } from '#platform/database/grouping.js';
import type { CapturedSession, Report } from './report.js';
import { ReportsRepository } from './reports.repository.js';

/** Reports that may wait; what comes then is dropped. They are what a merchant looks at once, after putting in the script. */
const MOST_WAITING = 1000;
/** Of these, sessions of one token, and origins: a flood with one must leave room for the others. */
const MOST_OF_ONE = 20;
const MOST_REMEMBERED = 10_000;

@Injectable()
export class ReportsService implements OnModuleDestroy {
  private waiting: Report[] = [];
  /** Sessions waiting, by token. */
  private sessionsOf = new Map<string, number>();
  /** Origins waiting, by token. */
  private originsOf = new Map<string, number>();
  /** Token and origin → when it was last taken (ms since 1970), somebody's or not. */
  private readonly seen = new LRUCache<string, number>({ max: MOST_REMEMBERED });
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly repository: ReportsRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The script runs on a page. Never throws, never waits. */
  installed(siteToken: string, origin: string | null): void {
    const at = this.clock.now();
    const name = `${siteToken} ${origin}`;
    const last = this.seen.get(name);
    if (last !== undefined && Math.abs(at.getTime() - last) < SITE_SEEN_AGAIN_MS) return;
    const count = this.originsOf.get(siteToken) ?? 0;
    if (count >= MOST_OF_ONE || !this.take({ siteToken, at, origin, captured: null })) return;
    this.originsOf.set(siteToken, count + 1);
    this.seen.set(name, at.getTime());
  }

  /** A page's script found this session in its address, in a test. Never throws, never waits. */
  captured(siteToken: string, { testId, sessionId }: CapturedSession, origin: string | null): void {
    const count = this.sessionsOf.get(siteToken) ?? 0;
    if (count >= MOST_OF_ONE) return;
    if (this.take({ siteToken, at: this.clock.now(), origin, captured: { testId, sessionId } }))
      this.sessionsOf.set(siteToken, count + 1);
  }

  /** Writes down what waits; resolves when that is done or has failed. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    // One after the other: what is older must not be written over what is newer.
    return (this.writing = this.writing.then(() => this.write()));
  }

  /** The last reports are not worth much waiting. */
  async onModuleDestroy(): Promise<void> {
    await withTimeout(REPORTS_STOP_MS, this.flush(), undefined);
    clearTimeout(this.timer);
  }

  private take(report: Report): boolean {
    if (this.waiting.length >= MOST_WAITING) return false;
    this.waiting.push(report);
    this.flushIn(REPORTS_GATHER_MS);
    return true;
  }

  private flushIn(ms: number): void {
    this.timer ??= setTimeout(() => void this.flush(), ms).unref();
  }

  private async write(): Promise<void> {
    const reports = this.waiting;
    this.waiting = [];
    this.sessionsOf = new Map();
    this.originsOf = new Map();
    if (reports.length === 0) return;
    try {
      await this.store(reports);
    } catch (error) {
      this.log.warn('reports of the browser script could not be written', { count: reports.length, error });
      this.waiting = [...reports, ...this.waiting].slice(0, MOST_WAITING);
      this.flushIn(REPORTS_RETRY_MS);
    }
  }

  /** Writes what came with a token that somebody has, or nothing. Fails at once when the database is away. */
  private async store(reports: readonly Report[]): Promise<void> {
    const tokens = [...new Set(reports.map(({ siteToken }) => siteToken))];
    const owners = await this.repository.ownersOf(this.database.failFast, tokens);
    // Newest first: of one test, the latest counts.
    const owned = [...reports].reverse().flatMap(({ siteToken, ...report }) => {
      const owner = owners.get(siteToken);
      return owner ? [{ ...owner, ...report }] : [];
    });
    if (owned.length === 0) return;
    const seen = uniqueBy(owned, ({ token }) => token);
    const pages = owned.flatMap(({ origin, ...page }) => (origin === null ? [] : [{ ...page, origin }]));
    const origins = uniqueBy(pages, ({ token, origin }) => `${token} ${origin}`);
    const sessions = owned.flatMap(({ captured, ...page }) => (captured ? [{ ...page, ...captured }] : []));
    const captured = uniqueBy(sessions, ({ token, testId }) => `${token} ${testId}`);
    await this.database.transaction(async (tx) => {
      await this.repository.touch(tx, seen);
      await this.repository.noteOrigins(tx, origins);
      await this.repository.capture(tx, captured);
    }, 0);
  }
}
