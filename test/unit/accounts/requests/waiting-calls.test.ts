// Calls in memory until they are written down: the newest of each merchant, mode and kind, and never more than so many of all.
import { type EndedCall } from '#accounts/requests/ended-call.js';
import { MOST_KEPT, WaitingCalls } from '#accounts/requests/waiting-calls.js';
import type { Mode } from '#platform/database/tenant.js';

function call(
  merchantId: string,
  requestId: string,
  { status = 200, mode = 'test' }: { status?: number; mode?: Mode } = {},
): EndedCall {
  const caller = { merchantId, mode, keyId: 'k' };
  const endedAt = new Date(0);
  return { caller, operationId: 'ping', requestId, status, refusal: null, endedAt, ms: 1 };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => String(index));
const idsOf = (calls: readonly EndedCall[]) => calls.map(({ requestId }) => requestId);
const taken = (waiting: WaitingCalls) =>
  [...waiting.takeAll()].map(({ tenant, succeeded, failed }) => ({
    who: `${tenant.merchantId} ${tenant.mode}`,
    succeeded: idsOf(succeeded),
    failed: idsOf(failed),
  }));

it('keeps the newest of a merchant, oldest first, however many came', () => {
  const waiting = new WaitingCalls();
  const ids = range(3 * MOST_KEPT + 17);
  expect(ids.every((id) => waiting.add(call('a', id)))).toBe(true);
  expect(waiting.size).toBe(MOST_KEPT);
  expect(taken(waiting)).toEqual([{ who: 'a test', succeeded: ids.slice(-MOST_KEPT), failed: [] }]);
  expect(waiting.size).toBe(0);
});

it('what failed is not pushed out by what succeeds, nor the other way round', () => {
  const waiting = new WaitingCalls();
  waiting.add(call('a', 'refused', { status: 422 }));
  waiting.add(call('a', 'recorded'));
  for (const id of range(MOST_KEPT - 1)) waiting.add(call('a', id));
  expect(taken(waiting)).toEqual([
    { who: 'a test', succeeded: ['recorded', ...range(MOST_KEPT - 1)], failed: ['refused'] },
  ]);
});

it('a caller who went away and one who was refused items of a batch count as failed', () => {
  const waiting = new WaitingCalls();
  waiting.add({ ...call('a', 'gone'), status: null });
  const refusal = {
    code: 'VALIDATION_FAILED',
    reason: 'VALIDATION_FAILED',
    faults: [],
    moreFaults: 0,
  } as const;
  waiting.add({ ...call('a', 'batch'), refusal });
  waiting.add(call('a', 'redirected', { status: 302 }));
  expect(taken(waiting)).toEqual([{ who: 'a test', succeeded: ['redirected'], failed: ['gone', 'batch'] }]);
});

it('tells modes and merchants apart', () => {
  const waiting = new WaitingCalls();
  waiting.add(call('a', '1'));
  waiting.add(call('a', '2', { mode: 'live' }));
  waiting.add(call('b', '3', { status: 404 }));
  expect(taken(waiting)).toEqual([
    { who: 'a live', succeeded: ['2'], failed: [] },
    { who: 'a test', succeeded: ['1'], failed: [] },
    { who: 'b test', succeeded: [], failed: ['3'] },
  ]);
});

it('ten thousand merchants fill no memory: who has waited longest gives way, what succeeded first', () => {
  const waiting = new WaitingCalls(5);
  waiting.add(call('a', 'a failed', { status: 404 }));
  waiting.add(call('a', 'a 1'));
  waiting.add(call('b', 'b 1'));
  waiting.add(call('a', 'a 2', { mode: 'live' }));
  waiting.add(call('c', 'c 1'));
  const dropped = range(2).map((id) => !waiting.add(call(`more ${id}`, id)));
  expect([dropped, waiting.size]).toEqual([[true, true], 5]);
  expect(waiting.add(call('c', 'c 2'))).toBe(false);
  expect(waiting.add(call('c', 'c 3'))).toBe(false);
  expect(waiting.size).toBe(5);
  expect(taken(waiting).map(({ who, succeeded }) => [who, ...succeeded])).toEqual([
    ['c test', 'c 1', 'c 2', 'c 3'],
    ['more 0 test', '0'],
    ['more 1 test', '1'],
  ]);
});

it('a call that takes the place of its own merchant’s oldest makes nobody give way', () => {
  const waiting = new WaitingCalls(MOST_KEPT);
  for (const id of range(MOST_KEPT)) waiting.add(call('a', id));
  expect(waiting.add(call('a', 'newest'))).toBe(true);
  expect(waiting.size).toBe(MOST_KEPT);
});

it('what comes while it is emptied waits for the next time', () => {
  const waiting = new WaitingCalls();
  for (const merchant of ['a', 'b']) waiting.add(call(merchant, '1'));
  const seen: string[] = [];
  for (const { tenant } of waiting.takeAll()) {
    seen.push(tenant.merchantId);
    waiting.add(call('a', 'again'));
  }
  expect(seen).toEqual(['a', 'b']);
  expect(taken(waiting)).toEqual([{ who: 'a test', succeeded: ['again', 'again'], failed: [] }]);
});
