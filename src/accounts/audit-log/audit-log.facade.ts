// The audit log, for whoever changes something: an entry is handed over with the change's own transaction, so that neither is without the other.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { Clock } from '#platform/time/clock.js';
import { newId } from '#platform/values/ids.js';
import { AuditLogRepository, type AuditEntry } from './audit-log.repository.js';
import type { Actor } from './actor.js';
import type { AuditAction } from './audit-action.js';

export interface Done {
  merchantId: string;
  action: AuditAction;
  /** Public id of what it was done to, or an email. */
  target?: string | null;
  /** Never a secret. */
  details?: AuditEntry['details'];
  mode?: AuditEntry['mode'];
}

@Injectable()
export class AuditLogFacade {
  constructor(
    private readonly repository: AuditLogRepository,
    private readonly clock: Clock,
  ) {}

  /** When each of these people (UUIDs) last signed in or did something of note at a merchant; without those of whom nothing is known. */
  lastSeen(
    queryable: Queryable,
    merchantId: string,
    personIds: readonly string[],
  ): Promise<Map<string, Date>> {
    return this.repository.lastSeen(queryable, merchantId, personIds);
  }

  /** Notes what is being done; written with the commit. */
  note(tx: Tx, actor: Actor, ...done: readonly Done[]): void {
    if (done.length === 0) return;
    const createdAt = this.clock.now();
    const entries = done.map(({ merchantId, action, target = null, details = {}, mode = null }) => {
      return { merchantId, id: newId(), mode, ...actor, action, target, details, createdAt };
    });
    this.repository.insert(tx, entries);
  }
}
