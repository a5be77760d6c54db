// A database that goes away: short absences are waited out, long ones end in one clear answer, and waiting stays bounded.
import type { DataSource } from 'typeorm';
import { makeDataSource } from '#platform/database/data-source.js';
import { Database } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { DATABASE_PATIENCE_MS } from '#platform/time/time-budget.js';
import { triedAgain, triesToConnect } from '../../../support/connecting.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { startGate, type Gate } from '../../../support/gate.js';
import { holdTime } from '../../../support/held-time.js';
import { lockIsWaitedFor } from '../../../support/locks.js';
import { until } from '../../../support/until.js';

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

/** Notes how a promise ends, and when it does so among others. */
function noting(ended: string[], name: string, promise: Promise<unknown>): void {
  promise.then(
    () => ended.push(`${name}: answered`),
    (error: { code?: string; retryAfterSeconds?: number }) =>
      ended.push(`${name}: ${error.code} ${error.retryAfterSeconds}`),
  );
}

describe('a database away for less than 5 seconds', () => {
  it('is waited for by statements, transactions and grouped writes alike', async () => {
    await gate.shut();
    const answers = Promise.all([one(database), database.transaction(one), writer().submit(1, 'a')]);
    await triedAgain(3);
    await gate.open();
    expect((await answers).slice(0, 2)).toEqual([[{ one: 1 }], [{ one: 1 }]]);
    expect(await written()).toContain(1);
  });

  it('breaks a statement under way, which is then repeated', async () => {
    const holder = await db.connect();
    await holder.query('select pg_advisory_lock(77)');
    const answer = database.query(`select 'waited' as answer from pg_advisory_xact_lock(77)`);
    await lockIsWaitedFor(db.database);
    await gate.shut();
    await triedAgain(1);
    await gate.open();
    await holder.query('select pg_advisory_unlock(77)');
    expect(await answer).toEqual([{ answer: 'waited' }]);
  });

  it('is not waited for by whoever has no patience', async () => {
    await gate.shut();
    const hurried = [writer(0).submit(2, 'a'), database.transaction(one, 0)];
    for (const attempt of hurried) await expect(attempt).rejects.toMatchObject(away);
    expect(await database.readiness()).toBe('away');
    await gate.open();
    expect(await database.readiness()).toBe('ready');
    expect(await written()).not.toContain(2);
  });
});

describe('a database away for longer', () => {
  it('is SERVICE_UNAVAILABLE after 5 seconds, with a time to come again; then everything works again', async () => {
    const time = holdTime();
    const ended: string[] = [];
    try {
      await gate.shut();
      noting(ended, 'statement', one(database));
      noting(ended, 'transaction', database.transaction(one));
      noting(ended, 'grouped write', writer().submit(3, 'a'));
      await triedAgain(3);
      time.advance(DATABASE_PATIENCE_MS - 100);
      await triedAgain(3);
      expect(ended).toEqual([]);
      time.advance(100);
      await until(() => ended.length === 3);
    } finally {
      time.release();
    }
    const refused = (name: string) => `${name}: SERVICE_UNAVAILABLE 1`;
    expect(ended.sort()).toEqual(['grouped write', 'statement', 'transaction'].map(refused));
    expect(DATABASE_PATIENCE_MS).toBe(5000);
    await gate.open();
    expect(await one(database)).toEqual([{ one: 1 }]);
    await writer().submit(4, 'a');
    expect(await written()).toContain(4);
  });
});

describe('waiting is bounded', () => {
  it('two thousand callers wait for a connection, the next is refused at once', async () => {
    await gate.shut();
    const ended: string[] = [];
    // The last is refused before any of the others hears anything, though they came first.
    const waiting = Array.from({ length: 2000 }, () => one(database));
    for (const answer of waiting) noting(ended, 'waited', answer);
    const tried = triesToConnect();
    await expect(one(database)).rejects.toMatchObject(away);
    expect(triesToConnect()).toBe(tried);
    expect(ended).toEqual([]);
    await gate.open();
    expect(await Promise.all(waiting)).toHaveLength(2000);
  });
});
