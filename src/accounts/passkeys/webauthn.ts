// What browsers answer, checked by @simplewebauthn/server: loaded when the first answer comes, for most processes never see one.
import type { VerifiedAuthenticationResponse, VerifiedRegistrationResponse } from '@simplewebauthn/server';
import type { Schema } from '#platform/contract/operation.js';
import type { PasskeyEntity } from './passkey.entity.js';
import type { RelyingParty } from './relying-party.js';

/** EdDSA, ES256, RS256: what devices have. In the order of our liking. */
export const ALGORITHMS = [-8, -7, -257];

const load = () => import('@simplewebauthn/server');
const loadHelpers = () => import('@simplewebauthn/server/helpers');

/** A passkey that was made, as far as it is kept. */
export interface MadePasskey {
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  synced: boolean;
}

/** null for an answer that is not good. @param isOurs whether a challenge is. */
export async function checkAttestation(
  { credentialId: id, clientDataJSON, attestationObject }: Schema<'PasskeyAttestation'>,
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
  isOurs: (challenge: string) => boolean,
): Promise<MadePasskey | null> {
  const { verifyRegistrationResponse } = await load();
  if (!(await vouchesForNothing(attestationObject))) return null;
  const response = {
    ...{ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} },
    response: { clientDataJSON, attestationObject },
  };
  const verified: VerifiedRegistrationResponse | null = await verifyRegistrationResponse({
    ...{ response, expectedRPID, expectedOrigin, expectedChallenge: isOurs },
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { credential, credentialBackedUp: synced } = verified.registrationInfo;
  const credentialId = Buffer.from(credential.id, 'base64url');
  // What the device has signed, and not what stands beside it.
  if (credential.id !== id) return null;
  return { credentialId, publicKey: Buffer.from(credential.publicKey), counter: credential.counter, synced };
}

/**
 * Whether it says nothing about the make of the device, which is what we ask for. Else certificates would be looked up at hosts that they name, and this
 * service calls none.
 */
async function vouchesForNothing(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await loadHelpers();
  try {
    const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
    const format = decoded.get('fmt');
    return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
  } catch {
    return false;
  }
}

/** The counter of the signature; null for an answer that is not good. @param isOurs whether a challenge is. */
export async function checkAssertion(
  { credentialId: id, clientDataJSON, authenticatorData, signature }: Schema<'PasskeyAssertion'>,
  passkey: PasskeyEntity,
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
  isOurs: (challenge: string) => boolean,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await load();
  const response = {
    ...{ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} },
    response: { clientDataJSON, authenticatorData, signature },
  };
  const publicKey = new Uint8Array(passkey.public_key);
  const credential = { id, publicKey, counter: Number(passkey.counter) };
  const verified: VerifiedAuthenticationResponse | null = await verifyAuthenticationResponse({
    ...{ response, credential, expectedRPID, expectedOrigin, expectedChallenge: isOurs },
  }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}
