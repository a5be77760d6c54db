// What a merchant wants to know about the script on its pages: the token, the line to put in, and whether it was seen.
// Why so: docs/decisions/0014-browser-script-and-site-tokens.md
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/database.js';
import { toBase32 } from '#platform/values/base32.js';
import { Clock } from '#platform/time/clock.js';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { InstallationEntity } from './installation.entity.js';
import { toInstallation } from './installation.reply.js';
import { InstallationsRepository } from './installations.repository.js';

@Injectable()
export class InstallationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: InstallationsRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @param testId the test whose session is asked for; null: the newest. */
  async get(tenant: Tenant, testId: string | null): Promise<Schema<'Installation'>> {
    const installation = await this.findOrMake(tenant);
    const turn = this.database.inTurn(tenant);
    const captured = await this.repository.findCaptured(turn, tenant, testId);
    const origins = await this.repository.findOrigins(turn, tenant);
    return toInstallation(installation, { captured, origins }, this.config.publicUrl);
  }

  /** Of two who make one at once, the first wins, and both are told its token. */
  private async findOrMake(tenant: Tenant): Promise<InstallationEntity> {
    const known = await this.repository.find(this.database.inTurn(tenant), tenant);
    if (known) return known;
    // Random, not time-ordered like ids: it says nothing but whose page it is, and that only to us.
    const token = `rcst_${toBase32(randomUUID())}`;
    await this.repository.insert(this.database.inTurn(tenant), tenant, token, this.clock.now());
    const made = await this.repository.find(this.database.inTurn(tenant), tenant);
    if (!made) throw new Error('an installation was made, and is not there');
    return made;
  }
}
