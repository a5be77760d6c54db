// Accounts of a sign-in provider that are linked with people's own: whose one is, linked, told, unlinked. Who may do so, and what is noted, is the
// business of the features above.
import { Injectable } from '@nestjs/common';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Clock } from '#platform/time/clock.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { LinkedIdentitiesRepository, type LinkedIdentity } from './linked-identities.repository.js';

export type { LinkedIdentity } from './linked-identities.repository.js';

/** Who somebody is, in the words of a provider. */
export interface ProvidedIdentity {
  issuer: string;
  subject: string;
  /** For which it vouches. */
  email: string | null;
}

@Injectable()
export class IdentitiesFacade {
  constructor(
    private readonly repository: LinkedIdentitiesRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The link of an account of the provider; null where it has none. */
  find(queryable: Queryable, { issuer, subject }: ProvidedIdentity): Promise<LinkedIdentity | null> {
    return this.repository.find(queryable, issuer, subject);
  }

  /** Of a person, newest first. */
  list(queryable: Queryable, personId: string): Promise<LinkedIdentity[]> {
    return this.repository.list(queryable, personId);
  }

  /** The same, as the contract tells them to the person. */
  async tell(queryable: Queryable, personId: string): Promise<Schema<'Identity'>[]> {
    return (await this.list(queryable, personId)).map((identity) => ({
      identityId: toPublicId('idn', identity.id),
      provider: this.providerOf(identity),
      email: identity.email,
      usable: this.isUsable(identity),
      linkedAt: identity.created_at.toISOString(),
      lastUsedAt: identity.last_used_at.toISOString(),
    }));
  }

  /** What people call its provider; its host, for one that this installation does not sign in by. */
  providerOf(identity: Pick<LinkedIdentity, 'issuer'>): string {
    const { oidc } = this.config;
    return oidc && this.isUsable(identity) ? oidc.name : new URL(identity.issuer).host;
  }

  /** Whether this installation signs in by its provider. */
  isUsable({ issuer }: Pick<LinkedIdentity, 'issuer'>): boolean {
    return this.config.oidc !== null && new URL(issuer).href === new URL(this.config.oidc.issuer).href;
  }

  /** False where it is the person's already. @throws Failure IDENTITY_TAKEN (409) where either side is linked otherwise. */
  async link(tx: Tx, personId: string, { issuer, subject, email }: ProvidedIdentity): Promise<boolean> {
    const now = this.clock.now();
    const row = {
      id: newId(),
      person_id: personId,
      issuer,
      subject,
      email,
      created_at: now,
      last_used_at: now,
    };
    if (await this.repository.insert(tx, row)) return true;
    const known = await this.repository.find(tx, issuer, subject);
    if (known?.person_id === personId) return false;
    throw conflict('IDENTITY_TAKEN', [hidden('identity', 'is linked otherwise')]);
  }

  /** False when it was unlinked a moment ago. */
  noteUse(tx: Tx, identity: LinkedIdentity, email: string | null): Promise<boolean> {
    return this.repository.noteUse(tx, identity, email, this.clock.now());
  }

  unlink(tx: Tx, { id }: LinkedIdentity): Promise<void> {
    return this.repository.remove(tx, id);
  }

  /**
   * Unlinks what the provider does not vouch for the same email for: whoever shows that the mailbox is theirs keeps nobody else's way in.
   * @returns whether there was any
   */
  unlinkOthers(tx: Tx, person: { id: string; email: string }): Promise<boolean> {
    return this.repository.removeOthers(tx, person.id, person.email);
  }

  /** Takes away all of a person, who is about to be removed. */
  forget(tx: Tx, personId: string): Promise<void> {
    return this.repository.removeAllOf(tx, personId);
  }
}
