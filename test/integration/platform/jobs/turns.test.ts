// Work is done in turns of merchants and in portions: nobody waits for more than one look at what others have, or asked for.
import { newId } from '#platform/values/ids.js';
import { createLog } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { SystemClock, type Clock } from '#platform/time/clock.js';
import { JOB_LOOK_MS, TimeBudget } from '#platform/time/time-budget.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { JobsRepository } from '#platform/jobs/jobs.repository.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { LARGEST_PORTION, SMALLEST_PORTION } from '#platform/jobs/portion-size.js';
import { mergeEqual, type Taken } from '#platform/jobs/merging.js';
import type { Progress } from '#platform/jobs/progress.js';
import type { JobHandler, JobRow } from '#platform/jobs/job.js';
import { HeldClock } from '../../../support/clock.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';

let test: TestDatabase;
const workers: JobQueue[] = [];
const repository = new JobsRepository();

beforeAll(async () => {
  test = await startTestDatabase();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.onModuleDestroy();
  await test.database.query('delete from work');
});
afterAll(() => test.close());

function startWorker(handler: JobHandler, clock: Clock = new SystemClock()): JobQueue {
  const { database } = test;
  const worker = new JobQueue(
    database,
    repository,
    createLog('silent'),
    new Metrics(),
    new TimeBudget(),
    clock,
  );
  worker.handle(['EMAIL'], handler);
  workers.push(worker);
  return worker;
}

/** @param count rows of each subject. */
async function addRows(merchantId: string, subjects: string[], count = 1): Promise<void> {
  await test.database.query(
    `insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
     select $1, 'test', gen_random_uuid(), 'EMAIL', subject, clock_timestamp(), clock_timestamp(), 0
     from unnest($2::text[]) as subject, generate_series(1, $3::int)`,
    [merchantId, subjects, count],
  );
}

async function left(): Promise<number> {
  const [row] = await test.database.query<{ count: string }>('select count(*) from work');
  return Number(row?.count);
}

const subjectsOf = (jobs: readonly JobRow[]) => jobs.map(({ subject }) => subject);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n));
const idAt = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe("another merchant's job", () => {
  it('is done in the next look, however many rows one merchant has waiting', async () => {
    const looks: string[][] = [];
    await addRows(newId(), numbers(5000));
    await startWorker(async (jobs) => {
      looks.push(subjectsOf(jobs));
      if (looks.length === 1) await addRows(newId(), ['late']);
      return [];
    }).idle();
    expect(looks.findIndex((subjects) => subjects.includes('late'))).toBe(1);
    expect(Math.max(...looks.map(({ length }) => length))).toBeLessThanOrEqual(LARGEST_PORTION);
    expect(new Set(looks.flat()).size).toBe(5001);
  });

  it('is done between two portions of a job that means many rows', async () => {
    const looks: string[][] = [];
    await addRows(newId(), ['big']);
    await startWorker(async (jobs) => {
      looks.push(subjectsOf(jobs).sort());
      if (looks.length <= 3) await addRows(newId(), [`late ${looks.length}`]);
      return jobs
        .filter(({ subject }) => subject === 'big' && looks.length < 5)
        .map((job) => ({ ...job, afterId: idAt(looks.length) }));
    }).idle();
    expect(looks).toEqual([['big'], ['big', 'late 1'], ['big', 'late 2'], ['big', 'late 3'], ['big']]);
    expect(await left()).toBe(0);
  });

  it('is not forgotten where more merchants wait than a look has rows: each has a turn before anyone has a second', async () => {
    const merchants = Array.from({ length: LARGEST_PORTION * 2 + 50 }, newId);
    for (const merchantId of merchants) await addRows(merchantId, ['first', 'second']);
    const turns: string[] = [];
    await startWorker((jobs) => {
      turns.push(...jobs.map(({ merchantId }) => merchantId));
      return Promise.resolve([]);
    }).idle();
    expect(new Set(turns.slice(0, merchants.length)).size).toBe(merchants.length);
    expect(turns).toHaveLength(merchants.length * 2);
  });
});

