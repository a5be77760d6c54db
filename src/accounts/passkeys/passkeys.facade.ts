// Passkeys: asked for, kept, checked, removed. Whose turn it is, what is counted and what is noted is the business of the features above.
// Why so: docs/decisions/0027-passkeys.md
import { Injectable } from '@nestjs/common';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure } from '#platform/errors/failure.js';
import { SecretBox } from '#platform/secrets/secret-box.js';
import { Clock } from '#platform/time/clock.js';
import { newId } from '#platform/values/ids.js';
import { CHALLENGE_LASTS_MS, challengeHash, endOfChallenge, makeChallenge } from './challenge.js';
import { toPasskey } from './passkey.reply.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { obstacleAt, relyingPartyOf, type RelyingParty } from './relying-party.js';
import { ALGORITHMS, checkAssertion, checkAttestation, type MadePasskey } from './webauthn.js';

const MAX_PASSKEYS = 20;
const ASSERTION = 'assertion';

interface Answered {
  challenge: string;
  challengeEnds: Date;
}

/** A good answer to a challenge that has not been used up yet. */
export interface CheckedPasskey extends Answered {
  id: string;
  personId: string;
  counter: number;
}

/** A passkey that was made in answer to a challenge that has not been used up yet. */
export type CheckedNewPasskey = MadePasskey & Answered;

@Injectable()
export class PasskeysFacade {
  private readonly party: RelyingParty;
  private readonly obstacle: Schema<'Passkeys'>['obstacle'];

  constructor(
    private readonly repository: PasskeysRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    { publicUrl }: Config,
  ) {
    this.party = relyingPartyOf(publicUrl);
    this.obstacle = obstacleAt(publicUrl) ?? (box.isOn ? null : 'SECRET_KEY');
  }

  /** How many a person has, and whether they are to be had here, as the contract tells it to them. */
  async tell(queryable: Queryable, personId: string): Promise<Schema<'Passkeys'>> {
    return { count: await this.repository.count(queryable, personId), obstacle: this.obstacle };
  }

  /** What a browser needs to make one. @throws Failure PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  async creationOf(
    queryable: Queryable,
    { id, email, name }: { id: string; email: string; name: string },
  ): Promise<Schema<'PasskeyCreation'>> {
    const challenge = makeChallenge(this.key(), attestationOf(id), this.clock.now());
    const known = await this.repository.list(queryable, id);
    return {
      rp: { id: this.party.id, name: 'RefCampaign' },
      user: { id: handleOf(id), name: email, displayName: name },
      challenge,
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
      timeout: CHALLENGE_LASTS_MS,
      attestation: 'none' as const,
      excludeCredentials: known.map(({ credential_id: credentialId }) => {
        return { type: 'public-key' as const, id: credentialId.toString('base64url') };
      }),
      authenticatorSelection: {
        residentKey: 'required' as const,
        requireResidentKey: true as const,
        userVerification: 'required' as const,
      },
    };
  }

  /** What a browser needs to ask for one, whosever it is. @throws Failure PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  request(): Schema<'PasskeyRequest'> {
    const challenge = makeChallenge(this.key(), ASSERTION, this.clock.now());
    const { id: rpId } = this.party;
    return { challenge, rpId, timeout: CHALLENGE_LASTS_MS, userVerification: 'required' as const };
  }

  /** A passkey that this person has just made. @throws Failure WRONG_PASSKEY; PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  async checkNew(sent: Schema<'PasskeyAttestation'>, personId: string): Promise<CheckedNewPasskey> {
    const answered = this.answered(attestationOf(personId));
    const made = await checkAttestation(sent, this.party, answered.note);
    return { ...good(made), ...answered.get() };
  }

  /** Whose passkey has answered. @throws Failure WRONG_PASSKEY; PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  async check(queryable: Queryable, sent: Schema<'PasskeyAssertion'>): Promise<CheckedPasskey> {
    const answered = this.answered(ASSERTION);
    const row = good(await this.repository.find(queryable, Buffer.from(sent.credentialId, 'base64url')));
    const { id, person_id: personId } = row;
    if (sent.userHandle !== undefined && sent.userHandle !== handleOf(personId)) throw wrong();
    const counter = good(await checkAssertion(sent, row, this.party, answered.note));
    return { id, personId, counter, ...answered.get() };
  }

  /**
   * Keeps it, and uses its challenge up. For who holds the person: nobody else adds one meanwhile.
   * @throws Failure WRONG_PASSKEY for a challenge that was used; PASSKEY_KNOWN, TOO_MANY_PASSKEYS (409).
   */
  async add(tx: Tx, personId: string, name: string, checked: CheckedNewPasskey): Promise<Schema<'Passkey'>> {
    const { credentialId, publicKey, counter, synced } = checked;
    await this.useUp(tx, checked);
    if ((await this.repository.count(tx, personId)) >= MAX_PASSKEYS)
      throw conflict('TOO_MANY_PASSKEYS', [hidden('passkey', 'would be one too many')]);
    const row = await this.repository.insert(tx, {
      ...{ id: newId(), person_id: personId, credential_id: credentialId, public_key: publicKey },
      ...{ counter, name, synced },
    });
    if (!row) throw conflict('PASSKEY_KNOWN', [hidden('passkey', 'is known already')]);
    return toPasskey(row);
  }

