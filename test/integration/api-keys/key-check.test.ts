// Who may come in: on every replica, at once, and what happens when the database cannot say.
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiKeysRepository } from '../../../src/api-keys/api-keys.repository.js';
import { ApiKeysService, type NewApiKey } from '../../../src/api-keys/api-keys.service.js';
import { hashKeyText, makeKeyText } from '../../../src/api-keys/key-text.js';
import { newId } from '../../../src/contract/ids.js';
import type { Failure } from '../../../src/contract/failure.js';
import { MerchantsRepository } from '../../../src/merchants/merchants.repository.js';
import { MerchantsService } from '../../../src/merchants/merchants.service.js';
import { startTestDatabase, type TestDatabase } from '../../support/database.js';
import { startReplica, type Replica } from './replica.js';

let db: TestDatabase;
let merchants: MerchantsService;
let keys: ApiKeysService;
let merchantId: string;
let key: NewApiKey;
const replicas: Replica[] = [];

beforeAll(async () => {
  db = await startTestDatabase();
  merchants = new MerchantsService(db.database, new MerchantsRepository(db.database));
  keys = new ApiKeysService(db.database, new ApiKeysRepository(db.database));
});
afterAll(() => db.close());
beforeEach(async () => {
  merchantId = (await merchants.create('Northwind')).id;
  key = await keys.create({ merchantId, mode: 'live', name: 'till' });
});
afterEach(async () => {
  for (const replica of replicas.splice(0)) await replica.stop();
});

function start(): Replica {
  const replica = startReplica(db.dataSource);
  replicas.push(replica);
  return replica;
}

/** Milliseconds until the replica says `answer`, asked all the time; fails after two seconds. */
async function timeUntil(replica: Replica, text: string, answer: string): Promise<number> {
  const start = performance.now();
  while ((await replica.check(text)) !== answer) {
    if (performance.now() - start > 2000) throw new Error(`it never said ${answer}`);
    await sleep(5);
  }
  return performance.now() - start;
}

describe('a key', () => {
  it('says whose call it is; the mode comes from the row', async () => {
    const caller = await start().keyCheck.check(`bearer  ${key.key}`);
    expect(caller).toEqual({ merchantId, mode: 'live', keyId: key.id, merchantName: 'Northwind' });
    await db.database.query(`update api_keys set mode = 'test' where id = $1`, [key.id]);
    expect(await start().keyCheck.check(`Bearer ${key.key}`)).toMatchObject({ mode: 'test' });
  });

  it('that is known costs no database read', async () => {
    const replica = start();
    await replica.check(key.key);
    for (let i = 0; i < 200; i++) {
      expect(await replica.check(key.key)).toBe('accepted');
      await sleep(5);
    }
    expect(replica.database.counts.lookup).toBe(1);
  });

  it('asked for by a hundred callers at once is read once', async () => {
    const replica = start();
    await Promise.all(Array.from({ length: 100 }, () => replica.check(key.key)));
    expect(replica.database.counts.lookup).toBe(1);
  });

  it('is refused in one and the same way when it is missing, malformed, unknown or revoked', async () => {
    const replica = start();
    const revoked = await keys.create({ merchantId, mode: 'live', name: 'old' });
    await keys.revoke(revoked.id);
    const headers = [undefined, '', 'Bearer', 'Basic eDp5', 'Bearer nonsense', `Bearer ${key.key}x`];
    headers.push(`Bearer ${makeKeyText('live')}`, `Bearer ${revoked.key}`);
    const refusals = await Promise.all(
      headers.map((header) => replica.keyCheck.check(header).catch((error: unknown) => error as Failure)),
    );
    const words = refusals.map((refusal) => {
      const { code, message, details, status, retryAfterSeconds } = refusal as Failure;
      return JSON.stringify({ code, message, details, status, retryAfterSeconds });
    });
    expect(new Set(words).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: 'UNAUTHORIZED', status: 401 });
  });

  it('that is malformed asks nobody', async () => {
    const replica = start();
    for (const text of [
      undefined,
      'x',
      `${key.key}x`,
      key.key.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ]) {
      expect(await replica.check(text)).toBe('UNAUTHORIZED');
    }
    expect(replica.database.counts.lookup).toBe(0);
  });

  it('that is unknown is asked for once in a while, however often it is tried', async () => {
    const replica = start();
    const text = makeKeyText('live');
    for (let i = 0; i < 100; i++) expect(await replica.check(text)).toBe('UNAUTHORIZED');
    expect(replica.database.counts.lookup).toBe(1);
  });

  it('made a moment after it was tried works within a second', async () => {
    const replica = start();
    const text = makeKeyText('test');
    expect(await replica.check(text)).toBe('UNAUTHORIZED');
    await new ApiKeysRepository(db.database).insert(db.database, {
      hash: hashKeyText(text),
      id: newId(),
      merchantId,
      mode: 'test',
      name: 'late',
      lastFour: text.slice(-4),
    });
    expect(await timeUntil(replica, text, 'accepted')).toBeLessThan(1000);
  });
});

