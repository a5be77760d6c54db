// Every query on where people are signed in. Checking a session reads where its person belongs too, in the same statement.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import { prepared } from '#platform/database/statement.js';
import { PersonSessionEntity } from './person-session.entity.js';
import type { SessionPerson } from './session.js';

export type SessionRow = PersonSessionEntity;
export type SessionState = SessionPerson & { endedAt: Date | null };

const sessions = new Rows(PersonSessionEntity);

@Injectable()
export class SessionsRepository {
  insert(tx: Tx, row: SessionRow): Promise<SessionRow> {
    return sessions.insert(tx, row);
  }

  /** The sessions with these hashes (hex), by hash. */
  async find(queryable: Queryable, hashes: readonly string[]): Promise<Map<string, SessionState>> {
    const rows = await queryable.query<SessionState & { hash: string }>(
      prepared(`select encode(s.token_hash, 'hex') as hash, s.id as "sessionId", s.person_id as "personId",
         s.created_at as "createdAt", s.last_used_at as "lastUsedAt", s.confirmed_at as "confirmedAt", s.ended_at as "endedAt",
         (select coalesce(json_agg(json_build_object('merchantId', m.merchant_id, 'merchantName', o.name, 'role', m.role,
            'locked', o.locked_at is not null) order by o.name, o.id), '[]')
          from memberships m join merchants o on o.id = m.merchant_id where m.person_id = s.person_id) as memberships
       from person_sessions s where s.token_hash = any($1)`),
      [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    );
    return new Map(rows.map(({ hash, ...state }) => [hash, state]));
  }

  /** Of a person, newest first: those that were not ended, and were used after that moment and begun after the other. */
  list(queryable: Queryable, personId: string, usedAfter: Date, begunAfter: Date): Promise<SessionRow[]> {
    return queryable.query<SessionRow>(
      `select ${sessions.columns('s')} from person_sessions s
       where person_id = $1 and ended_at is null and last_used_at > $2 and created_at > $3 order by id desc`,
      [personId, usedAfter, begunAfter],
    );
  }

  /** Ends a session of the person; one that has ended keeps its time. False when there is none. */
  async end(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `update person_sessions set ended_at = coalesce(ended_at, $3)
       where person_id = $1 and id = $2 returning id`,
      [personId, id, now],
    );
    return rows.length > 0;
  }

  /** Ends all of a person's sessions, but one (null: none is left). */
  async endOthers(tx: Tx, personId: string, keptId: string | null, now: Date): Promise<void> {
    await tx.query(
      `update person_sessions set ended_at = $3
       where person_id = $1 and ended_at is null and id is distinct from $2`,
      [personId, keptId, now],
    );
  }

  /** Takes away what is of no more use: what began before that moment, and of the rest all but the newest so many. */
  async trim(tx: Tx, personId: string, begunBefore: Date, most: number): Promise<void> {
    await tx.query(
      `delete from person_sessions where person_id = $1 and (created_at < $2 or id not in
         (select id from person_sessions where person_id = $1 order by id desc limit $3))`,
      [personId, begunBefore, most],
    );
  }

  async forget(tx: Tx, personId: string): Promise<void> {
    await tx.query('delete from person_sessions where person_id = $1', [personId]);
  }

  /** Notes a use, unless one was noted after that moment. */
  async noteUse(queryable: Queryable, hash: string, now: Date, unlessAfter: Date): Promise<void> {
    await queryable.query(
      'update person_sessions set last_used_at = $2 where token_hash = $1 and last_used_at < $3',
      [Buffer.from(hash, 'hex'), now, unlessAfter],
    );
  }

  async confirm(queryable: Queryable, personId: string, id: string, now: Date): Promise<void> {
    await queryable.query('update person_sessions set confirmed_at = $3 where person_id = $1 and id = $2', [
      personId,
      id,
      now,
    ]);
  }
}
