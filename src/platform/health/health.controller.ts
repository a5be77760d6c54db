// Whether the process lives, and whether it can take calls.
import { Controller } from '@nestjs/common';
import { serviceVersion } from '#platform/contract/version.js';
import { Draining } from '#platform/http/draining.js';
import { Failure, type ErrorReason } from '#platform/errors/failure.js';
import { Operation } from '#platform/contract/operation.js';
import { Database, type Readiness } from '#platform/database/database.js';

const REASONS: Record<Exclude<Readiness, 'ready'>, ErrorReason> = {
  away: 'DATABASE_AWAY',
  behind: 'DATABASE_OUTDATED',
  readOnly: 'DATABASE_READ_ONLY',
};

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly draining: Draining,
  ) {}

  @Operation('live')
  live() {
    return { status: 'live' as const, version: serviceVersion };
  }

  @Operation('ready')
  async ready() {
    if (this.draining.active) throw new Failure('SHUTTING_DOWN');
    const readiness = await this.database.readiness();
    if (readiness !== 'ready') throw new Failure(REASONS[readiness]);
    return { status: 'ready' as const };
  }
}
