// Who may come in: on every replica, at once, and what happens when the database cannot say.
import { ApiKeysRepository } from '#accounts/api-keys/api-keys.repository.js';
import { ApiKeysService, type NewApiKey } from '#accounts/api-keys/api-keys.service.js';
import { hashKeyText, makeKeyText } from '#accounts/api-keys/key-text.js';
import { keyPermissions, toBits } from '#platform/contract/permissions.js';
import { newId } from '#platform/values/ids.js';
import type { Failure } from '#platform/errors/failure.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import {
  KEY_CHANGE_ACTS_MS,
  KEY_POLL_MS,
  KEY_TRUST_MS,
  KEY_USE_NOTED_EVERY_MS,
  UNKNOWN_KEY_TRUST_MS,
} from '#platform/time/time-budget.js';
import { HeldClock } from '../../../support/clock.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { makeReplica, type Replica } from './replica.js';

/** A hundredth of a second before a change must act. */
const ALMOST_A_SECOND_MS = KEY_CHANGE_ACTS_MS - 10;

let db: TestDatabase;
let merchants: MerchantsService;
let keys: ApiKeysService;
let merchantId: string;
let key: NewApiKey;
let clock: HeldClock;
const replicas: Replica[] = [];

beforeAll(async () => {
  db = await startTestDatabase();
  merchants = new MerchantsService(db.database, new MerchantsRepository());
  keys = new ApiKeysService(db.database, new ApiKeysRepository());
});
afterAll(() => db.close());
beforeEach(async () => {
  clock = new HeldClock();
  merchantId = (await merchants.create('Northwind')).id;
  key = await keys.create({ merchantId, mode: 'live', name: 'till' });
});
afterEach(async () => {
  for (const replica of replicas.splice(0)) await replica.stop();
});

function start(): Replica {
  const replica = makeReplica(db.dataSource, clock);
  replicas.push(replica);
  return replica;
}

/** So much time goes by for all replicas, with the looks for changes that fall into it. */
async function pass(ms: number): Promise<void> {
  const rest = ms % KEY_POLL_MS;
  for (let left = ms; left >= KEY_POLL_MS; left -= KEY_POLL_MS) {
    clock.advance(KEY_POLL_MS);
    await Promise.all(replicas.map((replica) => replica.tick()));
  }
  clock.advance(rest);
}

describe('a key', () => {
  it('says whose call it is; the mode comes from the row', async () => {
    const caller = await start().keyCheck.read(`bearer  ${key.key}`).check();
    const permissions = toBits(keyPermissions);
    expect(caller).toEqual({
      merchantId,
      mode: 'live',
      keyId: key.id,
      personId: null,
      merchantName: 'Northwind',
      permissions,
    });
    await db.database.query(`update api_keys set mode = 'test' where id = $1`, [key.id]);
    expect(await start().keyCheck.read(`Bearer ${key.key}`).check()).toMatchObject({ mode: 'test' });
  });

  it('that nobody has costs no statement of its own when many are tried at once', async () => {
    const replica = start();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => replica.check(makeKeyText('test'))).concat(replica.check(key.key)),
    );
    expect(answers).toEqual([...Array.from({ length: 40 }, () => 'UNAUTHORIZED'), 'accepted']);
    expect(replica.database.counts.lookup).toBe(1);
  });

  it('may do what it was made for, as every replica reads from its row, and as it remembers when other things change', async () => {
    const { key: text } = await keys.create({
      merchantId,
      mode: 'live',
      name: 'x',
      permissions: ['pay', 'record'],
    });
    const permissions = toBits(['record', 'pay']);
    const replica = start();
    expect(await replica.keyCheck.read(`Bearer ${text}`).check()).toMatchObject({ permissions });
    await db.database.query(
      `update merchants set name = 'Contoso', changed_at = clock_timestamp() where id = $1`,
      [merchantId],
    );
    await pass(KEY_CHANGE_ACTS_MS);
    const later = { merchantName: 'Contoso', permissions };
    expect(await replica.keyCheck.read(`Bearer ${text}`).check()).toMatchObject(later);
    expect(replica.keyCheck.read(`Bearer ${text}`).lastKnown()).toMatchObject(later);
    expect(replica.database.counts.lookup).toBe(1);
  });

  it('that is known costs no database read', async () => {
    const replica = start();
    await replica.check(key.key);
    for (let i = 0; i < 20; i++) {
      expect(await replica.check(key.key)).toBe('accepted');
      await pass(KEY_POLL_MS);
    }
    expect(replica.database.counts).toMatchObject({ lookup: 1, poll: 20 });
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
      headers.map((header) =>
        replica.keyCheck
          .read(header)
          .check()
          .catch((error: unknown) => error as Failure),
      ),
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
    await pass(UNKNOWN_KEY_TRUST_MS);
    expect(await replica.check(text)).toBe('UNAUTHORIZED');
    expect(replica.database.counts.lookup).toBe(1);
    await pass(1);
    expect(await replica.check(text)).toBe('UNAUTHORIZED');
    expect(replica.database.counts.lookup).toBe(2);
  });

  it.each([
    ['', false],
    [', even when recent changes cannot be read', true],
  ])('made a moment after it was tried works within a second%s', async (_, pollsFail) => {
    const replica = start();
    if (pollsFail) replica.database.failing = ['poll'];
    const text = makeKeyText('test');
    expect(await replica.check(text)).toBe('UNAUTHORIZED');
    await new ApiKeysRepository().insert(db.database.atOnce, {
      hash: hashKeyText(text),
      id: newId(),
      merchantId,
      mode: 'test',
      name: 'late',
      lastFour: text.slice(-4),
      permissions: ['record'],
    });
    await pass(ALMOST_A_SECOND_MS);
    expect(await replica.check(text)).toBe('accepted');
  });
});

