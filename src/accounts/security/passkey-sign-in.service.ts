// Coming in by a passkey alone: it is both factors.
import { Injectable } from '@nestjs/common';
import { PasskeysFacade } from '#accounts/passkeys/passkeys.facade.js';
import { PeopleFacade } from '#accounts/people/people.facade.js';
import type { CameFrom } from '#accounts/sessions/came-from.js';
import { turnOf } from '#accounts/sessions/session.js';
import { SignInFailuresService } from '#accounts/sessions/sign-in-failures.service.js';
import { addressCounterOf } from '#accounts/sessions/sign-in-limits.js';
import { SignInService, type SignedInNow } from '#accounts/sessions/sign-in.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type InTurn } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';

@Injectable()
export class PasskeySignInService {
  /** Anybody may try one: all who do are one. */
  private readonly turn: InTurn;

  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeysFacade,
    private readonly failures: SignInFailuresService,
    private readonly people: PeopleFacade,
    private readonly signIns: SignInService,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /** @throws Failure PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  begin(): Schema<'PasskeyRequest'> {
    return this.passkeys.request();
  }

  /** @throws Failure WRONG_PASSKEY (401), SIGN_IN_LIMIT (429); PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  async signIn(sent: Schema<'PasskeyAssertion'>, from: CameFrom): Promise<SignedInNow> {
    const counters = [addressCounterOf(from.client)];
    const counted = await this.failures.count(this.turn, counters, 'SIGN_IN_LIMIT');
    const checked = await this.passkeys.check(this.turn, sent);
    return turnOf(this.database, checked.personId).transaction(async (tx) => {
      const person = await this.people.lock(tx, checked.personId);
      if (!person) throw new Failure('WRONG_PASSKEY');
      await this.passkeys.use(tx, checked);
      const signedIn = await this.signIns.begin(tx, person, from);
      await this.failures.forgive(tx, [counted]);
      return signedIn;
    });
  }
}
