// Cookie → person → who calls. The database is asked each time, for many at once: what was ended a moment ago is over, on every replica.
import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '#accounts/merchants/caller.js';
import { permissionsOfRole } from '#accounts/people/role.js';
import { toBits } from '#platform/contract/permissions.js';
import { SessionCheck, type Member } from '#platform/contract/session-check.js';
import { Database } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import type { Mode } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';
import { Log } from '#platform/logging/log.js';
import { Clock } from '#platform/time/clock.js';
import { fromPublicId } from '#platform/values/ids.js';
import { Cookies } from './cookies.js';
import { hashToken, isAlive, turnOf, USE_NOTED_EVERY_MS, type SessionPerson } from './session.js';
import { SessionsRepository, type SessionState } from './sessions.repository.js';

/** Anybody can make up a token that looks right: all of them together have the connections of one. */
const STRANGERS = 'sessions';

@Injectable()
export class CookieSessionCheck extends SessionCheck<SessionPerson> {
  private readonly reader: GroupWriter<string, SessionState | null>;

  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly cookies: Cookies,
  ) {
    super();
    this.reader = new GroupWriter((hashes) => this.read(hashes), { patienceMs: database.patienceMs });
  }

  override tokenIn(headers: IncomingHttpHeaders, isSecure: boolean): string | null {
    return this.cookies.read(headers, isSecure);
  }

  override async check(token: string): Promise<SessionPerson> {
    const hash = hashToken(token);
    const state = await this.reader.submit(hash, STRANGERS);
    const now = this.clock.now();
    if (!state || !isAlive(state, now)) throw new Failure('NO_SESSION');
    this.noteUse(hash, state, now);
    return state;
  }

  override memberOf(person: SessionPerson, headers: IncomingHttpHeaders): Member & Caller {
    const merchantId = fromPublicId('mer', textOf(headers['x-merchant']));
    const mode = textOf(headers['x-mode']);
    const membership = person.memberships.find((each) => each.merchantId === merchantId);
    if (!membership || !isMode(mode)) throw new Failure('NOT_A_MEMBER');
    if (membership.locked) throw new Failure('MERCHANT_LOCKED');
    return {
      merchantId: membership.merchantId,
      merchantName: membership.merchantName,
      mode,
      keyId: null,
      personId: person.personId,
      permissions: toBits(permissionsOfRole(membership.role)),
    };
  }

  private async read(hashes: readonly string[]): Promise<(SessionState | null)[]> {
    const found = await this.repository.find(this.database.failFast, hashes);
    return hashes.map((hash) => found.get(hash) ?? null);
  }

  /** In the background: a call does not wait for it, and the next minute notes it again. */
  private noteUse(hash: string, { lastUsedAt, personId }: SessionState, now: Date): void {
    const unlessAfter = new Date(now.getTime() - USE_NOTED_EVERY_MS);
    if (lastUsedAt > unlessAfter) return;
    this.repository
      .noteUse(turnOf(this.database, personId), hash, now, unlessAfter)
      .catch((error: unknown) => this.log.warn('the use of a session was not noted', { error }));
  }
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

function isMode(text: string): text is Mode {
  return text === 'live' || text === 'test';
}
