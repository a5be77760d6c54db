// To which host passkeys belong, and challenges that prove themselves.
import { randomBytes } from 'node:crypto';
import { challengeHash, endOfChallenge, makeChallenge } from '#accounts/passkeys/challenge.js';
import { obstacleAt, relyingPartyOf } from '#accounts/passkeys/relying-party.js';

it.each([
  ['https://go.example.com', null],
  ['https://go.example.com/refs', null],
  ['http://localhost:3000', null],
  ['http://shop.localhost', null],
  ['http://go.example.com', 'PLAIN_HTTP'],
  ['https://192.0.2.7', 'IP_ADDRESS'],
  ['http://127.0.0.1:3000', 'IP_ADDRESS'],
  ['https://[2001:db8::1]:8443', 'IP_ADDRESS'],
])('at %s the obstacle is %s', (url, obstacle) => {
  expect(obstacleAt(url)).toBe(obstacle);
});

it('they belong to the host, and are asked for by pages of the origin alone', () => {
  expect(relyingPartyOf('https://go.example.com:8443/refs')).toEqual({
    id: 'go.example.com',
    origin: 'https://go.example.com:8443',
  });
});

describe('a challenge', () => {
  const key = randomBytes(32);
  const now = new Date('2026-11-30T12:00:00Z');
  const challenge = makeChallenge(key, 'assertion', now);
  const endAt = (ms: number, text = challenge, purpose = 'assertion', by = key) =>
    endOfChallenge(by, text, purpose, new Date(now.getTime() + ms));

  it('is good for five minutes', () => {
    expect(endAt(0)).toEqual(new Date('2026-11-30T12:05:00Z'));
    expect(endAt(299_999)).not.toBeNull();
    expect(endAt(300_000)).toBeNull();
  });

  it('is another each time', () => {
    expect(makeChallenge(key, 'assertion', now)).not.toBe(challenge);
  });

  it('is good for what it was made for alone, by whose key it was made alone', () => {
    expect(endAt(0, challenge, 'attestation:ada')).toBeNull();
    expect(endAt(0, challenge, 'assertion', randomBytes(32))).toBeNull();
  });

  it('is good in one spelling alone: used up, it does not come again as another', () => {
    const bytes = Buffer.from(challenge, 'base64url');
    for (const text of [`${challenge}=`, `${challenge}A`, challenge.slice(0, -1), bytes.toString('hex'), ''])
      expect(endAt(0, text)).toBeNull();
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(endAt(0, changed.toString('base64url'))).toBeNull();
    }
    expect(challengeHash(challenge)).toHaveLength(32);
  });
});