describe('a job that means many rows', () => {
  it('comes to its end while its own merchant makes more work than is done', async () => {
    const [merchantId, portions] = [newId(), 5];
    let [looks, done] = [0, 0];
    await addRows(merchantId, ['big', ...numbers(10)]);
    await startWorker(async (jobs) => {
      looks++;
      const big = jobs.find(({ subject }) => subject === 'big');
      if (big) done++;
      const isMore = done < portions;
      if (isMore)
        await addRows(
          merchantId,
          numbers(LARGEST_PORTION + 10).map((n) => `${looks}-${n}`),
        );
      return big && isMore ? [{ ...big, afterId: idAt(done) }] : [];
    }).idle();
    expect(done).toBe(portions);
    expect(looks).toBeLessThan(40);
  });

  it('goes on where it stood, on whichever replica', async () => {
    await addRows(newId(), ['big']);
    const stood: (string | null)[] = [];
    const handler: JobHandler = (jobs) => {
      stood.push(...jobs.map(({ afterId }) => afterId));
      return Promise.resolve(
        stood.length < 20 ? jobs.map((job) => ({ ...job, afterId: idAt(stood.length) })) : [],
      );
    };
    await Promise.all([startWorker(handler).idle(), startWorker(handler).idle()]);
    for (const worker of workers) await worker.idle();
    expect(stood).toEqual([
      null,
      ...numbers(20)
        .slice(1)
        .map((n) => idAt(Number(n))),
    ]);
  });
});

describe('the same asked for many times', () => {
  it('is done once for all rows that are there by then, and their rows are gone', async () => {
    await addRows(newId(), ['same', 'other'], 100);
    const done: string[] = [];
    await startWorker((jobs) => {
      done.push(...subjectsOf(jobs));
      return Promise.resolve([]);
    }).idle();
    expect(done.sort()).toEqual(['other', 'same']);
    expect(await left()).toBe(0);
  });

  it('while it is under way, twice in each portion, piles nothing up', async () => {
    const merchantId = newId();
    await addRows(merchantId, ['same']);
    const piles: number[] = [];
    let looks = 0;
    await startWorker(async (jobs) => {
      looks++;
      piles.push(await left());
      if (looks < 30) await addRows(merchantId, ['same'], 2);
      expect(jobs).toHaveLength(1);
      return looks < 30 ? jobs.map((job) => ({ ...job, afterId: idAt(looks) })) : [];
    }).idle();
    expect(Math.max(...piles)).toBe(3);
    expect(await left()).toBe(0);
  });

  it('is never taken for done by a replica that had it before, and lost its lease', async () => {
    const { database } = test;
    const merchantId = newId();
    const claim = async () => {
      const asked = { kinds: ['EMAIL'] as const, afterMerchantId: LOWEST_UUID, limit: 10, leaseMs: 0 };
      return (await repository.claim(database.atOnce, asked)).rows;
    };
    const putBack = (row: JobRow, to: Progress) => repository.putBack(database.atOnce, [{ row, to }]);
    await addRows(merchantId, ['same']);
    await putBack((await claim())[0]!, { afterId: idAt(1), untilId: null });
    const [stale] = (await claim()) as [JobRow];
    await addRows(merchantId, ['same']); // asked for again, after that replica began
    const [{ job, rows }] = mergeEqual(await claim()) as [Taken];
    expect([job.id, job.untilId, rows.length]).toEqual([stale.id, idAt(1), 2]);
    const to = { afterId: idAt(2), untilId: idAt(1) };
    expect(
      await putBack(
        rows.find(({ id }) => id === job.id)!,
        to,
      ),
    ).toEqual([job.id]);
    const others = rows.filter(({ id }) => id !== job.id);
    await repository.done(database.atOnce, others);
    await repository.done(database.atOnce, [stale]);
    expect(await putBack(stale, { afterId: idAt(9), untilId: null })).toEqual([]);
    expect(await claim()).toEqual([{ ...job, ...to }]);
  });
});

it('a look that takes long is followed by smaller ones, and those by larger ones when they are quick', async () => {
  const clock = new HeldClock();
  const sizes: number[] = [];
  await addRows(newId(), numbers(3000));
  await startWorker((jobs) => {
    sizes.push(jobs.length);
    if (sizes.length <= 3) clock.advance(JOB_LOOK_MS + 1);
    return Promise.resolve([]);
  }, clock).idle();
  const [most, least] = [LARGEST_PORTION, SMALLEST_PORTION];
  expect(sizes.slice(0, 6)).toEqual([most, most / 2, least, least, most / 2, most]);
});
