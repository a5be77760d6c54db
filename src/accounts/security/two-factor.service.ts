// Two-factor sign-in as a person switches it on and off. What was let in by less ends with it: all other sessions, in the same transaction.
import { Injectable } from '@nestjs/common';
import { OPERATOR, type Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { turnOf, type SessionPerson } from '#accounts/sessions/session.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import { TwoFactorFacade } from '#accounts/two-factor/two-factor.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';
import { normalisedEmail } from '#platform/values/email.js';
import { toPublicId } from '#platform/values/ids.js';

@Injectable()
export class TwoFactorService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleFacade,
    private readonly twoFactor: TwoFactorFacade,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLogFacade,
  ) {}

  /** @throws Failure TWO_FACTOR_ON, SECRET_KEY_NEEDED (409). */
  begin({ personId }: SessionPerson): Promise<Schema<'TwoFactorSecret'>> {
    return this.held(personId, (tx, person) => this.twoFactor.begin(tx, person));
  }

  /**
   * @returns the recovery codes, told this once.
   * @throws Failure WRONG_CODE (401); TWO_FACTOR_ON, TWO_FACTOR_NOT_BEGUN, SECRET_KEY_NEEDED (409).
   */
  activate({ personId, sessionId }: SessionPerson, code: string, actor: Actor): Promise<string[]> {
    return this.held(personId, async (tx) => {
      const recoveryCodes = await this.twoFactor.activate(tx, personId, code);
      await this.sessions.endOthers(tx, personId, sessionId);
      await this.sessions.note(tx, personId, actor, 'TWO_FACTOR_ENABLED');
      return recoveryCodes;
    });
  }

  /** Takes away the app, one that is only begun too, and the recovery codes. */
  disable({ personId, sessionId }: SessionPerson, actor: Actor): Promise<void> {
    return this.held(personId, async (tx) => {
      if (!(await this.twoFactor.remove(tx, personId))) return;
      await this.sessions.endOthers(tx, personId, sessionId);
      await this.sessions.note(tx, personId, actor, 'TWO_FACTOR_DISABLED');
    });
  }

  /** @returns ten, told this once; those of before are no longer good. @throws Failure TWO_FACTOR_OFF (409). */
  createRecoveryCodes({ personId }: SessionPerson, actor: Actor): Promise<string[]> {
    return this.held(personId, async (tx) => {
      const recoveryCodes = await this.twoFactor.renewRecoveryCodes(tx, personId);
      await this.sessions.note(tx, personId, actor, 'RECOVERY_CODES_MADE');
      return recoveryCodes;
    });
  }

  /**
   * For who has lost the app and the recovery codes, by whoever runs the installation: the password is enough again. All sessions end.
   * @returns false where it was off already. @throws Failure NOT_FOUND when nobody has the email.
   */
  async disableFor(email: string): Promise<boolean> {
    const turn = this.database.inTurn({ merchantId: NO_MERCHANT });
    const found = await this.people.findByEmail(turn, normalisedEmail(email));
    if (!found) throw new Failure('NOT_FOUND', 'Nobody has this email.');
    return this.held(found.id, async (tx, { id }) => {
      if (!(await this.twoFactor.remove(tx, id))) return false;
      await this.sessions.endOthers(tx, id, null);
      const target = toPublicId('per', id);
      const memberships = await this.people.membershipsOf(tx, id);
      const done = memberships.map(
        ({ merchantId }) => ({ merchantId, action: 'TWO_FACTOR_DISABLED', target }) as const,
      );
      this.audit.note(tx, OPERATOR, ...done);
      return true;
    });
  }

  /** While the person is held, so that nobody signs in meanwhile by what is about to change. */
  private held<Result>(personId: string, work: (tx: Tx, person: Person) => Promise<Result>): Promise<Result> {
    return turnOf(this.database, personId).transaction(async (tx) => {
      const person = await this.people.lock(tx, personId);
      if (!person) throw new Failure('NO_SESSION'); // removed a moment ago
      return work(tx, person);
    });
  }
}
