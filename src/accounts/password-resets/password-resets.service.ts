// A new password for who has forgotten theirs: a link is made, and used once. The account stays as it is until then.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { IdentitiesFacade } from '#accounts/identities/identities.facade.js';
import { hashPassword } from '#accounts/people/password.js';
import type { Language } from '#accounts/people/person.js';
import { PeopleFacade } from '#accounts/people/people.facade.js';
import type { CameFrom } from '#accounts/sessions/came-from.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import { SignInFailuresService } from '#accounts/sessions/sign-in-failures.service.js';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type InTurn } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { notFound } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { normalisedEmail } from '#platform/values/email.js';
import { toPublicId } from '#platform/values/ids.js';
import { PasswordResetsRepository } from './password-resets.repository.js';
import { makeResetToken, RESET_LASTS_MS, resetLink, resetTokenHash } from './reset-token.js';

/** The only copy of the token, and the language of who is to read about it. */
export interface MadeLink {
  link: string;
  language: Language;
}

@Injectable()
export class PasswordResetsService {
  /** Anybody may try a link: all who do are one. */
  private readonly turn: InTurn;

  constructor(
    database: Database,
    private readonly repository: PasswordResetsRepository,
    private readonly people: PeopleFacade,
    private readonly sessions: SessionsService,
    private readonly identities: IdentitiesFacade,
    private readonly failures: SignInFailuresService,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /**
   * Makes a link for the person with this email, which is the only copy of its token; null where nobody has the email. Links of before keep
   * working: nobody can end them by asking for another.
   */
  async makeLink(email: string, actor: Actor): Promise<MadeLink | null> {
    const token = makeResetToken();
    const now = this.clock.now();
    return this.turn.transaction(async (tx) => {
      const person = await this.people.findByEmail(tx, normalisedEmail(email));
      if (!person) return null;
      await this.repository.dropOld(tx, now);
      await this.repository.insert(tx, {
        token_hash: resetTokenHash(token)!,
        person_id: person.id,
        created_at: now,
        expires_at: new Date(now.getTime() + RESET_LASTS_MS),
      });
      const target = toPublicId('per', person.id);
      const memberships = await this.people.membershipsOf(tx, person.id);
      const done = memberships.map(
        ({ merchantId }) => ({ merchantId, action: 'RESET_LINK_MADE', target }) as const,
      );
      this.audit.note(tx, actor, ...done);
      return { link: resetLink(this.config.publicUrl, token), language: person.language };
    });
  }

  /**
   * Sets the password, ends all sessions and all links of the person, and forgets their wrong passwords of late. Accounts of a provider that
   * are of another email are unlinked.
   * @throws Failure UNKNOWN_RESET_LINK: unknown, used, too old or malformed, one and the same.
   */
  async reset(
    { token, password }: { token: string; password: string },
    { client, address }: CameFrom,
  ): Promise<Schema<'PasswordSet'>> {
    const tokenHash = resetTokenHash(token);
    // Looked at first: a hash is dear, and made-up links cost none.
    if (!tokenHash || !(await this.repository.isGood(this.turn, tokenHash, this.clock.now())))
      throw unknownLink();
    const passwordHash = await hashPassword(password, client);
    await this.turn.transaction(async (tx) => {
      const personId = await this.repository.use(tx, tokenHash, this.clock.now());
      const person = personId === null ? null : await this.people.lock(tx, personId);
      if (!person) throw unknownLink();
      await this.people.setPassword(tx, person.id, passwordHash);
      await this.repository.dropAllOf(tx, person.id);
      await this.sessions.endOthers(tx, person.id, null);
      await this.failures.forget(tx, person.email, client);
      const actor = { personId: person.id, keyId: null, address };
      await this.sessions.note(tx, person.id, actor, 'PASSWORD_RESET');
      if (await this.identities.unlinkOthers(tx, person))
        await this.sessions.note(tx, person.id, actor, 'IDENTITY_UNLINKED');
    });
    return { passwordSet: true };
  }
}

function unknownLink() {
  return notFound('UNKNOWN_RESET_LINK', ['token']);
}
