// Work rows: each is done, by whichever replica takes it; what a build does not know, or cannot do, stands in nobody's way.
import { newId } from '#platform/values/ids.js';
import { createLog } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { SystemClock } from '#platform/time/clock.js';
import { TimeBudget, JOB_LEASE_MS, JOB_LEASE_PART, JOB_POLL_MS } from '#platform/time/time-budget.js';
import { JobsRepository } from '#platform/jobs/jobs.repository.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { until } from '../../../support/until.js';

let test: TestDatabase;
const workers: JobQueue[] = [];

beforeAll(async () => {
  test = await startTestDatabase();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.onModuleDestroy();
  await test.database.query('delete from work');
});
afterAll(() => test.close());

function startWorker(handler: (subjects: string[]) => void | Promise<void>): JobQueue {
  const repository = new JobsRepository();
  const worker = new JobQueue(
    test.database,
    repository,
    createLog('silent'),
    new Metrics(),
    new TimeBudget(),
    new SystemClock(),
  );
  worker.handle(['EMAIL'], async (rows) => {
    await handler(rows.map((row) => row.subject));
    return [];
  });
  workers.push(worker);
  return worker;
}

/** Rows that another worker would take now. */
async function dueForOthers(): Promise<number> {
  const rows = await test.database.query('select from work where due_at <= now()');
  return rows.length;
}

async function addRows(kind: string, subjects: string[]): Promise<void> {
  await test.database.query(
    `insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
     select $1, 'test', gen_random_uuid(), $2, subject, now(), now(), 0 from unnest($3::text[]) as subject`,
    [newId(), kind, subjects],
  );
}

async function left(): Promise<number> {
  const [row] = await test.database.query<{ count: string }>('select count(*) from work');
  return Number(row?.count);
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n));

it('three replicas share the rows: each is done, and done once', async () => {
  const done: string[] = [];
  const replicas = [1, 2, 3].map(() => startWorker((subjects) => void done.push(...subjects)));
  await addRows('EMAIL', numbers(1500));
  await Promise.all(replicas.map((worker) => worker.idle()));
  await until(async () => (await left()) === 0);
  expect(done.sort()).toEqual(numbers(1500).sort());
});

it('rows that another replica wrote are found without being told of, at the next look', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const done: string[] = [];
    const worker = startWorker((subjects) => void done.push(...subjects));
    worker.onApplicationBootstrap();
    await addRows('EMAIL', ['from elsewhere']);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(JOB_POLL_MS);
    await until(() => done.length > 0);
    expect(done).toEqual(['from elsewhere']);
    await worker.onModuleDestroy();
  } finally {
    vi.useRealTimers();
  }
});

it('a kind that this build does not know is left to who knows it, and delays nothing', async () => {
  await addRows('WEBHOOK', numbers(300));
  await addRows('EMAIL', ['known']);
  const done: string[] = [];
  await startWorker((subjects) => void done.push(...subjects)).idle();
  expect(done).toEqual(['known']);
  expect(await left()).toBe(300);
});

it('rows that take longer than the lease stay with who took them, however long', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const done: string[] = [];
    let end = () => {};
    const isLong = new Promise<void>((resolve) => (end = resolve));
    await addRows('EMAIL', numbers(3));
    let isTaken = false;
    const slow = startWorker(async (subjects) => {
      isTaken = true;
      await isLong;
      done.push(...subjects);
    });
    const ended = slow.idle();
    await until(() => isTaken);
    for (let leases = 0; leases < 3; leases++) {
      await test.database.query('update work set due_at = now()'); // the lease is at its end
      vi.advanceTimersByTime(JOB_LEASE_MS / JOB_LEASE_PART);
      await until(async () => (await dueForOthers()) === 0);
      await startWorker((subjects) => void done.push(...subjects)).idle();
    }
    expect(done).toEqual([]);
    end();
    await ended;
    expect([done.sort(), await left()]).toEqual([numbers(3), 0]);
  } finally {
    vi.useRealTimers();
  }
});

it('taking rows waits for nobody: those that another replica is removing are left out', async () => {
  await addRows('EMAIL', ['free', 'being removed']);
  const other = await test.connect();
  await other.query(`begin; select from work where subject = 'being removed' for update`);
  const done: string[] = [];
  const worker = startWorker((subjects) => void done.push(...subjects));
  await worker.idle();
  expect(done).toEqual(['free']);
  await other.query('rollback');
  await worker.idle();
  expect(done).toEqual(['free', 'being removed']);
});

it('of many rows one that fails is found in few tries', async () => {
  await addRows('EMAIL', numbers(256));
  let tries = 0;
  const done: string[] = [];
  const worker = startWorker((subjects) => {
    tries++;
    if (subjects.includes('77')) throw new Error('this one cannot be done');
    done.push(...subjects);
  });
  await worker.idle();
  expect(done).toHaveLength(255);
  expect(tries).toBe(2 * 8 + 1); // halved eight times: one half that fails and one that does not
});

it('a row that fails is put off, and the others are done', async () => {
  await addRows('EMAIL', ['good', 'bad', 'fine']);
  const done: string[] = [];
  const worker = startWorker((subjects) => {
    if (subjects.includes('bad')) throw new Error('this one cannot be done');
    done.push(...subjects);
  });
  await worker.idle();
  expect(done.sort()).toEqual(['fine', 'good']);
  const rows = await test.database.query<{ subject: string; attempts: number; later: boolean }>(
    'select subject, attempts, due_at > now() as later from work',
  );
  expect(rows).toEqual([{ subject: 'bad', attempts: 1, later: true }]);
});
