// When the TypeScript client tries again, and how long it waits.
import fc from 'fast-check';
import { operations as contract } from '#generated/operations.js';
import {
  errorClassOf,
  RefCampaignError,
  ServerError,
  UnexpectedReplyError,
} from '../../../clients/typescript/src/errors.js';
import { delayMs, mayRepeat, retryAfterSeconds } from '../../../clients/typescript/src/retry.js';

const failure = (status: number, after: number | null = null) =>
  new (errorClassOf(status))({
    message: 'x',
    status,
    code: null,
    reason: null,
    docUrl: null,
    details: [],
    requestId: 'x',
    retryAfterSeconds: after,
    operation: 'ping',
  });

it('every failure that the contract declares has a class of its own', () => {
  const statuses = [
    ...new Set(Object.values(contract).flatMap(({ statuses }) => statuses as readonly number[])),
  ];
  const failures = statuses.filter((status) => status >= 400 && status < 500);
  const classes = failures.map((status) => errorClassOf(status));
  expect(new Set(classes).size).toBe(failures.length);
  expect(classes).not.toContain(UnexpectedReplyError);
  expect([500, 502, 503, 504].map((status) => errorClassOf(status))).toEqual(Array(4).fill(ServerError));
  expect([302, 402, 418].map((status) => errorClassOf(status))).toEqual(Array(3).fill(UnexpectedReplyError));
});

it('an error has the name of its class', () => {
  expect(failure(422).name).toBe('ValidationError');
  expect(String(failure(503))).toBe('ServerError: x');
  expect(failure(409).stack).toMatch(/^ConflictError: x/);
  expect(failure(404)).toBeInstanceOf(RefCampaignError);
});

it('no 4xx but 429 is ever repeated, and no 5xx of what is not safe to repeat', () => {
  for (const status of [302, 400, 401, 403, 404, 409, 413, 422])
    expect(mayRepeat(failure(status), true)).toBe(false);
  for (const status of [500, 502, 503, 504, 599]) {
    expect([mayRepeat(failure(status), true), mayRepeat(failure(status), false)]).toEqual([true, false]);
  }
  expect([mayRepeat(failure(429), false), mayRepeat(failure(429, 61), true)]).toEqual([true, false]);
});

it('a wait is never shorter than Retry-After, and never more than 8 s longer', () => {
  const after = fc.option(fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.nat(40), after, fc.double({ min: 0, max: 1, noNaN: true }), (retries, seconds, random) => {
      const least = (seconds ?? 0) * 1000;
      const ms = delayMs(retries, seconds, random);
      return ms >= least && ms <= least + 8000;
    }),
  );
});

it('waits double from 250 ms, and are spread over all of it', () => {
  expect([0, 1, 2, 9].map((retries) => delayMs(retries, null, 1))).toEqual([250, 500, 1000, 8000]);
  expect(delayMs(3, null, 0)).toBe(0);
});

it('Retry-After is read as seconds or as a date, and as nothing if it is neither', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  expect(retryAfterSeconds('7', now)).toBe(7);
  expect(retryAfterSeconds('Sun, 22 Nov 2026 10:00:30 GMT', now)).toBe(30);
  expect(retryAfterSeconds('Sun, 22 Nov 2026 09:00:00 GMT', now)).toBe(0);
  expect([retryAfterSeconds('soon', now), retryAfterSeconds(null, now)]).toEqual([null, null]);
});

it('Retry-After with parts of a second is the next whole one, and what only resembles a number or a date is nothing', () => {
  expect(['0.2', '1.5', '59.001'].map((text) => retryAfterSeconds(text, 0))).toEqual([1, 2, 60]);
  for (const text of ['-1', '-1.5', '1e3', '1 2', 'March 7', '2099-01-01T00:00:00Z', '.', '']) {
    expect([text, retryAfterSeconds(text, 0)]).toEqual([text, null]);
  }
});
