// Applies kept refunds once their orders have come: the order's transaction writes a work row for each order that has some.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Worker } from '#platform/jobs/worker.service.js';
import { RefundsService } from './refunds.service.js';

@Injectable()
export class KeptRefunds implements OnModuleInit {
  constructor(
    private readonly refunds: RefundsService,
    private readonly worker: Worker,
  ) {}

  onModuleInit(): void {
    this.worker.handle(['KEPT_REFUND'], async (rows) => {
      for (const row of rows) await this.refunds.applyKept(row, row.subject);
    });
  }
}
