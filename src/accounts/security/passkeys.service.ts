// Passkeys as a person adds and removes them. What is removed may have let somebody in: all other sessions end with it.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { PasskeysFacade } from '#accounts/passkeys/passkeys.facade.js';
import { turnOf, type SessionPerson } from '#accounts/sessions/session.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';
import { notFound } from '#platform/errors/failure.js';
import { fromPublicId } from '#platform/values/ids.js';
import { HeldPerson } from './held-person.js';

@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly held: HeldPerson,
    private readonly passkeys: PasskeysFacade,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws Failure PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  begin({ personId }: SessionPerson): Promise<Schema<'PasskeyCreation'>> {
    return this.held.during(personId, (tx, person) => this.passkeys.creationOf(tx, person));
  }

  /** @throws Failure WRONG_PASSKEY (401); PASSKEY_KNOWN, TOO_MANY_PASSKEYS, PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  async create(
    { personId }: SessionPerson,
    { name, passkey }: { name: string; passkey: Schema<'PasskeyAttestation'> },
    actor: Actor,
  ): Promise<Schema<'Passkey'>> {
    const checked = await this.passkeys.checkNew(passkey, personId);
    return this.held.during(personId, async (tx) => {
      const added = await this.passkeys.add(tx, personId, name.trim(), checked);
      const what = { target: added.passkeyId, details: { name: added.name } };
      await this.sessions.note(tx, personId, actor, 'PASSKEY_ADDED', what);
      return added;
    });
  }

  /** Newest first. */
  list({ personId }: SessionPerson): Promise<Schema<'Passkey'>[]> {
    return this.passkeys.list(turnOf(this.database, personId), personId);
  }

  /** @throws Failure UNKNOWN_PASSKEY for what is no passkey of this person. */
  async delete({ personId, sessionId }: SessionPerson, passkeyId: string, actor: Actor): Promise<void> {
    const id = fromPublicId('pky', passkeyId);
    await this.held.during(personId, async (tx) => {
      const name = id && (await this.passkeys.remove(tx, personId, id));
      if (name === null) throw notFound('UNKNOWN_PASSKEY', ['passkeyId']);
      await this.sessions.endOthers(tx, personId, sessionId);
      const what = { target: passkeyId, details: { name } };
      await this.sessions.note(tx, personId, actor, 'PASSKEY_REMOVED', what);
    });
  }
}
