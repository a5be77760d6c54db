// Applies kept refunds once their orders have come: the order's transaction writes a job for each order that has some.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { RefundsService } from './refunds.service.js';

@Injectable()
export class ApplyKeptRefundsService implements OnModuleInit {
  constructor(
    private readonly refunds: RefundsService,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(['KEPT_REFUND'], async (rows) => {
      for (const row of rows) await this.refunds.applyKept(row, row.subject);
    });
  }
}
