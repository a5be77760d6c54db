// A person is removed from the installation, by whoever runs it: from every merchant, and the account with it. What they did stays in the logs.
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { PasskeysFacade } from '#accounts/passkeys/passkeys.facade.js';
import { IdentitiesFacade } from '#accounts/identities/identities.facade.js';
import { PeopleFacade } from '#accounts/people/people.facade.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import { turnOf } from '#accounts/sessions/session.js';
import { TwoFactorFacade } from '#accounts/two-factor/two-factor.facade.js';
import { Database } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';
import { normalisedEmail } from '#platform/values/email.js';
import { RosterService } from './roster.service.js';

export interface RemovedPerson {
  /** A UUID. */
  id: string;
  email: string;
  /** Where they belonged; `isOrphaned`: nobody is an owner there now. */
  merchants: { id: string; name: string; isOrphaned: boolean }[];
}

@Injectable()
export class RemovePersonService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleFacade,
    private readonly roster: RosterService,
    private readonly sessions: SessionsService,
    private readonly twoFactor: TwoFactorFacade,
    private readonly passkeys: PasskeysFacade,
    private readonly identities: IdentitiesFacade,
  ) {}

  /**
   * Removes whoever has this email, the last owner of a merchant too: an invitation from the shell makes another.
   * @throws Failure NOT_FOUND when nobody has it.
   */
  async remove(email: string): Promise<RemovedPerson> {
    const found = await this.people.findByEmail(
      this.database.inTurn({ merchantId: NO_MERCHANT }),
      normalisedEmail(email),
    );
    if (!found) throw nobody();
    return turnOf(this.database, found.id).transaction(async (tx) => {
      const person = await this.people.lock(tx, found.id);
      if (!person) throw nobody();
      const merchants: RemovedPerson['merchants'] = [];
      for (const { merchantId, merchantName } of await this.people.membershipsOf(tx, person.id)) {
        const members = await this.people.lockMembers(tx, merchantId);
        const member = members.find(({ personId }) => personId === person.id);
        if (!member) continue;
        await this.roster.takeOut(tx, { merchantId, session: null, actor: OPERATOR }, member);
        const owners = members.filter(({ role }) => role === 'OWNER');
        const isOrphaned = owners.every(({ personId }) => personId === person.id);
        merchants.push({ id: merchantId, name: merchantName, isOrphaned });
      }
      await this.twoFactor.remove(tx, person.id);
      await this.passkeys.removeAllOf(tx, person.id);
      await this.identities.forget(tx, person.id);
      await this.sessions.forget(tx, person.id);
      await this.people.remove(tx, person.id);
      return { id: person.id, email: person.email, merchants };
    });
  }
}

function nobody(): Failure {
  return new Failure('NOT_FOUND', 'Nobody has this email.');
}
