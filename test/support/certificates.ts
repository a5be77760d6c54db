// Certificates made on the spot, so that no key lies in the repository and none runs out but those that are to.
import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface Certificate {
  /** PEM. */
  cert: string;
  /** PEM. */
  key: string;
}

export interface Authority extends Certificate {
  name: string;
}

interface Wanted {
  /** Names and addresses. */
  hosts: string[];
  notBefore?: Date;
  notAfter?: Date;
}

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const BASIC_CONSTRAINTS = '551d13';
const SUBJECT_ALT_NAME = '551d11';

export function makeAuthority(name: string): Authority {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const isAuthority = sequence(
    oid(BASIC_CONSTRAINTS),
    der(0x01, [255]),
    der(0x04, sequence(der(0x01, [255]))),
  );
  const cert = signed({ subject: name, issuer: name, publicKey, signer: privateKey, extension: isAuthority });
  return { name, cert, key: pem(privateKey) };
}

/** Of these hosts, signed by the authority; valid from yesterday until tomorrow unless told. */
export function makeCertificate(authority: Authority, { hosts, ...validity }: Wanted): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = hosts.map((host) =>
    isIP(host) === 0 ? der(0x82, Buffer.from(host)) : der(0x87, ipaddr.parse(host).toByteArray()),
  );
  const extension = sequence(oid(SUBJECT_ALT_NAME), der(0x04, sequence(...names)));
  const subject = hosts[0] ?? '';
  const cert = signed({
    ...validity,
    subject,
    issuer: authority.name,
    publicKey,
    signer: authority.key,
    extension,
  });
  return { cert, key: pem(privateKey) };
}

interface Content extends Omit<Wanted, 'hosts'> {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  signer: KeyObject | string;
  extension: Buffer;
}

function signed({ subject, issuer, publicKey, signer, extension, ...validity }: Content): string {
  const { notBefore = new Date(Date.now() - DAY_MS), notAfter = new Date(Date.now() + DAY_MS) } = validity;
  const algorithm = sequence(oid(ECDSA_WITH_SHA256));
  const content = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1, ...Buffer.from(subject).subarray(0, 15)]),
    algorithm,
    nameOf(issuer),
    sequence(time(notBefore), time(notAfter)),
    nameOf(subject),
    createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({
      type: 'spki',
      format: 'der',
    }),
    der(0xa3, sequence(extension)),
  );
  const signature = der(0x03, Buffer.concat([Buffer.of(0), sign('sha256', content, signer)]));
  const base64 = sequence(content, algorithm, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(text)))));
}

function time(moment: Date): Buffer {
  return der(0x18, Buffer.from(`${moment.toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

/** Tag, length, content (X.690). */
function der(tag: number, content: Buffer | number[]): Buffer {
  const bytes = Buffer.from(content);
  const { length } = bytes;
  const long = length > 255 ? [0x82, length >> 8, length & 255] : [0x81, length];
  return Buffer.concat([Buffer.of(tag, ...(length < 128 ? [length] : long)), bytes]);
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}
