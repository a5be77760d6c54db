// Work rows: each is done, by whichever replica takes it; what a build does not know, or cannot do, stands in nobody's way.
import { newId } from '../../../src/contract/ids.js';
import { createLog } from '../../../src/logging/log.js';
import { Metrics } from '../../../src/metrics/metrics.js';
import { WORK_POLL_MS } from '../../../src/time-budget.js';
import { WorkRepository } from '../../../src/work-rows/work.repository.js';
import { Worker } from '../../../src/work-rows/worker.service.js';
import { startTestDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

let test: TestDatabase;
const workers: Worker[] = [];

beforeAll(async () => {
  test = await startTestDatabase();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.onModuleDestroy();
  await test.database.query('delete from work');
});
afterAll(() => test.close());

function startWorker(handler: (subjects: string[]) => void): Worker {
  const worker = new Worker(new WorkRepository(test.database), createLog('silent'), new Metrics());
  worker.handle(['EMAIL'], (rows) => {
    handler(rows.map((row) => row.subject));
    return Promise.resolve();
  });
  workers.push(worker);
  return worker;
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
  const replicas = [1, 2, 3].map(() => startWorker((subjects) => done.push(...subjects)));
  await addRows('EMAIL', numbers(1500));
  await Promise.all(replicas.map((worker) => worker.idle()));
  await until(async () => (await left()) === 0);
  expect(done.sort()).toEqual(numbers(1500).sort());
});

it('rows that another replica wrote are found without being told of, at the next look', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const done: string[] = [];
    const worker = startWorker((subjects) => done.push(...subjects));
    worker.onApplicationBootstrap();
    await addRows('EMAIL', ['from elsewhere']);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(WORK_POLL_MS);
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
  await startWorker((subjects) => done.push(...subjects)).idle();
  expect(done).toEqual(['known']);
  expect(await left()).toBe(300);
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
