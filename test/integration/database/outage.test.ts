// A database that goes away: short absences are waited out, long ones end in one clear answer, and waiting stays bounded.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../../../src/database/data-source.js';
import { Database } from '../../../src/database/database.js';
import { GroupWriter } from '../../../src/database/group-writer.js';
import { startTestDatabase, type TestDatabase } from '../../support/database.js';
import { startGate, type Gate } from '../../support/gate.js';

let db: TestDatabase;
let gate: Gate;
let dataSource: DataSource;
let database: Database;

beforeAll(async () => {
  db = await startTestDatabase();
  gate = await startGate(db.address);
  dataSource = makeDataSource(gate.address, { connections: 4, statementMs: 7000 });
  await dataSource.initialize();
  database = new Database(dataSource);
  await database.query('create table written (id int primary key)');
});
afterAll(async () => {
  await dataSource.destroy();
  await gate.close();
  await db.close();
});

const one = (tx: Pick<Database, 'query'>) => tx.query('select 1 as one');
const away = { code: 'SERVICE_UNAVAILABLE' };
/** Writes ids, each in a transaction with the others that came with it. */
const writer = (patienceMs?: number) =>
  new GroupWriter<number, void>(
    async (ids) => {
      await database.transaction(
        (tx) => tx.query('insert into written select unnest($1::int[]) on conflict do nothing', [ids]),
        0,
      );
      return ids.map(() => undefined);
    },
    patienceMs === undefined ? {} : { patienceMs },
  );
const written = async () =>
  (await db.database.query<{ id: number }>('select id from written order by id')).map(({ id }) => id);

/** Milliseconds until the promise ends, either way. */
async function duration(promise: Promise<unknown>): Promise<number> {
  const start = Date.now();
  await promise.catch(() => undefined);
  return Date.now() - start;
}

describe('a database away for less than 5 seconds', () => {
  it('is waited for by statements, transactions and grouped writes alike', async () => {
    await gate.shut();
    const answers = Promise.all([one(database), database.transaction(one), writer().submit(1, 'a')]);
    await sleep(700);
    await gate.open();
    expect((await answers).slice(0, 2)).toEqual([[{ one: 1 }], [{ one: 1 }]]);
    expect(await written()).toContain(1);
  });

  it('breaks a statement under way, which is then repeated', async () => {
    const answer = database.query(`select 'slept' as answer from pg_sleep(0.5)`);
    await sleep(100);
    await gate.shut();
    await sleep(200);
    await gate.open();
    expect(await answer).toEqual([{ answer: 'slept' }]);
  });

  it('is not waited for by whoever has no patience', async () => {
    await gate.shut();
    const hurried = [writer(0).submit(2, 'a'), database.transaction(one, 0)];
    for (const attempt of hurried) await expect(attempt).rejects.toMatchObject(away);
    expect(await database.isReady()).toBe(false);
    await gate.open();
    expect(await database.isReady()).toBe(true);
    expect(await written()).not.toContain(2);
  });
});

describe('a database away for longer', () => {
  it('is SERVICE_UNAVAILABLE after about 5 seconds, with a time to come again; then everything works again', async () => {
    await gate.shut();
    const attempts = [one(database), database.transaction(one), writer().submit(3, 'a')];
    const waited = await Promise.all(attempts.map(duration));
    for (const milliseconds of waited) {
      expect(milliseconds).toBeGreaterThan(4500);
      expect(milliseconds).toBeLessThan(6500);
    }
    for (const attempt of attempts)
      await expect(attempt).rejects.toMatchObject({ ...away, retryAfterSeconds: 1 });
    await gate.open();
    expect(await one(database)).toEqual([{ one: 1 }]);
    await writer().submit(4, 'a');
    expect(await written()).toContain(4);
  });
});

describe('waiting is bounded', () => {
  it('two thousand callers wait for a connection, the next is refused at once', async () => {
    await gate.shut();
    const waiting = Array.from({ length: 2000 }, () => one(database));
    const refused = one(database);
    expect(await duration(refused)).toBeLessThan(1000);
    await expect(refused).rejects.toMatchObject(away);
    await gate.open();
    expect(await Promise.all(waiting)).toHaveLength(2000);
  });
});
