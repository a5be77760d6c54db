// A security key in software, with a browser around it: makes passkeys and signs challenges as WebAuthn says, small and by hand. What it lies about
// is for the test to say.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { Schema } from '#platform/contract/operation.js';

/** What a device or a browser may say otherwise. */
export interface Lies {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  /** Whether the device says that it has seen to who uses it; true unless told. */
  isVerified?: boolean;
  /** Of signatures; one more each time unless told, and 0 for ever for a device that does not count. */
  counter?: number;
  userHandle?: string;
  /** Of the attestation; `none` unless told. */
  format?: string;
}

export interface SoftPasskey {
  credentialId: string;
  privateKey: KeyObject;
  userHandle: string;
  rpId: string;
  counter: number;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;
const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Makes a passkey, as `navigator.credentials.create` would. */
export function makePasskey(
  { challenge, rp, user }: Schema<'PasskeyCreation'>,
  origin: string,
  lies: Lies = {},
): { passkey: SoftPasskey; sent: Schema<'PasskeyAttestation'> } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  const cose = cbor(
    new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
  const length = Buffer.from([id.length >> 8, id.length & 255]);
  const attested = Buffer.concat([Buffer.alloc(16), length, id, cose]);
  const authData = Buffer.concat([headOf(rp.id, HAS_CREDENTIAL, 0, lies), attested]);
  const attestation = new Map<string, string | Buffer | Map<string, never>>([
    ['fmt', lies.format ?? 'none'],
    ['attStmt', new Map<string, never>()],
    ['authData', authData],
  ]);
  const credentialId = id.toString('base64url');
  return {
    passkey: { credentialId, privateKey, userHandle: user.id, rpId: rp.id, counter: 0 },
    sent: {
      credentialId,
      clientDataJSON: text(clientData('webauthn.create', challenge, origin, lies)),
      attestationObject: cbor(attestation).toString('base64url'),
    },
  };
}

/** Answers a challenge, as `navigator.credentials.get` would. */
export function answer(
  passkey: SoftPasskey,
  { challenge }: Schema<'PasskeyRequest'>,
  origin: string,
  lies: Lies = {},
): Schema<'PasskeyAssertion'> {
  passkey.counter = lies.counter ?? passkey.counter + 1;
  const authenticatorData = headOf(passkey.rpId, 0, passkey.counter, lies);
  const clientDataJSON = text(clientData('webauthn.get', challenge, origin, lies));
  const digest = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
  const signature = sign('sha256', Buffer.concat([authenticatorData, digest]), passkey.privateKey);
  return {
    credentialId: passkey.credentialId,
    clientDataJSON,
    authenticatorData: authenticatorData.toString('base64url'),
    signature: signature.toString('base64url'),
    userHandle: lies.userHandle ?? passkey.userHandle,
  };
}

function clientData(type: string, challenge: string, origin: string, lies: Lies): object {
  return { type, challenge, origin, crossOrigin: false, ...pick(lies, ['type', 'challenge', 'origin']) };
}

function pick(lies: Lies, names: readonly (keyof Lies)[]): object {
  return Object.fromEntries(names.filter((name) => name in lies).map((name) => [name, lies[name]]));
}

/** The host's hash, the flags, and the counter. */
function headOf(rpId: string, more: number, counter: number, { isVerified = true, ...lies }: Lies): Buffer {
  const head = Buffer.alloc(37);
  createHash('sha256')
    .update(lies.rpId ?? rpId)
    .digest()
    .copy(head);
  head[32] = PRESENT | (isVerified ? VERIFIED : 0) | more;
  head.writeUInt32BE(counter, 33);
  return head;
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** As much of CBOR as is needed: whole numbers, texts, bytes, maps. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? headed(0, value) : headed(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([headed(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([headed(2, value.length), value]);
  const parts = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)]);
  return Buffer.concat([headed(5, value.size), ...parts]);
}

function headed(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
