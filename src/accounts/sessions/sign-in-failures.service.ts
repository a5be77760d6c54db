// Tries that are counted and limited, by account and address, for all replicas together.
import { Injectable } from '@nestjs/common';
import type { InTurn, Queryable } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { SignInFailuresRepository, type Counted } from './sign-in-failures.repository.js';
import { countersOf, FORGOTTEN_AFTER_MS, waitSeconds, type Counter } from './sign-in-limits.js';

/** A try that was counted before it was made. */
export interface CountedTry {
  counters: readonly Counter[];
  /** What was counted before it, and when it was. */
  before: readonly Counted[];
  at: Date;
}

@Injectable()
export class SignInFailuresService {
  constructor(
    private readonly repository: SignInFailuresRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try before it is made: a hundred at once are a hundred.
   * @param counters in the order in which rows are locked.
   * @returns the try, for whoever forgives it or takes it back.
   * @throws Failure of the reason (429), with what is left of the wait, while there is one.
   */
  count(
    turn: InTurn,
    counters: readonly Counter[],
    reason: 'SIGN_IN_LIMIT' | 'ADDRESS_LIMIT',
  ): Promise<CountedTry> {
    const names = counters.map(({ name }) => name);
    return turn.transaction(async (tx) => {
      const now = this.clock.now();
      const counted = await this.repository.lock(tx, names, now);
      const waits = counters.map(({ name, limit }) =>
        waitSeconds(
          limit,
          counted.find(({ counter }) => counter === name),
          now,
        ),
      );
      const retryAfterSeconds = Math.max(...waits);
      if (retryAfterSeconds > 0) throw new Failure(reason, undefined, [], { retryAfterSeconds });
      await this.repository.count(tx, names, now, new Date(now.getTime() - FORGOTTEN_AFTER_MS));
      return { counters, before: counted, at: now };
    });
  }

  /**
   * All was right: what this account did wrong from here is forgotten, and which codes it had wrong; what others did, or this address
   * elsewhere, is not.
   * @param others of which one is taken back, too
   */
  async forgive(
    queryable: Queryable,
    tries: readonly CountedTry[],
    others: readonly Counter[] = [],
  ): Promise<void> {
    const counters = [...tries.flatMap((counted) => counted.counters), ...others];
    const names = counters.map(({ name }) => name).sort();
    const own = names.filter((name) => /^(?:pair|code):/.test(name));
    await this.repository.forget(queryable, own);
    await this.repository.takeBack(
      queryable,
      names.filter((name) => !own.includes(name)),
    );
  }

  /** A try was neither wrong nor all that is asked: it has not been, and what was wrong before it stays. */
  async takeBack(queryable: Queryable, { before, at }: CountedTry): Promise<void> {
    await this.repository.undo(queryable, before, at);
  }

  /**
   * Forgets wrong passwords of an account: all together, and those from here. What this address did with others is not forgotten.
   * @param email normalised.
   * @param client as limits count clients.
   */
  async forget(queryable: Queryable, email: string, client: string): Promise<void> {
    const names = countersOf(email, client).map(({ name }) => name);
    await this.repository.forget(
      queryable,
      names.filter((name) => !name.startsWith('address:')),
    );
  }
}
