// Coming in: by email and password, and right after an account was made.
import { Injectable } from '@nestjs/common';
import { normalisedEmail } from '#platform/values/email.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { CameFrom } from './came-from.js';
import { toMe } from './me.reply.js';
import { PasswordCheckService } from './password-check.service.js';
import { turnOf } from './session.js';
import { SessionsService } from './sessions.service.js';

/** Who came in, and the token that the cookie is to bring. */
export interface SignedInNow {
  me: Schema<'Me'>;
  token: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordCheckService,
    private readonly people: PeopleFacade,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws Failure WRONG_CREDENTIALS, SIGN_IN_LIMIT. */
  async signIn(sent: { email: string; password: string }, from: CameFrom): Promise<SignedInNow> {
    const person = await this.passwords.check(normalisedEmail(sent.email), sent.password, from.client);
    return turnOf(this.database, person.id).transaction((tx) => this.begin(tx, person, from));
  }

  /** Begins a session of somebody who is known to be who they say. */
  async begin(tx: Tx, person: Person, from: CameFrom): Promise<SignedInNow> {
    const memberships = await this.people.membershipsOf(tx, person.id);
    const { token, session } = await this.sessions.begin(tx, person.id, memberships, from);
    const { id: sessionId, created_at: createdAt, confirmed_at: confirmedAt } = session;
    return { me: toMe(person, memberships, { sessionId, createdAt, confirmedAt }), token };
  }
}
