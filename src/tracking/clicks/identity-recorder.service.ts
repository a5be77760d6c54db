// Ties sessions to email hashes. A session that is not known yet and the identity for it meet through a work row that both write.
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { Database, type Tx } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { firstOfEach } from '#platform/database/keyed.js';
import { tenantKey } from '#platform/database/tenant.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { NO_TENANT, type Work } from '#platform/jobs/work.js';
import { Worker } from '#platform/jobs/worker.service.js';
import { IdentitiesRepository, type Identity } from './identities.repository.js';

@Injectable()
export class IdentityRecorder implements OnModuleInit, OnModuleDestroy {
  private readonly writer = new GroupWriter<Identity, void>((identities) => this.write(identities), {
    patienceMs: this.database.patienceMs,
    metrics: this.metrics.writer('identities'),
  });

  constructor(
    private readonly database: Database,
    private readonly repository: IdentitiesRepository,
    private readonly worker: Worker,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.worker.handle(['IDENTITY'], (rows) => this.applyKept(rows.map((row) => row.subject)));
  }

  /** Resolves when the identity is durable; says nothing of what came of it. @throws Failure SERVICE_UNAVAILABLE */
  record(identity: Identity): Promise<void> {
    return this.writer.submit(identity, identity.tenant?.merchantId ?? 'anonymous');
  }

  async onModuleDestroy(): Promise<void> {
    await this.writer.drained();
  }

  private async write(identities: Identity[]): Promise<void[]> {
    const distinct = firstOfEach(identities, subjectOf);
    await this.database.transaction(async (tx) => {
      const unknown = await this.repository.unknown(tx, distinct);
      const identified = await this.apply(tx, distinct);
      await this.repository.keep(tx, unknown);
      this.worker.add(tx, [...identified, ...unknown.map(({ sessionId }) => identityWork(sessionId))]);
    }, 0);
    this.worker.poke();
    return identities.map(() => undefined);
  }

  /** Kept identities whose session has become known. */
  private async applyKept(sessionIds: string[]): Promise<void> {
    const work = await this.database.transaction(async (tx) => {
      const identified = await this.apply(tx, await this.repository.kept(tx, sessionIds, this.clock.now()));
      this.worker.add(tx, identified);
      return identified;
    });
    if (work.length > 0) this.worker.poke();
  }

  /** A key's word before anonymous claims. Returns the work that follows: orders with that email may match now. */
  private async apply(tx: Tx, identities: readonly Identity[]): Promise<Work[]> {
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
export function identityWork(sessionId: string): Work {
  return { ...NO_TENANT, kind: 'IDENTITY', subject: sessionId };
}

/** Of one session id and tenant the first hash counts, later ones are ignored. */
function subjectOf({ tenant, sessionId }: Identity): string {
  return `${tenant ? tenantKey(tenant) : ''}/${sessionId}`;
}
