// What happens is told, whatever dies: the whole process tree is killed with -9 while orders and refunds come in and are told, at any of
// the steps between an order's commit and the receiver's answer.
import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { send } from '../support/call.js';
import {
  killTree,
  makeDataFolder,
  startRunningService,
  type RunningService,
} from '../support/running-service.js';
import { TELLING, Told } from './told.js';

const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? 3);
const CLIENTS = 8;
/** Orders that are acknowledged before it dies: soon after the start, and in the middle of all that follows from many. */
const KILLED_AFTER = [1, 40, 150];

let folder: ReturnType<typeof makeDataFolder>;
let service: RunningService;
let told: Told;
let key: string;
let code: string;

const start = () => startRunningService(folder.dataDir, { environment: TELLING });

beforeAll(async () => {
  folder = makeDataFolder();
  service = await start();
  key = service.key as string;
  code = service.code as string;
  told = await Told.open(service.url, key);
});

afterAll(async () => {
  await killTree(service);
  await told.close();
  folder.remove();
});

const post = (path: string, body: object) =>
  send(new URL(path, service.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Several clients record orders, and refund half of them, until the tree is dead. */
async function recordUntilKilled(killAfter: number): Promise<void> {
  let acknowledged = 0;
  const death: { coming: Promise<void> | null } = { coming: null };
  const client = async () => {
    while (!death.coming) {
      const externalId = `order-${randomBytes(8).toString('hex')}`;
      const order = {
        externalId,
        conversionType: 'SALE',
        amount: 4990,
        currency: 'EUR',
        affiliateCode: code,
      };
      const reply = await post('/api/v1/conversions/postback', order).catch(() => null);
      if (reply?.status !== 201) continue;
      if (++acknowledged >= killAfter) death.coming ??= sleep(randomInt(400)).then(() => killTree(service));
      if (randomInt(2) === 0) continue;
      const refund = { externalId, amount: 990, refundId: 'one' };
      await post('/api/v1/conversions/refund', refund).catch(() => null);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await death.coming;
}

it(
  `kill -9 loses no event, makes none of what was not committed, and repeats the same bytes (${ROUNDS} rounds)`,
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const before = told.count;
      await recordUntilKilled(KILLED_AFTER[round % KILLED_AFTER.length] as number);
      told.setbacks++;
      service = await start();
      const postgres = await joinEmbeddedPostgres(folder.dataDir);
      if (!postgres) throw new Error('no PostgreSQL with an owner runs');
      expect(await told.problems(postgres.connection)).toEqual([]);
      expect(told.count).toBeGreaterThan(before);
    }
  },
  60_000 + ROUNDS * 30_000,
);
