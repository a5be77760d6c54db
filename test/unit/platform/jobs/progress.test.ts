// A job that goes through many rows in portions looks at each of them after it was asked for, however often that is, and comes to an end.
import { mergeEqual } from '#platform/jobs/merging.js';
import type { JobRow } from '#platform/jobs/job.js';
import { afterPortion, askedAgain, NOT_BEGUN, stretchOf, type Progress } from '#platform/jobs/progress.js';

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const all = Array.from({ length: 10 }, (_, n) => n + 1);

/** The next portion of the rows 1 to 10, as a repository would find it. */
function portion(progress: Progress, size: number): { seen: number[]; next: Progress | null } {
  const { after, upTo } = stretchOf(progress);
  const seen = all.filter((n) => idOf(n) > after && idOf(n) <= upTo).slice(0, size);
  return { seen, next: afterPortion(progress, seen.length === size ? idOf(seen.at(-1)!) : null) };
}

/** @param asked before which portions it is asked for again. @returns what is seen from the last of these on, and all that is seen. */
function walk(size: number, asked: readonly number[] = []): { since: number[]; seen: number[] } {
  let progress: Progress | null = NOT_BEGUN;
  let [since, seen]: number[][] = [[], []];
  for (let turn = 0; progress; turn++) {
    if (turn > 100) throw new Error('it does not end');
    if (asked.includes(turn)) [progress, since] = [askedAgain(progress), []];
    const step = portion(progress, size);
    since = [...since!, ...step.seen];
    seen = [...seen!, ...step.seen];
    progress = step.next;
  }
  return { since: since!, seen: seen! };
}

it.each([1, 2, 3, 5, 10, 11])('in portions of %i every row is seen, and once', (size) => {
  expect(walk(size).seen).toEqual(all);
});

it('asked for again under way, it goes on to the end and once round: every row is seen since then', () => {
  for (const size of [1, 2, 3, 5, 10, 11])
    for (let first = 0; first < 10; first++)
      for (let second = first; second < 20; second++) {
        const { since } = walk(size, [first, second]);
        if (since.length > 0) expect([...new Set(since)].sort((a, b) => a - b)).toEqual(all);
      }
  expect(walk(2, [2]).seen).toEqual([...all, 1, 2, 3, 4]);
});

it('asked for again before every portion, it still comes by every row, again and again', () => {
  let progress: Progress = NOT_BEGUN;
  const seen: number[] = [];
  for (let turn = 0; turn < 12; turn++) {
    const step = portion(askedAgain(progress), 3);
    seen.push(...step.seen);
    progress = step.next ?? NOT_BEGUN;
  }
  for (const n of all) expect(seen.filter((one) => one === n).length).toBeGreaterThanOrEqual(3);
});

it('rows that ask for the same are one job, which goes on from where the furthest stands', () => {
  const row = (n: number, fields: Partial<JobRow> = {}): JobRow => ({
    merchantId: idOf(1),
    mode: 'test',
    kind: 'EMAIL',
    subject: 'hash',
    id: idOf(n),
    ...NOT_BEGUN,
    ...fields,
  });
  const begun = row(2, { afterId: idOf(7) });
  const others = [row(4, { mode: 'live' }), row(5, { kind: 'CUSTOMER' }), row(6, { subject: 'other' })];
  const [taken, ...apart] = mergeEqual([row(1), begun, row(3), ...others]);
  expect(taken).toEqual({
    job: { ...begun, untilId: idOf(7) },
    rows: [row(1), begun, row(3)],
  });
  expect(apart.map(({ job }) => job)).toEqual(others);
});
