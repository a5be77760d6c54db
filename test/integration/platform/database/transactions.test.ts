// Transactions: what is tried again, what is not, and what a caller learns when the connection is lost.
import type { Tx } from '#platform/database/database.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
  await db.database.query('create table numbers (id int primary key, value int not null)');
});
beforeEach(async () => {
  await db.database.query('truncate numbers');
  await db.database.query('insert into numbers values (1, 0), (2, 0)');
});
afterAll(() => db.close());

const add = (tx: Tx, id: number) => tx.query('update numbers set value = value + 1 where id = $1', [id]);
const values = async () =>
  (await db.database.query<{ value: number }>('select value from numbers order by id')).map(
    (row) => row.value,
  );

/** Resolves for all when `count` have come. */
function meeting(count: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++arrived >= count) open();
    return all;
  };
}

it('a statement by itself that deadlocks is done again', async () => {
  await db.database.query('create sequence tries');
  await db.database.query(
    `do $$ begin if nextval('tries') < 3 then raise exception using errcode = '40P01'; end if;
       update numbers set value = 5 where id = 1; end $$`,
  );
  const [row] = await db.database.query<{ tries: string }>('select last_value as tries from tries');
  expect([row?.tries, await values()]).toEqual(['3', [5, 0]]);
});

it('a statement by itself that deadlocks again and again is given up', async () => {
  const failing = db.database.query(`do $$ begin raise exception using errcode = '40P01'; end $$`);
  await expect(failing).rejects.toMatchObject({ code: '40P01' });
});

