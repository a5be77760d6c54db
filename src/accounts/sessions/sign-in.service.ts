// Coming in: by email and password, and a code where the person has switched that on; and right after an account was made.
import { Injectable } from '@nestjs/common';
import { normalisedEmail } from '#platform/values/email.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { TwoFactorFacade } from '#accounts/two-factor/two-factor.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';
import type { CameFrom } from './came-from.js';
import { CodeCheckService } from './code-check.service.js';
import { toMe } from './me.reply.js';
import { MeansService } from './means.service.js';
import { PasswordCheckService } from './password-check.service.js';
import { turnOf } from './session.js';
import { SessionsService } from './sessions.service.js';
import { SignInFailuresService, type CountedTry } from './sign-in-failures.service.js';

/** Who came in, and the token that the cookie is to bring. */
export interface SignedInNow {
  me: Schema<'Me'>;
  token: string;
}

interface Sent {
  email: string;
  password: string;
  code?: string | undefined;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordCheckService,
    private readonly codes: CodeCheckService,
    private readonly failures: SignInFailuresService,
    private readonly people: PeopleFacade,
    private readonly twoFactor: TwoFactorFacade,
    private readonly means: MeansService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * A try counts as wrong until all was right. A right password without the code takes back itself and forgives nothing: else whoever knows the
   * password would have as many guesses of the code as they like.
   * @throws Failure WRONG_CREDENTIALS, SECOND_FACTOR_NEEDED, WRONG_CODE, SIGN_IN_LIMIT; SECRET_KEY_NEEDED (409).
   */
  async signIn({ email, password, code }: Sent, from: CameFrom): Promise<SignedInNow> {
    const { person, counted } = await this.passwords.compare(normalisedEmail(email), password, from.client);
    const tries = [counted];
    const ofCode = (await this.codes.isNeeded(person)) && (await this.countCode(person, code, counted));
    if (ofCode) tries.push(ofCode);
    return turnOf(this.database, person.id).transaction(async (tx) => {
      await this.checkAgain(tx, person, code, from);
      const signedIn = await this.begin(tx, person, from);
      await this.failures.forgive(tx, tries);
      return signedIn;
    });
  }

  /** Begins a session of somebody who is known to be who they say. */
  async begin(tx: Tx, person: Person, from: CameFrom): Promise<SignedInNow> {
    const memberships = await this.people.membershipsOf(tx, person.id);
    const means = await this.means.of(tx, person.id);
    const { token, session } = await this.sessions.begin(tx, person.id, memberships, from);
    const { id: sessionId, created_at: createdAt, confirmed_at: confirmedAt } = session;
    return { me: toMe(person, memberships, means, { sessionId, createdAt, confirmedAt }), token };
  }

  private async countCode(
    person: Person,
    code: string | undefined,
    counted: CountedTry,
  ): Promise<CountedTry | null> {
    try {
      if (code === undefined) throw new Failure('SECOND_FACTOR_NEEDED');
      return await this.codes.count(person, code);
    } catch (error) {
      await this.failures.takeBack(turnOf(this.database, person.id), counted);
      throw error;
    }
  }

  /** While the person is held: they may have been removed, or have switched two-factor on, a moment ago. */
  private async checkAgain(tx: Tx, { id }: Person, code: string | undefined, from: CameFrom): Promise<void> {
    const person = await this.people.lock(tx, id);
    if (!person) throw new Failure('WRONG_CREDENTIALS');
    const { enabledAt } = await this.twoFactor.stateOf(tx, id);
    if (enabledAt === null) return;
    if (code === undefined) throw new Failure('SECOND_FACTOR_NEEDED');
    await this.codes.use(tx, person, code, from);
  }
}
