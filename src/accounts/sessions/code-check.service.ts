// Whether a code is a person's second factor, with wrong ones counted: the one way in which a code is asked for.
import { Injectable } from '@nestjs/common';
import type { Person } from '#accounts/people/people.facade.js';
import { TwoFactorFacade } from '#accounts/two-factor/two-factor.facade.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { CameFrom } from './came-from.js';
import { turnOf } from './session.js';
import { SessionsService } from './sessions.service.js';
import { SignInFailuresService, type CountedTry } from './sign-in-failures.service.js';
import { codeCounterOf } from './sign-in-limits.js';

@Injectable()
export class CodeCheckService {
  constructor(
    private readonly database: Database,
    private readonly failures: SignInFailuresService,
    private readonly twoFactor: TwoFactorFacade,
    private readonly sessions: SessionsService,
  ) {}

  /** Whether the person is asked for one. */
  async isNeeded(person: Person): Promise<boolean> {
    const state = await this.twoFactor.stateOf(turnOf(this.database, person.id), person.id);
    return state.enabledAt !== null;
  }

  /**
   * Counts a try of a code that could be guessed; others are none (null). For whoever has shown that they know the password, or are signed in:
   * no stranger uses these tries up.
   * @throws Failure SIGN_IN_LIMIT
   */
  async count({ id, email }: Person, code: string): Promise<CountedTry | null> {
    if (!this.twoFactor.isGuessable(code)) return null;
    return this.failures.count(turnOf(this.database, id), [codeCounterOf(email)], 'SIGN_IN_LIMIT');
  }

  /** Uses the code up; that of a recovery code is noted. @throws Failure WRONG_CODE; SECRET_KEY_NEEDED (409). */
  async use(tx: Tx, { id: personId }: Person, code: string, { address }: CameFrom): Promise<void> {
    if ((await this.twoFactor.use(tx, personId, code)) !== 'RECOVERY') return;
    const { recoveryCodesLeft: left } = await this.twoFactor.stateOf(tx, personId);
    const actor = { personId, keyId: null, address };
    await this.sessions.note(tx, personId, actor, 'RECOVERY_CODE_USED', { details: { left } });
  }
}