  /** Uses the answer up. @throws Failure WRONG_PASSKEY where its challenge was used, or the passkey has gone or was copied. */
  async use(tx: Tx, checked: CheckedPasskey): Promise<void> {
    await this.useUp(tx, checked);
    if (!(await this.repository.noteUse(tx, checked.id, checked.counter, this.clock.now()))) throw wrong();
  }

  async list(queryable: Queryable, personId: string): Promise<Schema<'Passkey'>[]> {
    return (await this.repository.list(queryable, personId)).map(toPasskey);
  }

  /** What it was called; null where the person has none with this id (a UUID). */
  remove(tx: Tx, personId: string, id: string): Promise<string | null> {
    return this.repository.remove(tx, personId, id);
  }

  /** How many there were. */
  removeAllOf(tx: Tx, personId: string): Promise<number> {
    return this.repository.removeAllOf(tx, personId);
  }

  /** Of these people (UUIDs), those who have any. */
  ownersAmong(queryable: Queryable, personIds: readonly string[]): Promise<Set<string>> {
    return this.repository.ownersAmong(queryable, personIds);
  }

  private async useUp(tx: Tx, { challenge, challengeEnds }: Answered): Promise<void> {
    const hash = challengeHash(challenge);
    if (!(await this.repository.useChallenge(tx, hash, challengeEnds, this.clock.now()))) throw wrong();
  }

  /** Notes the challenge that an answer names, once it has been seen to be ours and for this. */
  private answered(purpose: string): { note: (challenge: string) => boolean; get: () => Answered } {
    const key = this.key();
    let seen: Answered | null = null;
    const note = (challenge: string) => {
      const challengeEnds = endOfChallenge(key, challenge, purpose, this.clock.now());
      seen = challengeEnds && { challenge, challengeEnds };
      return seen !== null;
    };
    return { note, get: () => good(seen) };
  }

  /** @throws Failure PASSKEYS_UNAVAILABLE, SECRET_KEY_NEEDED (409). */
  private key(): Buffer {
    if (this.obstacle === 'SECRET_KEY')
      throw conflict('SECRET_KEY_NEEDED', [hidden('passkey', 'cannot be asked for here')]);
    if (this.obstacle !== null)
      throw conflict('PASSKEYS_UNAVAILABLE', [hidden('passkey', 'cannot be had at this address')]);
    return this.box.derive('passkey challenges', 32);
  }
}

function attestationOf(personId: string): string {
  return `attestation:${personId}`;
}

/** What a device keeps beside the passkey: which person it is for, and nothing about them. */
function handleOf(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url');
}

function good<Value>(value: Value | null): Value {
  if (value === null) throw wrong();
  return value;
}

function wrong(): Failure {
  return new Failure('WRONG_PASSKEY');
}
