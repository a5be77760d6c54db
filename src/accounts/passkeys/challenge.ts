// Challenges that carry their own proof: 16 random bytes, when they end, and a MAC of both and of what they are for. Whoever asks for one
// has us store nothing; one that was answered is stored, as its hash, until it ends. Pure, but for randomness.
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** For how long one is good. */
export const CHALLENGE_LASTS_MS = 5 * 60_000;

const RANDOM_BYTES = 16;
const TIME_BYTES = 6;
const HEAD_BYTES = RANDOM_BYTES + TIME_BYTES;
const MAC_BYTES = 32;

/** @param purpose what it is for, and for whom where that is known: `assertion`, `attestation:<uuid>`. */
export function makeChallenge(key: Buffer, purpose: string, now: Date): string {
  const head = Buffer.alloc(HEAD_BYTES);
  randomBytes(RANDOM_BYTES).copy(head);
  head.writeUIntBE(now.getTime() + CHALLENGE_LASTS_MS, RANDOM_BYTES, TIME_BYTES);
  return Buffer.concat([head, macOf(key, head, purpose)]).toString('base64url');
}

/** When it ends; null for one that is not ours, is for something else, or is too old. */
export function endOfChallenge(key: Buffer, challenge: string, purpose: string, now: Date): Date | null {
  const bytes = Buffer.from(challenge, 'base64url');
  // Written in one way alone: what is used up is known by its text.
  if (bytes.length !== HEAD_BYTES + MAC_BYTES || bytes.toString('base64url') !== challenge) return null;
  const head = bytes.subarray(0, HEAD_BYTES);
  if (!timingSafeEqual(bytes.subarray(HEAD_BYTES), macOf(key, head, purpose))) return null;
  const end = new Date(head.readUIntBE(RANDOM_BYTES, TIME_BYTES));
  return end > now ? end : null;
}

export function challengeHash(challenge: string): Buffer {
  return hash('sha256', challenge, 'buffer');
}

function macOf(key: Buffer, head: Buffer, purpose: string): Buffer {
  return createHmac('sha256', key).update(head).update(purpose).digest();
}
