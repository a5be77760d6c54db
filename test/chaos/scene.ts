// One service under load: its clients, what they were told, the server that is told what happens, and the audit after each fault.
import type { PostgresAddress } from '#platform/database/data-source.js';
import { joinEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { killTree, startRunningService, type RunningService } from '../support/running-service.js';
import { Auditor, type AuditOptions } from './audit.js';
import { Target } from './client.js';
import { Ledger } from './ledger.js';
import { Load, type LoadOptions } from './load.js';
import { TELLING, Told } from './told.js';

/** Orders that are acknowledged before a fault, and again after it. */
const WARM_UP = 60;

/** All clients share one address. */
const environment = {
  ...TELLING,
  RATE_LIMIT_ANONYMOUS_CLICKS: '1000000',
  RATE_LIMIT_ANONYMOUS_IDENTIFIES: '1000000',
  RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '1000000',
};

export interface Place {
  dataDir: string;
  /** Without it the service starts a PostgreSQL of its own in `dataDir`. */
  databaseUrl?: string;
}

export class Scene {
  private readonly auditor: Auditor;

  private constructor(
    private readonly place: Place,
    private readonly load: LoadOptions,
    public service: RunningService,
    readonly target: Target,
    readonly ledger: Ledger,
    private readonly told: Told,
  ) {
    this.auditor = new Auditor(() => this.address(), target, ledger);
    this.watch();
  }

  /** Starts the service on an empty place, with the demo merchant as its shop. */
  static async open(place: Place, load: LoadOptions): Promise<Scene> {
    const service = await start(place, true);
    const target = new Target(service.url, service.key as string, service.code as string);
    const told = await Told.open(service.url, target.key);
    return new Scene(place, load, service, target, new Ledger(target), told);
  }

  /** Lets the fault happen while clients are busy, sees that they go on being served, and audits. */
  async endures(fault: (load: Load) => Promise<void>, options: AuditOptions = {}): Promise<void> {
    const load = new Load(this.target, this.ledger, this.load);
    try {
      await load.acknowledges(WARM_UP);
      this.told.setbacks++;
      await fault(load);
      await load.acknowledges(WARM_UP);
    } catch (error) {
      throw new Error([(error as Error).message, ...this.ledger.faults].join('\n'), { cause: error });
    } finally {
      await load.stop();
    }
    await this.audit(options);
  }

  async audit(options: AuditOptions): Promise<void> {
    expect(await this.auditor.audit(options)).toEqual([]);
    if (options.everythingFollowed) expect(await this.told.problems(await this.address())).toEqual([]);
  }

  /** Starts the service again, after it has died. */
  async restart(): Promise<void> {
    this.service = await start(this.place, false);
    this.watch();
    this.target.isBack(this.service.url);
  }

  /** For a look at the database past the service. */
  async address(): Promise<PostgresAddress> {
    if (this.place.databaseUrl !== undefined) return { url: this.place.databaseUrl };
    const postgres = await joinEmbeddedPostgres(this.place.dataDir);
    if (!postgres) throw new Error('no PostgreSQL with an owner runs');
    return postgres.connection;
  }

  /** Leaves nothing running, whatever state the test has left it in. */
  async close(): Promise<void> {
    this.target.isGoing();
    const { exitCode, signalCode } = this.service.process;
    if (exitCode === null && signalCode === null) await killTree(this.service);
    await this.told.close();
  }

  /** Whatever dies around it, the service lives. */
  private watch(): void {
    const { process: running, said } = this.service;
    running.once('exit', (code, signal) => {
      if (this.target.isAway) return;
      const words = said()
        .split('\n')
        .filter((line) => !line.includes('"level":'));
      this.ledger.fault(`the service ended (${signal ?? code}): ${words.join('\n').trim().slice(-1500)}`);
    });
  }
}

function start({ dataDir, databaseUrl = '' }: Place, isFirst: boolean): Promise<RunningService> {
  return startRunningService(dataDir, {
    environment: { ...environment, DATABASE_URL: databaseUrl, DEMO: '1' },
    printsKey: isFirst,
  });
}