describe('a transaction', () => {
  it('that deadlocks with another is tried again as a whole: both succeed', async () => {
    const both = meeting(2);
    let tries = 0;
    const crossing = (first: number, second: number) =>
      db.database.transaction(async (tx) => {
        tries++;
        await add(tx, first);
        await both();
        await add(tx, second);
        return first;
      });
    expect(await Promise.all([crossing(1, 2), crossing(2, 1)])).toEqual([1, 2]);
    expect(tries).toBeGreaterThanOrEqual(3); // PostgreSQL may choose both as victims
    expect(await values()).toEqual([2, 2]);
  });

  it('that could not be serialized is tried again', async () => {
    let tries = 0;
    await db.database.transaction(async (tx) => {
      tries++;
      await tx.query('set transaction isolation level repeatable read');
      await tx.query('select * from numbers');
      if (tries === 1) await db.database.query('update numbers set value = 10 where id = 1'); // another one commits
      await add(tx, 1);
    });
    expect([tries, await values()]).toEqual([2, [11, 0]]);
  });

  it('that fails to be serialized again and again is given up', async () => {
    let tries = 0;
    const failing = db.database.transaction(async (tx) => {
      tries++;
      await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(failing).rejects.toMatchObject({ code: '40001' });
    expect(tries).toBe(8);
  });

  it.each([
    ['22P02', `select 'x'::int`],
    ['23505', 'insert into numbers values (1, 0)'],
    ['23502', 'insert into numbers values (3, null)'],
    ['42P01', 'select * from nowhere'],
  ])('that fails on its data (%s) is not tried again, and leaves nothing', async (code, statement) => {
    let tries = 0;
    const failing = db.database.transaction(async (tx) => {
      tries++;
      await add(tx, 1);
      await tx.query(statement);
    });
    await expect(failing).rejects.toMatchObject({ code });
    expect([tries, await values()]).toEqual([1, [0, 0]]);
  });

  it('whose work throws leaves nothing, and its connection is clean for the next', async () => {
    const failing = db.database.transaction(async (tx) => {
      await add(tx, 1);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await values()).toEqual([0, 0]);
  });

  it('writes with its commit what was handed to it, in that order and after all else', async () => {
    await db.database.transaction(async (tx) => {
      tx.withCommit('update numbers set value = value * 10 where id = $1', [1]);
      tx.withCommit('update numbers set value = value + 7 where id = $1', [1]);
      await add(tx, 1);
      const late = await tx.query<{ value: number }>('select value from numbers where id = 1');
      expect(late).toEqual([{ value: 1 }]);
      tx.withCommit('update numbers set value = $1 where id = 2', [late[0]?.value]);
    });
    expect(await values()).toEqual([17, 1]);
  });

  it('leaves nothing when what was handed to its commit fails, and throws that error', async () => {
    const failing = db.database.transaction(async (tx) => {
      tx.withCommit('insert into numbers values (3, 0)');
      tx.withCommit('insert into numbers values (1, 0)');
      tx.withCommit('insert into numbers values (4, 0)');
      await add(tx, 1);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await values()).toEqual([0, 0]);
  });

  it('is done again when what was handed to its commit finds the disk full: it was not committed', async () => {
    await db.database.query('create sequence full_once');
    await db.database.transaction(async (tx) => {
      await add(tx, 1);
      tx.withCommit(
        `do $$ begin if nextval('full_once') = 1 then raise exception using errcode = '53100'; end if;
           update numbers set value = 9 where id = 2; end $$`,
      );
    });
    expect(await values()).toEqual([1, 9]);
  });

  it('is not committed while somebody waits for a statement: what he sends next would come too late', async () => {
    let next: Promise<unknown> = Promise.resolve();
    const failing = db.database.transaction(async (tx) => {
      await add(tx, 1);
      next = tx.query('select 1').then(() => add(tx, 2)); // looks first, and nobody waits for it
      next.catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('the work of a transaction ended before its statements did');
    await next.catch(() => undefined);
    expect(await values()).toEqual([0, 0]);
  });

  it('that fails takes nothing from those of its writers who go on', async () => {
    let goesOn: Promise<unknown> = Promise.resolve();
    const failing = db.database.transaction(async (tx) => {
      goesOn = tx.query('select pg_sleep(0.05)').then(() => add(tx, 2));
      await Promise.all([goesOn, Promise.reject(new Error('another failed'))]);
    });
    await expect(failing).rejects.toThrow('another failed');
    await expect(goesOn).rejects.toThrow('after its transaction');
    expect(await values()).toEqual([0, 0]);
  });

  it('refuses what is handed to its commit when that has been sent', async () => {
    let kept: Tx | undefined;
    await db.database.transaction(async (tx) => {
      await add((kept = tx), 1);
    });
    expect(() => kept?.withCommit('insert into numbers values (3, 0)')).toThrow('after its transaction');
  });

  it('is READ COMMITTED: it sees what others commit meanwhile', async () => {
    const seen = await db.database.transaction(async (tx) => {
      await tx.query('select 1');
      await db.database.query('update numbers set value = 7 where id = 2');
      return tx.query('select value from numbers where id = 2');
    });
    expect(seen).toEqual([{ value: 7 }]);
  });

  it('whose connection is lost before the commit is done again, for as long as the caller may wait', async () => {
    let tries = 0;
    const lost = db.database.transaction(async (tx) => {
      tries++;
      await add(tx, 1);
      await tx.query('select pg_terminate_backend(pg_backend_pid())');
    }, 300);
    await expect(lost).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(tries).toBeGreaterThan(1);
    expect(await values()).toEqual([0, 0]);
  });

  it('whose connection is lost during the commit is SERVICE_UNAVAILABLE and not done again: its outcome is unknown', async () => {
    await db.database.query(
      `create function die() returns trigger language plpgsql as
       $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`,
    );
    await db.database.query(
      `create constraint trigger die after update on numbers deferrable initially deferred
       for each row execute function die()`,
    );
    let tries = 0;
    const lost = db.database.transaction(async (tx) => {
      tries++;
      await add(tx, 1);
    });
    await expect(lost).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(tries).toBe(1);
    await db.database.query('drop trigger die on numbers');
  });
});
