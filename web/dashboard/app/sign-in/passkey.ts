// Passkeys as the browser makes and asks for them: its own API, with bytes as the contract writes them. What it refuses becomes a failure that
// has words.
import { call } from '../api/call.js';
import { ApiFailure } from '../api/failure.js';
import type { Schemas } from '../api/types.js';

/** Whether this browser, at this address, has passkeys at all. */
export function hasPasskeys(): boolean {
  const isNumber = /^[\d.]+$|^\[/.test(location.hostname);
  return isSecureContext && !isNumber && typeof PublicKeyCredential === 'function';
}

/** Has the device make one. @throws ApiFailure */
export async function makePasskey(
  options: Schemas['PasskeyCreation'],
): Promise<Schemas['PasskeyAttestation']> {
  const { rp, user, pubKeyCredParams, timeout, attestation, authenticatorSelection } = options;
  const made = await told(() =>
    navigator.credentials.create({
      publicKey: {
        ...{ rp, pubKeyCredParams, timeout, attestation, authenticatorSelection },
        user: { ...user, id: toBytes(user.id) },
        challenge: toBytes(options.challenge),
        excludeCredentials: options.excludeCredentials.map(({ type, id }) => ({ type, id: toBytes(id) })),
      },
    }),
  );
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse;
  return {
    credentialId: made.id,
    clientDataJSON: toText(clientDataJSON),
    attestationObject: toText(attestationObject),
  };
}

/** Asks for one, whosever it is, with a challenge of the service. @throws ApiFailure */
export async function askForPasskey(): Promise<Schemas['PasskeyAssertion']> {
  const { challenge, ...rest } = (await call('beginPasskeySignIn', { asks: false })).data;
  const found = await told(() =>
    navigator.credentials.get({ publicKey: { ...rest, challenge: toBytes(challenge) } }),
  );
  const response = found.response as AuthenticatorAssertionResponse;
  return {
    credentialId: found.id,
    clientDataJSON: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
    ...(response.userHandle && { userHandle: toText(response.userHandle) }),
  };
}

const REASONS: Record<string, string> = {
  InvalidStateError: 'PASSKEY_KNOWN',
  SecurityError: 'PASSKEY_ELSEWHERE',
};

async function told(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const nothing = { details: [], requestId: null, retryAfterSeconds: null };
  try {
    const credential = await work();
    if (credential) return credential as PublicKeyCredential;
    throw new Error('The browser gave none.');
  } catch (error) {
    // Cancelled, too late, or none there: browsers do not say which.
    const reason = REASONS[(error as Error).name] ?? 'PASSKEY_NOT_GIVEN';
    throw new ApiFailure(400, reason, String(error), nothing);
  }
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function toText(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