describe('on every replica within one second', () => {
  it('a revoked key is refused', async () => {
    const [one, other] = [start(), start()];
    expect([await one.check(key.key), await other.check(key.key)]).toEqual(['accepted', 'accepted']);
    await sleep(300); // both polls run
    await keys.revoke(key.id);
    expect(await timeUntil(one, key.key, 'UNAUTHORIZED')).toBeLessThan(1000);
    expect(await timeUntil(other, key.key, 'UNAUTHORIZED')).toBeLessThan(1000);
    expect(one.database.counts.lookup).toBe(1); // by the poll, not by asking again
  });

  it("a locked merchant's keys are refused with 403, and accepted again when it is unlocked", async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    await merchants.lock(merchantId);
    expect(await timeUntil(replica, key.key, 'PERMISSION_DENIED')).toBeLessThan(1000);
    expect(await start().check(key.key)).toBe('PERMISSION_DENIED');
    await merchants.unlock(merchantId);
    expect(await timeUntil(replica, key.key, 'accepted')).toBeLessThan(1000);
  });

  it('a revocation that commits long after it was stamped acts', async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    await db.database.transaction(async (tx) => {
      await tx.query(
        'update api_keys set revoked_at = clock_timestamp(), changed_at = clock_timestamp() where id = $1',
        [key.id],
      );
      await sleep(1500);
      expect(await replica.check(key.key)).toBe('accepted');
    });
    expect(await timeUntil(replica, key.key, 'UNAUTHORIZED')).toBeLessThan(1000);
  });

  it('a revoked key is refused even when recent changes cannot be read', async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    await sleep(300);
    replica.database.failing = ['poll'];
    await keys.revoke(key.id);
    expect(await timeUntil(replica, key.key, 'UNAUTHORIZED')).toBeLessThan(1000);
  });
});

describe('when the database cannot say', () => {
  it('a good key still works while recent changes cannot be read: it is looked up now and then', async () => {
    const replica = start();
    replica.database.failing = ['poll'];
    for (let i = 0; i < 100; i++) {
      expect(await replica.check(key.key)).toBe('accepted');
      await sleep(20);
    }
    expect(replica.database.counts.lookup).toBeGreaterThan(1);
    expect(replica.database.counts.lookup).toBeLessThan(8);
  });

  it('nobody is let in on old knowledge: 503, and all is well when it is back', async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    replica.database.failing = ['poll', 'lookup'];
    expect(await timeUntil(replica, key.key, 'SERVICE_UNAVAILABLE')).toBeLessThan(1000);
    expect(await replica.check('malformed')).toBe('UNAUTHORIZED');
    replica.database.failing = [];
    expect(await replica.check(key.key)).toBe('accepted');
  });

  it('stopping waits for no statement that never answers', async () => {
    const replica = start();
    replica.database.stuck = true;
    await sleep(300);
    const before = performance.now();
    await replica.stop();
    expect(performance.now() - before).toBeLessThan(1000);
    expect(replica.database.counts.poll).toBe(1); // it did not overlap itself
  });
});

describe('the last use of a key', () => {
  const lastUse = async () => (await keys.list(merchantId))[0]!.lastUsedAt;

  it('is noted in the background, once a minute at most whatever the number of replicas', async () => {
    const [one, other] = [start(), start()];
    expect(await lastUse()).toBeNull();
    for (let i = 0; i < 10; i++) await one.check(key.key);
    await sleep(600);
    const first = await lastUse();
    expect(first).toBeInstanceOf(Date);
    for (let i = 0; i < 10; i++) await Promise.all([one.check(key.key), other.check(key.key)]);
    await sleep(600);
    expect(await lastUse()).toEqual(first);
    expect(one.database.counts.use).toBe(1);
    await db.database.query(
      `update api_keys set last_used_at = now() - interval '61 seconds' where id = $1`,
      [key.id],
    );
    await start().check(key.key);
    await sleep(600);
    expect((await lastUse())!.getTime()).toBeGreaterThanOrEqual(first!.getTime());
  });

  it('is noted when the process stops, and never in the way of a call', async () => {
    const replica = start();
    await replica.check(key.key);
    await replica.stop();
    expect(await lastUse()).toBeInstanceOf(Date);
    const other = start();
    other.database.failing = ['use'];
    await other.check(key.key);
    await sleep(400);
    expect(await other.check(key.key)).toBe('accepted');
  });
});
