// Whether a password is a person's, with wrong ones counted: the one way in which a password is ever compared.
import { Injectable } from '@nestjs/common';
import { hashPassword, isOutdated, isPassword } from '#accounts/people/password.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { Database, type InTurn } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { countersOf, FORGOTTEN_AFTER_MS, waitSeconds, type Counter } from './sign-in-limits.js';
import { SignInFailuresRepository } from './sign-in-failures.repository.js';

@Injectable()
export class PasswordCheckService {
  /** Anybody may try a password: all who do are one. */
  private readonly turn: InTurn;

  constructor(
    database: Database,
    private readonly failures: SignInFailuresRepository,
    private readonly people: PeopleFacade,
    private readonly clock: Clock,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /**
   * The person whose email and password these are.
   * @param email normalised.
   * @param client where the call comes from, as limits count clients.
   * @throws Failure WRONG_CREDENTIALS, the same and as late for an unknown email; SIGN_IN_LIMIT while there is a wait.
   */
  async check(email: string, password: string, client: string): Promise<Person> {
    const counters = countersOf(email, client);
    await this.countBefore(counters);
    const person = await this.people.findByEmail(this.turn, email);
    if (!(await isPassword(password, person?.password_hash ?? null, client)) || !person)
      throw new Failure('WRONG_CREDENTIALS');
    await this.forgive(counters);
    if (person.password_hash !== null && isOutdated(person.password_hash)) {
      const renewed = await hashPassword(password, client);
      await this.people.setPassword(this.turn, person.id, renewed);
    }
    return person;
  }

  /** A try counts as wrong until it was right: a hundred at once are a hundred. */
  private countBefore(counters: readonly Counter[]): Promise<void> {
    const names = counters.map(({ name }) => name);
    return this.turn.transaction(async (tx) => {
      const now = this.clock.now();
      const counted = await this.failures.lock(tx, names, now);
      const waits = counters.map(({ name, limit }) =>
        waitSeconds(
          limit,
          counted.find(({ counter }) => counter === name),
          now,
        ),
      );
      const retryAfterSeconds = Math.max(...waits);
      if (retryAfterSeconds > 0) throw new Failure('SIGN_IN_LIMIT', undefined, [], { retryAfterSeconds });
      await this.failures.count(tx, names, now, new Date(now.getTime() - FORGOTTEN_AFTER_MS));
    });
  }

  /** What this account did wrong from here is forgotten; what others did, or this address elsewhere, is not. */
  private async forgive(counters: readonly Counter[]): Promise<void> {
    const names = counters.map(({ name }) => name);
    const own = names.filter((name) => name.startsWith('pair:'));
    await this.failures.forget(this.turn, own);
    await this.failures.takeBack(
      this.turn,
      names.filter((name) => !own.includes(name)),
    );
  }
}
