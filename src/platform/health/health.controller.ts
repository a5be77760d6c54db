// Whether the process lives, and whether it can take calls.
import { Controller } from '@nestjs/common';
import { Draining } from '#platform/http/draining.js';
import { Failure } from '#platform/errors/failure.js';
import { Operation } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly draining: Draining,
  ) {}

  @Operation('live')
  live() {
    return { status: 'live' as const };
  }

  @Operation('ready')
  async ready() {
    if (this.draining.active || !(await this.database.isReady())) throw new Failure('SERVICE_UNAVAILABLE');
    return { status: 'ready' as const };
  }
}