describe('on every replica within one second', () => {
  it('recent changes are looked for by themselves, four times and never twice at once', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const replica = start();
      replica.start();
      const counts: number[] = [];
      for (let looks = 0; looks < 4; looks++) {
        vi.advanceTimersByTime(KEY_POLL_MS);
        counts.push(replica.database.counts.poll);
        await replica.tick(); // it is under way: this joins it
      }
      expect(counts).toEqual([1, 2, 3, 4]);
      expect(4 * KEY_POLL_MS).toBe(KEY_CHANGE_ACTS_MS);
      vi.advanceTimersByTime(3 * KEY_POLL_MS);
      expect(replica.database.counts.poll).toBe(5);
      await replica.stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('a revoked key is refused', async () => {
    const [one, other] = [start(), start()];
    expect([await one.check(key.key), await other.check(key.key)]).toEqual(['accepted', 'accepted']);
    await pass(KEY_POLL_MS);
    await keys.revoke(key.id);
    await pass(ALMOST_A_SECOND_MS);
    expect([await one.check(key.key), await other.check(key.key)]).toEqual(['UNAUTHORIZED', 'UNAUTHORIZED']);
    expect(one.database.counts.lookup).toBe(1); // by the poll, not by asking again
  });

  it("a locked merchant's keys are refused with 403, and accepted again when it is unlocked", async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    await merchants.lock(merchantId);
    await pass(ALMOST_A_SECOND_MS);
    expect(await replica.check(key.key)).toBe('PERMISSION_DENIED');
    expect(await start().check(key.key)).toBe('PERMISSION_DENIED');
    await merchants.unlock(merchantId);
    await pass(ALMOST_A_SECOND_MS);
    expect(await replica.check(key.key)).toBe('accepted');
  });

  it('a revocation that commits long after it was stamped acts', async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    await pass(KEY_POLL_MS); // its use is noted: that would wait for the row
    await db.database.transaction(async (tx) => {
      await tx.query(
        `update api_keys set revoked_at = stamp, changed_at = stamp
         from (select clock_timestamp() - interval '20 seconds' as stamp) s where id = $1`,
        [key.id],
      );
      await pass(1500);
      expect(await replica.check(key.key)).toBe('accepted');
    });
    await pass(ALMOST_A_SECOND_MS);
    expect(await replica.check(key.key)).toBe('UNAUTHORIZED');
    expect(replica.database.counts.lookup).toBe(1);
  });

  it('a revoked key is refused even when recent changes cannot be read', async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    await pass(KEY_POLL_MS);
    replica.database.failing = ['poll'];
    await keys.revoke(key.id);
    await pass(KEY_TRUST_MS);
    expect(await replica.check(key.key)).toBe('accepted'); // still believed
    await pass(ALMOST_A_SECOND_MS - KEY_TRUST_MS);
    expect(await replica.check(key.key)).toBe('UNAUTHORIZED');
  });
});

describe('when the database cannot say', () => {
  it('a good key still works while recent changes cannot be read: it is looked up now and then', async () => {
    const replica = start();
    replica.database.failing = ['poll'];
    for (let i = 0; i < 100; i++) {
      expect(await replica.check(key.key)).toBe('accepted');
      await pass((3 * KEY_TRUST_MS) / 100);
    }
    expect(replica.database.counts.lookup).toBe(3);
  });

  it('nobody is let in on old knowledge: 503, and all is well when it is back', async () => {
    const replica = start();
    expect(await replica.check(key.key)).toBe('accepted');
    replica.database.failing = ['poll', 'lookup'];
    await pass(ALMOST_A_SECOND_MS);
    expect(await replica.check(key.key)).toBe('SERVICE_UNAVAILABLE');
    expect(await replica.check('malformed')).toBe('UNAUTHORIZED');
    replica.database.failing = [];
    expect(await replica.check(key.key)).toBe('accepted');
  });

  it('stopping waits for no statement that never answers', async () => {
    const replica = start();
    replica.database.stuck = true;
    void replica.tick();
    void replica.tick();
    await replica.stop();
    expect(replica.database.counts.poll).toBe(1); // it did not overlap itself
  });
});

describe('the last use of a key', () => {
  const lastUse = async () => (await keys.list(merchantId))[0]!.lastUsedAt;

  it('is noted in the background, once a minute at most whatever the number of replicas', async () => {
    const [one, other] = [start(), start()];
    expect(await lastUse()).toBeNull();
    for (let i = 0; i < 10; i++) await one.check(key.key);
    await pass(KEY_POLL_MS);
    const first = await lastUse();
    expect(first).toBeInstanceOf(Date);
    for (let i = 0; i < 10; i++) await Promise.all([one.check(key.key), other.check(key.key)]);
    await pass(KEY_POLL_MS);
    expect(await lastUse()).toEqual(first);
    expect([one.database.counts.use, other.database.counts.use]).toEqual([1, 1]);
    clock.advance(KEY_USE_NOTED_EVERY_MS);
    await one.check(key.key);
    await pass(KEY_POLL_MS);
    expect(one.database.counts.use).toBe(2);
    await db.database.query(
      `update api_keys set last_used_at = now() - interval '61 seconds' where id = $1`,
      [key.id],
    );
    await start().check(key.key);
    await pass(KEY_POLL_MS);
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
    await pass(KEY_POLL_MS);
    expect(other.database.counts.use).toBe(1);
    expect(await other.check(key.key)).toBe('accepted');
  });
});
