// Writes clicks, many at once in one transaction, and says what may have to be looked at again because of them.
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { toPublicId } from '#platform/values/ids.js';
import { Database, type Tx } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { ClicksRepository, type NewClick } from './clicks.repository.js';
import { identityJob } from './record-identities.service.js';

@Injectable()
export class RecordClicksService implements OnModuleDestroy {
  private readonly patient = new GroupWriter<NewClick, void>((clicks) => this.write(clicks), {
    patienceMs: this.database.patienceMs,
    metrics: this.metrics.writer('clicks'),
  });
  /** A visitor who follows a link does not wait for a database that is away. */
  private readonly hurried = new GroupWriter<NewClick, void>((clicks) => this.write(clicks), {
    patienceMs: 0,
    metrics: this.metrics.writer('visits'),
  });

  constructor(
    private readonly database: Database,
    private readonly repository: ClicksRepository,
    private readonly jobs: JobQueue,
    private readonly metrics: Metrics,
  ) {}

  /** Resolves when the click is durable. @throws Failure SERVICE_UNAVAILABLE */
  record(click: NewClick, { hurry }: { hurry: boolean }): Promise<void> {
    return (hurry ? this.hurried : this.patient).submit(click, click.merchantId);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.patient.drained(), this.hurried.drained()]);
  }

  private async write(clicks: NewClick[]): Promise<void[]> {
    await this.database.transaction((tx) => this.writeIn(tx, clicks), 0);
    this.jobs.wake();
    return clicks.map(() => undefined);
  }

  private async writeIn(tx: Tx, clicks: NewClick[]): Promise<void> {
    const newSessions = await this.repository.insertSessions(tx, clicks);
    await this.repository.insertClicks(tx, clicks);
    this.jobs.enqueue(tx, [
      ...clicks.map(({ merchantId, mode, id }) => ({
        merchantId,
        mode,
        kind: 'CLICK' as const,
        subject: toPublicId('clk', id),
      })),
      ...newSessions.map(identityJob),
    ]);
  }
}
