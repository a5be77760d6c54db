// Ties sessions to email hashes. A session that is not known yet and the identity for it meet through a job that both write.
// Why so: docs/decisions/0006-anonymous-claims.md
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { RateLimiter } from '#platform/http/rate-limit.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { Clock } from '#platform/time/clock.js';
import { Database, type Tx } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { uniqueBy } from '#platform/database/grouping.js';
import { tenantKey } from '#platform/database/tenant.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { NO_TENANT, type Job } from '#platform/jobs/job.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { IdentitiesRepository, type Identity } from './identities.repository.js';

/**
 * Identities for sessions that nobody knows, kept of one client without a key: so many at once, and so many a day on each replica. More is
 * hardly a house full of visitors: rows that wait for nobody, and for a week.
 */
const KEPT_OF_A_CLIENT = 2000;

@Injectable()
export class RecordIdentitiesService implements OnModuleInit, OnModuleDestroy {
  private readonly writer = new GroupWriter<Identity, void>((identities) => this.write(identities), {
    patienceMs: this.database.patienceMs,
    metrics: this.metrics.writer('identities'),
  });

  private readonly kept = new RateLimiter('kept', {
    burst: KEPT_OF_A_CLIENT,
    perSecond: (KEPT_OF_A_CLIENT * 1000) / DAY_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly repository: IdentitiesRepository,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(['IDENTITY'], async (jobs) => {
      await this.applyKept(jobs.map((job) => job.subject));
      return [];
    });
  }

  /** Resolves when the identity is durable; says nothing of what came of it. @throws Failure SERVICE_UNAVAILABLE */
  record(identity: Identity): Promise<void> {
    return this.writer.submit(identity, identity.tenant?.merchantId ?? 'anonymous');
  }

  async onModuleDestroy(): Promise<void> {
    await this.writer.drained();
  }

  private async write(identities: Identity[]): Promise<void[]> {
    const distinct = uniqueBy(identities, subjectOf);
    await this.database.transaction(async (tx) => {
      const unknown = (await this.repository.unknown(tx, distinct)).filter((identity) =>
        this.mayWait(identity),
      );
      const identified = await this.apply(tx, distinct);
      await this.repository.keep(tx, unknown);
      this.jobs.enqueue(tx, [...identified, ...unknown.map(({ sessionId }) => identityJob(sessionId))]);
    }, 0);
    this.jobs.wake();
    return identities.map(() => undefined);
  }

  /** Takes one of what its client may leave behind. A transaction that is done again takes it again: a little less is kept then. */
  private mayWait({ client }: Identity): boolean {
    return client === null || this.kept.take(client, this.clock.now().getTime()).allowed;
  }

  /** Kept identities whose session has become known. */
  private async applyKept(sessionIds: string[]): Promise<void> {
    const work = await this.database.transaction(async (tx) => {
      const identified = await this.apply(tx, await this.repository.kept(tx, sessionIds, this.clock.now()));
      this.jobs.enqueue(tx, identified);
      return identified;
    });
    if (work.length > 0) this.jobs.wake();
  }

  /** A key's word before anonymous claims. Returns the work that follows: orders with that email may match now. */
  private async apply(tx: Tx, identities: readonly Identity[]): Promise<Job[]> {
    const vouched = identities.filter((identity) => identity.vouched);
    const claimed = identities.filter((identity) => !identity.vouched);
    if (vouched.length > 0 && claimed.length > 0) await this.repository.lock(tx, identities);
    const identified = [
      ...(await this.repository.apply(tx, vouched)),
      ...(await this.repository.apply(tx, claimed)),
    ];
    return identified.map(({ merchantId, mode, emailHash }) => ({
      merchantId,
      mode,
      kind: 'EMAIL',
      subject: emailHash,
    }));
  }
}

/** Work: a kept identity and this session id may have met. */
export function identityJob(sessionId: string): Job {
  return { ...NO_TENANT, kind: 'IDENTITY', subject: sessionId };
}

/** Of one session id and tenant the first hash counts, later ones are ignored. */
function subjectOf({ tenant, sessionId }: Identity): string {
  return `${tenant ? tenantKey(tenant) : ''}/${sessionId}`;
}
