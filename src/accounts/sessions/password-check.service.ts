// Whether a password is a person's, with wrong ones counted: the one way in which a password is ever compared.
import { Injectable } from '@nestjs/common';
import { hashPassword, isOutdated, isPassword } from '#accounts/people/password.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { Database, type InTurn } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';
import { SignInFailuresService, type CountedTry } from './sign-in-failures.service.js';
import { countersOf } from './sign-in-limits.js';

@Injectable()
export class PasswordCheckService {
  /** Anybody may try a password: all who do are one. */
  private readonly turn: InTurn;

  constructor(
    database: Database,
    private readonly failures: SignInFailuresService,
    private readonly people: PeopleFacade,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /** As `compare`, where the password is all that is asked. */
  async check(email: string, password: string, client: string): Promise<Person> {
    const { person, counted } = await this.compare(email, password, client);
    await this.failures.forgive(this.turn, [counted]);
    return person;
  }

  /**
   * The person whose email and password these are, and the try, which is counted as wrong until the caller forgives it.
   * @param email normalised.
   * @param client where the call comes from, as limits count clients.
   * @throws Failure WRONG_CREDENTIALS, the same and as late for an unknown email; SIGN_IN_LIMIT while there is a wait.
   */
  async compare(
    email: string,
    password: string,
    client: string,
  ): Promise<{ person: Person; counted: CountedTry }> {
    const counted = await this.failures.count(this.turn, countersOf(email, client), 'SIGN_IN_LIMIT');
    const person = await this.people.findByEmail(this.turn, email);
    if (!(await isPassword(password, person?.password_hash ?? null, client)) || !person)
      throw new Failure('WRONG_CREDENTIALS');
    if (person.password_hash !== null && isOutdated(person.password_hash)) {
      const renewed = await hashPassword(password, client);
      await this.people.setPassword(this.turn, person.id, renewed);
    }
    return { person, counted };
  }
}
