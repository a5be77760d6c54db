// Two-factor sign-in as a person switches it on and off. What was let in by less ends with it: all other sessions, in the same transaction.
import { Injectable } from '@nestjs/common';
import { OPERATOR, type Actor } from '#accounts/audit-log/actor.js';
import { PasskeysFacade } from '#accounts/passkeys/passkeys.facade.js';
import { PeopleFacade } from '#accounts/people/people.facade.js';
import type { SessionPerson } from '#accounts/sessions/session.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import { TwoFactorFacade } from '#accounts/two-factor/two-factor.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';
import { normalisedEmail } from '#platform/values/email.js';
import { toPublicId } from '#platform/values/ids.js';
import { HeldPerson } from './held-person.js';

@Injectable()
export class TwoFactorService {
  constructor(
    private readonly database: Database,
    private readonly held: HeldPerson,
    private readonly people: PeopleFacade,
    private readonly twoFactor: TwoFactorFacade,
    private readonly passkeys: PasskeysFacade,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws Failure TWO_FACTOR_ON, SECRET_KEY_NEEDED (409). */
  begin({ personId }: SessionPerson): Promise<Schema<'TwoFactorSecret'>> {
    return this.held.during(personId, (tx, person) => this.twoFactor.begin(tx, person));
  }

  /**
   * @returns the recovery codes, told this once.
   * @throws Failure WRONG_CODE (401); TWO_FACTOR_ON, TWO_FACTOR_NOT_BEGUN, SECRET_KEY_NEEDED (409).
   */
  activate({ personId, sessionId }: SessionPerson, code: string, actor: Actor): Promise<string[]> {
    return this.held.during(personId, async (tx) => {
      const recoveryCodes = await this.twoFactor.activate(tx, personId, code);
      await this.sessions.endOthers(tx, personId, sessionId);
      await this.sessions.note(tx, personId, actor, 'TWO_FACTOR_ENABLED');
      return recoveryCodes;
    });
  }

  /** Takes away the app, one that is only begun too, and the recovery codes. */
  disable({ personId, sessionId }: SessionPerson, actor: Actor): Promise<void> {
    return this.held.during(personId, async (tx) => {
      if (!(await this.twoFactor.remove(tx, personId))) return;
      await this.sessions.endOthers(tx, personId, sessionId);
      await this.sessions.note(tx, personId, actor, 'TWO_FACTOR_DISABLED');
    });
  }

  /** @returns ten, told this once; those of before are no longer good. @throws Failure TWO_FACTOR_OFF (409). */
  createRecoveryCodes({ personId }: SessionPerson, actor: Actor): Promise<string[]> {
    return this.held.during(personId, async (tx) => {
      const recoveryCodes = await this.twoFactor.renewRecoveryCodes(tx, personId);
      await this.sessions.note(tx, personId, actor, 'RECOVERY_CODES_MADE');
      return recoveryCodes;
    });
  }

  /**
   * For who has lost the app and the recovery codes, by whoever runs the installation: the password is enough again. Passkeys go too, for who
   * has lost a phone may have lost them with it. All sessions end.
   * @returns what was taken away. @throws Failure NOT_FOUND when nobody has the email.
   */
  async disableFor(email: string): Promise<{ wasOn: boolean; passkeys: number }> {
    const turn = this.database.inTurn({ merchantId: NO_MERCHANT });
    const found = await this.people.findByEmail(turn, normalisedEmail(email));
    if (!found) throw new Failure('NOT_FOUND', 'Nobody has this email.');
    return this.held.during(found.id, async (tx, { id }) => {
      const wasOn = await this.twoFactor.remove(tx, id);
      const passkeys = await this.passkeys.removeAllOf(tx, id);
      if (!wasOn && passkeys === 0) return { wasOn, passkeys };
      await this.sessions.endOthers(tx, id, null);
      const target = toPublicId('per', id);
      if (wasOn) await this.sessions.note(tx, id, OPERATOR, 'TWO_FACTOR_DISABLED', { target });
      if (passkeys > 0) await this.sessions.note(tx, id, OPERATOR, 'PASSKEY_REMOVED', { target });
      return { wasOn, passkeys };
    });
  }
}
