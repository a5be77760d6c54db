// What an acknowledgement is worth: the whole process tree dies by kill -9 while orders come in, right after a 201.
import { randomBytes } from 'node:crypto';
import { send } from '../support/call.js';
import {
  killTree,
  makeDataFolder,
  startRunningService,
  type RunningService,
} from '../support/running-service.js';

const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? 3);
const CLIENTS = 8;

interface Acknowledged {
  externalId: string;
  conversionId: string;
  commissionId: string;
}

interface Replied {
  data: { conversionId: string; commissionId: string; commissionAmount: number };
}

let folder: ReturnType<typeof makeDataFolder>;
let service: RunningService;
let key: string;
let code: string;

beforeAll(async () => {
  folder = makeDataFolder();
  service = await startRunningService(folder.dataDir);
  key = service.key as string;
  code = service.code as string;
});

afterAll(async () => {
  await killTree(service);
  folder.remove();
});

function post(externalId: string) {
  const order = { externalId, conversionType: 'SALE', amount: 4990, currency: 'EUR', affiliateCode: code };
  return send(new URL('/api/v1/conversions/postback', service.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
}

/** Several clients post until the tree is dead; it is killed the moment the n-th 201 has come in. */
async function postUntilKilled(killAfter: number): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const death: { coming: Promise<void> | null } = { coming: null };
  const client = async () => {
    while (!death.coming) {
      const externalId = `order-${randomBytes(8).toString('hex')}`;
      const reply = await post(externalId).catch(() => null);
      if (reply?.status !== 201) continue;
      const { data } = reply.body as Replied;
      acknowledged.push({ externalId, conversionId: data.conversionId, commissionId: data.commissionId });
      if (acknowledged.length >= killAfter) death.coming ??= killTree(service);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await death.coming;
  return acknowledged;
}

/** The order as the service tells it now, and how many there are of that name. */
async function readBack(externalId: string) {
  const url = new URL(`/api/v1/conversions?externalId=${externalId}`, service.url);
  const reply = await send(url, { method: 'GET', headers: { authorization: `Bearer ${key}` } });
  return (reply.body as { data: Replied['data'][] }).data;
}

describe('kill -9 of the whole process tree right after a 201', () => {
  it(
    `every acknowledged conversion is there after restart, none twice (${ROUNDS} rounds)`,
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const acknowledged = await postUntilKilled(1 + round * 7);
        expect(acknowledged.length).toBeGreaterThan(0);
        service = await startRunningService(folder.dataDir);
        for (const { externalId, conversionId, commissionId } of acknowledged) {
          expect(await readBack(externalId)).toMatchObject([
            { conversionId, commissionId, commissionAmount: 499 },
          ]);
          const repeat = await post(externalId);
          expect([repeat.status, (repeat.body as Replied).data.conversionId]).toEqual([200, conversionId]);
        }
      }
    },
    30_000 + ROUNDS * 15_000,
  );
});
