// Sessions: begun, listed and ended. Each is made and ended in the transaction of what it belongs to.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade, type Done } from '#accounts/audit-log/audit-log.facade.js';
import { PeopleFacade, type Membership } from '#accounts/people/people.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { notFound } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { fromPublicId, newId, toPublicId } from '#platform/values/ids.js';
import type { CameFrom } from './came-from.js';
import { hashToken, LASTS_MS, LASTS_UNUSED_MS, makeSessionToken, MAX_SESSIONS, turnOf } from './session.js';
import type { SessionPerson } from './session.js';
import { SessionsRepository, type SessionRow } from './sessions.repository.js';

/** What is about the person alone: noted with each merchant of theirs. */
type OwnAction = Extract<
  Done['action'],
  | 'SIGNED_OUT'
  | 'SESSION_ENDED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | `TWO_FACTOR_${string}`
  | `RECOVERY_CODE${string}`
  | `PASSKEY_${string}`
  | `IDENTITY_${string}`
>;

/** The only moment at which the token is known. */
export interface NewSession {
  token: string;
  session: SessionRow;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly people: PeopleFacade,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
  ) {}

  /** Signs a person in, and notes it with the merchants they belong to. */
  async begin(
    tx: Tx,
    personId: string,
    memberships: readonly Membership[],
    { address, device }: CameFrom,
  ): Promise<NewSession> {
    const token = makeSessionToken();
    const now = this.clock.now();
    await this.repository.trim(tx, personId, new Date(now.getTime() - LASTS_MS), MAX_SESSIONS - 1);
    const session = await this.repository.insert(tx, {
      token_hash: Buffer.from(hashToken(token), 'hex'),
      id: newId(),
      person_id: personId,
      device,
      address,
      created_at: now,
      last_used_at: now,
      confirmed_at: now,
      ended_at: null,
    });
    const done = memberships.map(({ merchantId }) => ({ merchantId, action: 'SIGNED_IN' as const }));
    this.audit.note(tx, { personId, keyId: null, address }, ...done);
    return { token, session };
  }

  /** A person's sessions that have not ended, newest first. */
  async list(person: SessionPerson): Promise<Schema<'PersonSession'>[]> {
    const now = this.clock.now().getTime();
    const [usedAfter, begunAfter] = [new Date(now - LASTS_UNUSED_MS), new Date(now - LASTS_MS)];
    const rows = await this.repository.list(
      turnOf(this.database, person.personId),
      person.personId,
      usedAfter,
      begunAfter,
    );
    return rows.map((row) => toPersonSession(row, person.sessionId));
  }

  /** @throws Failure UNKNOWN_SESSION for what is no session of this person. */
  async end(person: SessionPerson, sessionId: string, actor: Actor): Promise<void> {
    const id = fromPublicId('ses', sessionId);
    if (id === null) throw notFound('UNKNOWN_SESSION', ['sessionId']);
    await turnOf(this.database, person.personId).transaction(async (tx) => {
      if (!(await this.repository.end(tx, person.personId, id, this.clock.now())))
        throw notFound('UNKNOWN_SESSION', ['sessionId']);
      const action = id === person.sessionId ? 'SIGNED_OUT' : 'SESSION_ENDED';
      await this.note(tx, person.personId, actor, action);
    });
  }

  /** Ends all others of the person: what they were let in by holds no more. @param keptId null: this one too. */
  endOthers(tx: Tx, personId: string, keptId: string | null): Promise<void> {
    return this.repository.endOthers(tx, personId, keptId, this.clock.now());
  }

  /** Takes away all of the person, who is about to be removed. */
  forget(tx: Tx, personId: string): Promise<void> {
    return this.repository.forget(tx, personId);
  }

  /** The person has said again who they are. */
  async confirm({ personId, sessionId }: SessionPerson): Promise<Date> {
    const now = this.clock.now();
    await this.repository.confirm(turnOf(this.database, personId), personId, sessionId, now);
    return now;
  }

  /** Notes with each merchant of the person what they did. */
  async note(
    tx: Tx,
    personId: string,
    actor: Actor,
    action: OwnAction,
    what: Pick<Done, 'target' | 'details'> = {},
  ): Promise<void> {
    const memberships = await this.people.membershipsOf(tx, personId);
    this.audit.note(tx, actor, ...memberships.map(({ merchantId }) => ({ merchantId, action, ...what })));
  }
}

function toPersonSession(row: SessionRow, currentId: string): Schema<'PersonSession'> {
  return {
    sessionId: toPublicId('ses', row.id),
    current: row.id === currentId,
    device: row.device,
    address: row.address,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    expiresAt: new Date(row.created_at.getTime() + LASTS_MS).toISOString(),
  };
}
