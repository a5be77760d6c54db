// Whether somebody who is signed in is still who they say: by password, code or passkey, with wrong ones counted as those of signing in.
import { Injectable } from '@nestjs/common';
import { PasskeysFacade } from '#accounts/passkeys/passkeys.facade.js';
import type { Person } from '#accounts/people/people.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';
import type { CameFrom } from './came-from.js';
import { CodeCheckService } from './code-check.service.js';
import { PasswordCheckService } from './password-check.service.js';
import { turnOf } from './session.js';
import { SignInFailuresService, type CountedTry } from './sign-in-failures.service.js';
import { countersOf } from './sign-in-limits.js';

/** One of the three; `oneProofRule` has refused anything else. */
export interface Proof {
  password?: string | undefined;
  code?: string | undefined;
  passkey?: Schema<'PasskeyAssertion'> | undefined;
}

@Injectable()
export class IdentityCheckService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordCheckService,
    private readonly codes: CodeCheckService,
    private readonly passkeys: PasskeysFacade,
    private readonly failures: SignInFailuresService,
  ) {}

  /** @throws Failure WRONG_CREDENTIALS, WRONG_CODE, WRONG_PASSKEY, SIGN_IN_LIMIT; SECRET_KEY_NEEDED, PASSKEYS_UNAVAILABLE (409). */
  async check(person: Person, { password = '', code, passkey }: Proof, from: CameFrom): Promise<void> {
    if (code !== undefined) return this.byCode(person, code, from);
    if (passkey !== undefined) return this.byPasskey(person, passkey, from);
    await this.passwords.check(person.email, password, from.client);
  }

  private async byCode(person: Person, code: string, from: CameFrom): Promise<void> {
    const tries = [await this.count(person, from)];
    const ofCode = await this.codes.count(person, code);
    if (ofCode) tries.push(ofCode);
    await this.forgiven(person, tries, (tx) => this.codes.use(tx, person, code, from));
  }

  private async byPasskey(
    person: Person,
    passkey: Schema<'PasskeyAssertion'>,
    from: CameFrom,
  ): Promise<void> {
    const counted = await this.count(person, from);
    const checked = await this.passkeys.check(turnOf(this.database, person.id), passkey);
    if (checked.personId !== person.id) throw new Failure('WRONG_PASSKEY');
    await this.forgiven(person, [counted], (tx) => this.passkeys.use(tx, checked));
  }

  private count({ id, email }: Person, { client }: CameFrom): Promise<CountedTry> {
    return this.failures.count(turnOf(this.database, id), countersOf(email, client), 'SIGN_IN_LIMIT');
  }

  private async forgiven(
    { id }: Person,
    tries: readonly CountedTry[],
    use: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await turnOf(this.database, id).transaction(async (tx) => {
      await use(tx);
      await this.failures.forgive(tx, tries);
    });
  }
}
