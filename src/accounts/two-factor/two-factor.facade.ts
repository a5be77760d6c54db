// Two-factor sign-in of one person: begun, made to count by a first code, asked for, switched off. Whose turn it is, what is counted and what is
// noted is the business of the features above.
import { Injectable } from '@nestjs/common';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure } from '#platform/errors/failure.js';
import { Log } from '#platform/logging/log.js';
import { SecretBox, SecretKeyMissing } from '#platform/secrets/secret-box.js';
import { Clock } from '#platform/time/clock.js';
import { makeRecoveryCodes, recoveryCodeHash } from './recovery-code.js';
import { makeTotpSecret, stepOfCode, toldSecret, totpCode } from './totp.js';
import type { TwoFactorEntity } from './two-factor.entity.js';
import { TwoFactorRepository, type TwoFactorState } from './two-factor.repository.js';

export type { TwoFactorState } from './two-factor.repository.js';

const NO_KEY = 'cannot be read or set here';

@Injectable()
export class TwoFactorFacade {
  private readonly issuer: string;

  constructor(
    private readonly repository: TwoFactorRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly log: Log,
    { publicUrl }: Config,
  ) {
    // Of two installations, the app shows which is which.
    this.issuer = `RefCampaign (${new URL(publicUrl).hostname})`;
  }

  stateOf(queryable: Queryable, personId: string): Promise<TwoFactorState> {
    return this.repository.stateOf(queryable, personId);
  }

  /** The same, as the contract tells it to the person. */
  async tell(queryable: Queryable, personId: string): Promise<Schema<'TwoFactor'>> {
    const { enabledAt, recoveryCodesLeft } = await this.stateOf(queryable, personId);
    return { enabled: enabledAt !== null, recoveryCodesLeft, available: this.box.isOn };
  }

  /** Whether somebody could come upon it by trying: six digits, and no recovery code. */
  isGuessable(typed: string): boolean {
    return totpCode(typed) !== null;
  }

  /** Of these people (UUIDs), those who have it on. */
  enabledAmong(queryable: Queryable, personIds: readonly string[]): Promise<Set<string>> {
    return this.repository.enabledAmong(queryable, personIds);
  }

  /**
   * Makes a secret, told this once; it counts for nothing until `activate`.
   * @throws Failure TWO_FACTOR_ON, SECRET_KEY_NEEDED (409).
   */
  async begin(
    tx: Tx,
    { id, email }: { id: string; email: string },
  ): Promise<{ secret: string; otpauthUrl: string }> {
    if ((await this.repository.find(tx, id))?.enabled_at) throw refused('TWO_FACTOR_ON', 'is on already');
    if (!this.box.isOn) throw refused('SECRET_KEY_NEEDED', NO_KEY);
    const secret = makeTotpSecret();
    await this.repository.keepPending(tx, id, this.box.seal(secret, ownerOf(id)), this.clock.now());
    return toldSecret(secret, { issuer: this.issuer, label: email });
  }

  /**
   * From here on it counts. The code is used up.
   * @returns the recovery codes, which are told this once.
   * @throws Failure WRONG_CODE; TWO_FACTOR_ON, TWO_FACTOR_NOT_BEGUN, SECRET_KEY_NEEDED (409).
   */
  async activate(tx: Tx, personId: string, typed: string): Promise<string[]> {
    const row = await this.repository.find(tx, personId);
    if (!row) throw refused('TWO_FACTOR_NOT_BEGUN', 'has no secret yet');
    if (row.enabled_at) throw refused('TWO_FACTOR_ON', 'is on already');
    const step = this.stepOf(row, typed);
    if (step === null) throw new Failure('WRONG_CODE');
    await this.repository.enable(tx, personId, step, this.clock.now());
    return this.newRecoveryCodes(tx, personId);
  }

  /**
   * Uses a code of the app, or a recovery code, up.
   * @returns what it was. @throws Failure WRONG_CODE; SECRET_KEY_NEEDED (409), for a code of the app.
   */
  async use(tx: Tx, personId: string, typed: string): Promise<'APP' | 'RECOVERY'> {
    const row = await this.repository.find(tx, personId);
    if (!row?.enabled_at) throw new Failure('WRONG_CODE');
    const recovery = recoveryCodeHash(typed);
    if (recovery && (await this.repository.useRecoveryCode(tx, personId, recovery))) return 'RECOVERY';
    const step = this.stepOf(row, typed);
    if (step === null || !(await this.repository.useStep(tx, personId, step)))
      throw new Failure('WRONG_CODE');
    return 'APP';
  }

  /** Ten new recovery codes, told this once, instead of all before. @throws Failure TWO_FACTOR_OFF (409). */
  async renewRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
    if (!(await this.stateOf(tx, personId)).enabledAt) throw refused('TWO_FACTOR_OFF', 'is off');
    return this.newRecoveryCodes(tx, personId);
  }

  /** Takes all of it away. @returns whether it was on. */
  async remove(tx: Tx, personId: string): Promise<boolean> {
    const { enabledAt } = await this.stateOf(tx, personId);
    await this.repository.remove(tx, personId);
    return enabledAt !== null;
  }

  private async newRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
    const codes = makeRecoveryCodes();
    await this.repository.replaceRecoveryCodes(
      tx,
      personId,
      codes.map((code) => recoveryCodeHash(code)!),
    );
    return codes;
  }

  private stepOf(row: TwoFactorEntity, typed: string): number | null {
    const code = totpCode(typed);
    if (code === null) return null;
    return stepOfCode(this.secretOf(row), code, this.clock.now());
  }

  /** @throws Failure SECRET_KEY_NEEDED; why is for the log. */
  private secretOf({ person_id: personId, sealed_secret: sealed }: TwoFactorEntity): Buffer {
    try {
      return this.box.open(sealed, ownerOf(personId));
    } catch (error) {
      if (!(error instanceof SecretKeyMissing)) throw error;
      this.log.error('the code of an authenticator app cannot be checked', { error });
      throw refused('SECRET_KEY_NEEDED', NO_KEY);
    }
  }
}

function refused(reason: Parameters<typeof conflict>[0], why: string): Failure {
  return conflict(reason, [hidden('twoFactor', why)]);
}

function ownerOf(personId: string): string {
  return `totp:${personId}`;
}
