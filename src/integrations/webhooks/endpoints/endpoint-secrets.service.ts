// The secrets of endpoints: made, sealed, and opened to sign. Nobody else sees one.
// Why so: docs/decisions/0025-secrets-at-rest.md
import { Injectable } from '@nestjs/common';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { SecretBox } from '#platform/secrets/secret-box.js';
import { makeSecret } from '../sending/signature.js';
import { oldSecretOf, type NewSecret } from './rotation.js';
import type { StoredEndpoint } from './stored-endpoint.js';

@Injectable()
export class EndpointSecrets {
  constructor(private readonly box: SecretBox) {}

  /** Makes a secret of the endpoint with this id (a UUID). @throws Failure SECRET_KEY_NEEDED (409). */
  make(endpointId: string): NewSecret {
    if (!this.box.isOn) throw conflict('SECRET_KEY_NEEDED', [hidden('secret', 'cannot be kept here')]);
    const text = makeSecret();
    const sealed = this.box.seal(Buffer.from(text), ownerOf(endpointId));
    return { text, sealed, hint: text.slice(-4) };
  }

  /**
   * The secrets that sign at this moment, in the order in which their signatures stand.
   * @throws SecretKeyMissing; Error for one that is damaged, or another endpoint's.
   */
  open(endpoint: StoredEndpoint, now: Date): string[] {
    const old = oldSecretOf(endpoint, now);
    const ordered = endpoint.isNewSecretLast ? [old, endpoint.secret] : [endpoint.secret, old];
    return ordered
      .filter((sealed) => sealed !== null)
      .map((sealed) => this.box.open(sealed, ownerOf(endpoint.id)).toString());
  }
}

function ownerOf(endpointId: string): string {
  return `webhook:${endpointId}`;
}
