// An authenticator app for tests, after RFC 6238 and without the service's library, and who has one.
import { createHmac } from 'node:crypto';
import type { ApiClient, TestSession } from './call.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const STEP_MS = 30_000;

/** What an app with this secret (base32) shows at that moment. */
export function codeAt(secret: string, moment: Date): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(moment.getTime() / STEP_MS)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Six digits that the app shows at none of the moments that count. */
export function wrongCodeAt(secret: string, moment: Date): string {
  const shown = [-1, 0, 1].map((step) => codeAt(secret, new Date(moment.getTime() + step * STEP_MS)));
  return ['000000', '111111', '222222', '333333'].find((code) => !shown.includes(code))!;
}

/** Switches two-factor sign-in on, as the dashboard does. The code of that moment is used up. */
export async function switchOn(
  api: ApiClient,
  as: TestSession,
  moment: Date,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await api.expect('beginTwoFactor', 200, { as })).body.data;
  const body = { code: codeAt(secret, moment) };
  const { recoveryCodes } = (await api.expect('activateTwoFactor', 200, { as, body })).body.data;
  return { secret, recoveryCodes };
}
