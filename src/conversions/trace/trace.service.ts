// Why was this order credited, or not? The facts, what follows from them, and how it is told.
import { Injectable } from '@nestjs/common';
import type { GetTraceQuery } from '#generated/dto.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Tenant } from '#platform/database/tenant.js';
import { Clock } from '#platform/time/clock.js';
import { eventsOf } from './events.js';
import { findingsOf } from './findings.js';
import { GatherFactsService } from './gather-facts.service.js';
import { toSubject } from './trace.rules.js';
import { toTrace } from './trace.reply.js';

@Injectable()
export class TraceService {
  constructor(
    private readonly facts: GatherFactsService,
    private readonly clock: Clock,
  ) {}

  /** Everything known of what a query that passed `traceRule` looks for. What is not known is a finding, no error. */
  async get(tenant: Tenant, query: GetTraceQuery): Promise<Schema<'Trace'>> {
    const facts = await this.facts.gather(tenant, toSubject(query, this.clock.now()));
    return toTrace(facts, findingsOf(facts), eventsOf(facts));
  }
}
