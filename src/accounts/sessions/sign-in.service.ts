// Coming in: by email and password, or as somebody whom a provider has named, and a code where the person has switched that on; and right after an
// account was made.
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
import { countersOf, type Counter } from './sign-in-limits.js';

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

/** What somebody sends beside that by which they are known already. */
interface AlsoSent {
  /** Compared where it is sent. */
  password?: string | undefined;
  code?: string | undefined;
  /** Counted before; one is taken back of each when all was right. */
  counters: readonly Counter[];
}

/** What belongs into the transaction of a sign-in. */
type Alongside = (tx: Tx) => Promise<void>;

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
    return this.admit(person, { code, tries: [counted] }, from);
  }

  /**
   * Signs in somebody who is known without a password: the second factor is asked for all the same.
   * @param alongside done when all was right, before the session begins
   * @throws Failure as `signIn`, and what `alongside` throws.
   */
  async signInKnown(
    person: Person,
    { password, code, counters }: AlsoSent,
    from: CameFrom,
    alongside: Alongside,
  ): Promise<SignedInNow> {
    const tries: CountedTry[] = [];
    const { client } = from;
    if (password !== undefined)
      tries.push((await this.passwords.compare(person.email, password, client)).counted);
    else if (code !== undefined)
      tries.push(
        await this.failures.count(
          turnOf(this.database, person.id),
          countersOf(person.email, client),
          'SIGN_IN_LIMIT',
        ),
      );
    return this.admit(person, { code, tries, counters }, from, alongside);
  }

  /** Begins a session of somebody who is known to be who they say. */
  async begin(tx: Tx, person: Person, from: CameFrom): Promise<SignedInNow> {
    const memberships = await this.people.membershipsOf(tx, person.id);
    const means = await this.means.of(tx, person.id);
    const { token, session } = await this.sessions.begin(tx, person.id, memberships, from);
    const { id: sessionId, created_at: createdAt, confirmed_at: confirmedAt } = session;
    return { me: toMe(person, memberships, means, { sessionId, createdAt, confirmedAt }), token };
  }

  /** Asks for the code, and begins the session. @param tries so far: none of them was wrong */
  private async admit(
    person: Person,
    {
      code,
      tries,
      counters = [],
    }: { code: string | undefined; tries: CountedTry[]; counters?: readonly Counter[] },
    from: CameFrom,
    alongside?: Alongside,
  ): Promise<SignedInNow> {
    const ofCode = (await this.codes.isNeeded(person)) && (await this.countCode(person, code, tries));
    const counted = [...tries, ...(ofCode ? [ofCode] : [])];
    return turnOf(this.database, person.id).transaction(async (tx) => {
      await this.checkAgain(tx, person, code, from);
      await alongside?.(tx);
      const signedIn = await this.begin(tx, person, from);
      await this.failures.forgive(tx, counted, counters);
      return signedIn;
    });
  }

  private async countCode(
    person: Person,
    code: string | undefined,
    tries: readonly CountedTry[],
  ): Promise<CountedTry | null> {
    try {
      if (code === undefined) throw new Failure('SECOND_FACTOR_NEEDED');
      return await this.codes.count(person, code);
    } catch (error) {
      for (const counted of tries) await this.failures.takeBack(turnOf(this.database, person.id), counted);
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
