// What a person changes about themselves.
import { Injectable } from '@nestjs/common';
import { hashPassword } from '#accounts/people/password.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import type { Language } from '#accounts/people/person.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';
import type { CameFrom } from './came-from.js';
import { IdentityCheckService, type Proof } from './identity-check.service.js';
import { toMe } from './me.reply.js';
import { MeansService } from './means.service.js';
import { PasswordCheckService } from './password-check.service.js';
import { turnOf, type SessionPerson } from './session.js';
import { SessionsService } from './sessions.service.js';

/** What is left out stays. */
export interface ProfileChange {
  name?: string | undefined;
  language?: Language | undefined;
  timeZone?: string | undefined;
}

type Me = Schema<'Me'>;

@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleFacade,
    private readonly passwords: PasswordCheckService,
    private readonly identities: IdentityCheckService,
    private readonly means: MeansService,
    private readonly sessions: SessionsService,
  ) {}

  async get(person: SessionPerson): Promise<Me> {
    return this.tell(person, person.confirmedAt);
  }

  async update(person: SessionPerson, { name, language, timeZone }: ProfileChange): Promise<Me> {
    await this.people.update(turnOf(this.database, person.personId), person.personId, {
      ...(name !== undefined && { name: name.trim() }),
      ...(language !== undefined && { language }),
      ...(timeZone !== undefined && { time_zone: timeZone }),
    });
    return this.get(person);
  }

  /**
   * Sets a new password and ends all other sessions.
   * @throws Failure WRONG_CREDENTIALS for a wrong old one; SIGN_IN_LIMIT.
   */
  async changePassword(
    person: SessionPerson,
    sent: { currentPassword: string; newPassword: string },
    { client, address }: CameFrom,
  ): Promise<Me> {
    await this.checkPassword(person, sent.currentPassword, client);
    const passwordHash = await hashPassword(sent.newPassword, client);
    const { personId, sessionId } = person;
    await turnOf(this.database, personId).transaction(async (tx) => {
      await this.people.setPassword(tx, personId, passwordHash);
      await this.sessions.endOthers(tx, personId, sessionId);
      await this.sessions.note(tx, personId, { personId, keyId: null, address }, 'PASSWORD_CHANGED');
    });
    return this.get(person);
  }

  /** @throws Failure WRONG_CREDENTIALS, WRONG_CODE, WRONG_PASSKEY, SIGN_IN_LIMIT; SECRET_KEY_NEEDED, PASSKEYS_UNAVAILABLE (409). */
  async confirm(person: SessionPerson, proof: Proof, from: CameFrom): Promise<Me> {
    await this.identities.check(await this.personOf(person), proof, from);
    const confirmedAt = await this.sessions.confirm(person);
    return this.tell(person, confirmedAt);
  }

  /** Read anew: what this very call has changed is in it. */
  private async tell(person: SessionPerson, confirmedAt: Date): Promise<Me> {
    const turn = turnOf(this.database, person.personId);
    const memberships = await this.people.membershipsOf(turn, person.personId);
    const means = await this.means.of(turn, person.personId);
    return toMe(await this.personOf(person), memberships, means, { ...person, confirmedAt });
  }

  private async checkPassword(person: SessionPerson, password: string, client: string): Promise<void> {
    const { email } = await this.personOf(person);
    await this.passwords.check(email, password, client);
  }

  private async personOf({ personId }: SessionPerson): Promise<Person> {
    const person = await this.people.find(turnOf(this.database, personId), personId);
    if (!person) throw new Failure('NO_SESSION'); // removed a moment ago
    return person;
  }
}
