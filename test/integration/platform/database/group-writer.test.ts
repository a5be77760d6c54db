// Grouped writes: many requests in one transaction, each with its own result.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { GroupWriter, type GroupWriterOptions } from '#platform/database/group-writer.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
  await db.database.query('create table entries (value int primary key)');
});
beforeEach(() => db.database.query('truncate entries'));
afterAll(() => db.close());

/** A writer into `entries` that notes which groups it was given; resolves to the text that was written. */
function entryWriter(options: GroupWriterOptions = {}) {
  const groups: string[][] = [];
  const writer = new GroupWriter<string, string>(async (values) => {
    groups.push(values);
    await db.database.transaction((tx) =>
      tx.query('insert into entries select unnest($1::text[])::int on conflict do nothing', [values]),
    );
    return values.map((value) => `wrote ${value}`);
  }, options);
  return { groups, submit: (value: string, tenant = 'a') => writer.submit(value, tenant), writer };
}

/** A writer whose writes end when the test says so. */
function stuckWriter(options: GroupWriterOptions) {
  const groups: number[][] = [];
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const writer = new GroupWriter<number, number>(async (values) => {
    groups.push(values);
    await released;
    return values;
  }, options);
  return { groups, writer, release };
}

/** All that the writer does by itself it has done: it waits for turns of the event loop and for no timer (see the first test). */
async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await nextTurn();
}

const refusal = { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 1 };
const stored = async () =>
  (await db.database.query<{ value: number }>('select value from entries order by value')).map(
    (row) => row.value,
  );

describe('a group', () => {
  it('is one for a lone request: it waits for nobody', async () => {
    const groups: number[][] = [];
    const writer = new GroupWriter<number, number>((values) => {
      groups.push(values);
      return Promise.resolve(values);
    });
    let turns = 0;
    const done = writer.submit(1, 'a').then(() => turns);
    for (; turns < 3; turns++) await nextTurn();
    expect(await done).toBeLessThanOrEqual(1); // the next turn of the event loop: no timer
    expect(groups).toEqual([[1]]);
  });

  it('is what arrives together: one transaction, each with its own result', async () => {
    const { groups, submit } = entryWriter();
    const results = await Promise.all(['1', '2', '3'].map((value) => submit(value)));
    expect(results).toEqual(['wrote 1', 'wrote 2', 'wrote 3']);
    expect(groups).toEqual([['1', '2', '3']]);
    expect(await stored()).toEqual([1, 2, 3]);
  });

  it('is what arrived while others were written, up to its size, oldest first', async () => {
    const { groups, writer, release } = stuckWriter({ parallel: 1, groupSize: 3 });
    const results = [writer.submit(0, 'a')];
    await someTurns();
    for (let value = 1; value <= 4; value++) results.push(writer.submit(value, 'a'));
    await someTurns();
    expect(groups).toEqual([[0]]);
    release();
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3, 4]);
    expect(groups).toEqual([[0], [1, 2, 3], [4]]);
  });

  it('is under way at most as often as allowed', async () => {
    const { groups, writer, release } = stuckWriter({ parallel: 2, groupSize: 1 });
    const results = [1, 2, 3].map((value) => writer.submit(value, 'a'));
    await someTurns();
    expect(groups).toEqual([[1], [2]]);
    release();
    await Promise.all(results);
  });
});

describe('a row at fault', () => {
  it('fails alone, with its own error; all others are written', async () => {
    const { submit } = entryWriter();
    const values = Array.from({ length: 20 }, (_, index) => (index === 13 ? 'poison' : String(index)));
    const results = await Promise.allSettled(values.map((value) => submit(value)));
    expect(results.map(({ status }) => status).indexOf('rejected')).toBe(13);
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ code: '22P02' }) as unknown },
    ]);
    expect(await stored()).toEqual(values.filter((value) => value !== 'poison').map(Number));
  });

  it('may be one of many', async () => {
    const { submit } = entryWriter();
    const values = ['x', '1', 'y', '2', '99999999999', 'z'];
    const results = await Promise.allSettled(values.map((value) => submit(value)));
    const codes = results.map((one) =>
      one.status === 'rejected' ? (one.reason as { code: string }).code : 'ok',
    );
    expect(codes).toEqual(['22P02', 'ok', '22P02', 'ok', '22003', '22P02']);
    expect(await stored()).toEqual([1, 2]);
  });

  it('alone is tried once', async () => {
    const { groups, submit } = entryWriter();
    await expect(submit('poison')).rejects.toMatchObject({ code: '22P02' });
    expect(groups).toHaveLength(1);
  });
});

describe("an error that is nobody's data", () => {
  it('fails the whole group, at once and undivided', async () => {
    let tries = 0;
    const writer = new GroupWriter<number, number>(() => {
      tries++;
      return Promise.reject(new Error('a mistake of ours'));
    });
    const results = await Promise.allSettled([1, 2, 3].map((value) => writer.submit(value, 'a')));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(tries).toBe(1);
  });

  it('does not stop the writer', async () => {
    let fails = true;
    const writer = new GroupWriter<number, number>((values) =>
      fails ? Promise.reject(new Error('once')) : Promise.resolve(values),
    );
    await expect(writer.submit(1, 'a')).rejects.toThrow('once');
    fails = false;
    expect(await writer.submit(2, 'a')).toBe(2);
  });
});

describe('the queue', () => {
  it('refuses at once when it is full', async () => {
    const { writer, release } = stuckWriter({ queueSize: 6, groupSize: 1, parallel: 1 });
    const waiting = ['a', 'a', 'a', 'b', 'b', 'b'].map((tenant, index) => writer.submit(index, tenant));
    const refused = writer.submit(6, 'c');
    const outcome = await Promise.race([
      refused.catch((error: unknown) => error),
      someTurns().then(() => 'still waiting'),
    ]);
    expect(outcome).toMatchObject(refusal);
    release();
    expect(await Promise.all(waiting)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await writer.submit(7, 'c')).toBe(7);
  });

  it('belongs to no tenant for more than its half: the others still get in', async () => {
    const { writer, release } = stuckWriter({ queueSize: 8, groupSize: 1, parallel: 1 });
    const greedy = await Promise.allSettled([
      ...Array.from({ length: 10 }, (_, index) =>
        Promise.race([writer.submit(index, 'greedy'), someTurns()]),
      ),
    ]);
    expect(greedy.map(({ status }) => status)).toEqual([
      ...Array<string>(4).fill('fulfilled'),
      ...Array<string>(6).fill('rejected'),
    ]);
    const others = [1, 2, 3].map((value) => writer.submit(value, 'modest'));
    release();
    expect(await Promise.all(others)).toEqual([1, 2, 3]);
    expect(await writer.submit(11, 'greedy')).toBe(11);
  });

  it('is drained when everything has its result', async () => {
    const { writer, submit } = entryWriter();
    const results = Promise.all(['1', '2'].map((value) => submit(value)));
    await writer.drained();
    expect(await stored()).toEqual([1, 2]);
    await results;
  });
});
