// How long wrong passwords make wait.
import { countersOf, waitSeconds } from '#accounts/sessions/sign-in-limits.js';

const now = new Date('2026-11-30T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const limitOf = (kind: string) =>
  countersOf('ada@example.com', '203.0.113.9').find(({ name }) => name.startsWith(kind))!.limit;

it('names no email in what is stored', () => {
  for (const { name } of countersOf('ada@example.com', '203.0.113.9')) expect(name).not.toContain('ada');
});

it('locks its rows in one order, whoever asks', () => {
  const names = countersOf('ada@example.com', '203.0.113.9').map(({ name }) => name);
  expect(names).toEqual([...names].sort());
});

it.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [10, 32],
  [14, 512],
  [15, 900],
  [5000, 900],
])('of one account from one address %i failures make wait %i s', (failures, seconds) => {
  expect(waitSeconds(limitOf('pair'), { failures, lastAt: now }, now)).toBe(seconds);
});

it.each([
  [29, 0],
  [30, 1],
  [34, 16],
  [35, 30],
  [1_000_000, 30],
])('of one account from everywhere %i failures make wait %i s, never longer', (failures, seconds) => {
  expect(waitSeconds(limitOf('account'), { failures, lastAt: now }, now)).toBe(seconds);
});

it('the wait runs off, and an hour later nothing is left of it', () => {
  expect(waitSeconds(limitOf('pair'), { failures: 10, lastAt: ago(31) }, now)).toBe(1);
  expect(waitSeconds(limitOf('pair'), { failures: 10, lastAt: ago(32) }, now)).toBe(0);
  expect(waitSeconds(limitOf('pair'), { failures: 5000, lastAt: ago(899) }, now)).toBe(1);
  expect(waitSeconds(limitOf('pair'), undefined, now)).toBe(0);
});
