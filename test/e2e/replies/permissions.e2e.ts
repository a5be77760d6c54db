// What a key may do: every operation that takes one × every permission, as the contract has it. A new operation is covered by being
// declared.
import { keyPermissions, type KeyPermission } from '#platform/contract/permissions.js';
import type { OperationId } from '#platform/contract/routes.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { earn, earnApproved } from '../../support/commissions.js';
import { errorOf } from '../../support/failures.js';
import type { TestMerchant } from '../../support/makers.js';
import { payOut } from '../../support/payouts.js';
import { sendBytes } from '../../support/wire.js';
import {
  checkRefusal,
  countWritten,
  exampleRequest,
  factsOf,
  operationsThat,
  parametersOf,
  takingKeys,
  type AnyInput,
} from './requests.js';

const isKeyPermission = (permission: unknown): permission is KeyPermission =>
  (keyPermissions as readonly unknown[]).includes(permission);
/** [operation, what it asks of a key] */
const asking = takingKeys.flatMap((id): [OperationId, KeyPermission][] => {
  const { permission } = factsOf(id);
  return isKeyPermission(permission) ? [[id, permission]] : [];
});
const askingNothing = takingKeys.filter((id) => factsOf(id).permission === 'any');

let app: TestApp;
let merchant: TestMerchant;
/** Keys of one merchant: with one permission, and with all but one. */
let only: Record<KeyPermission, string>;
let without: Record<KeyPermission, string>;
/** By the name of the path's parameter: ids of the keys' merchant, of another, and of nobody. */
let names: Record<string, string>[];

beforeAll(async () => {
  // The clock stands still, so that what is known of a key stays true without a database to ask.
  app = await startApp({ clock: new HeldClock() });
  merchant = await app.make.merchant();
  only = await keysWith((permission) => [permission]);
  without = await keysWith((permission) => keyPermissions.filter((one) => one !== permission));
  names = [await worldOf(merchant.test), await worldOf((await app.make.merchant()).test), {}];
});
afterAll(() => app.close());

async function keysWith(
  given: (permission: KeyPermission) => readonly KeyPermission[],
): Promise<Record<KeyPermission, string>> {
  const made = keyPermissions.map(async (permission) => [
    permission,
    await app.make.key(merchant.id, 'test', given(permission)),
  ]);
  return Object.fromEntries(await Promise.all(made)) as Record<KeyPermission, string>;
}

/** One of everything that a path may name. */
async function worldOf(key: string): Promise<Record<string, string>> {
  const link = await app.make.link(key);
  await earnApproved(app, link);
  const { payoutId } = await payOut(app, link);
  const { commissionId, conversionId } = await earn(app, link);
  const { campaignId, affiliateId } = link;
  const { endpointId } = await app.make.endpoint(key);
  const deliveryId = await app.make.delivery(key, endpointId);
  return { campaignId, affiliateId, commissionId, conversionId, payoutId, endpointId, deliveryId };
}

/** What may be sent: good, of any size and form, to whatever id; with a query that no operation knows. */
function requestsTo(id: OperationId): AnyInput[] {
  const good = exampleRequest(id);
  const bodies: AnyInput[] = [
    good,
    { ...good, query: { unknown: '1', limit: 'x' } },
    { ...good, rawBody: '{' },
    { ...good, rawBody: '{"unknown":1}' },
    { ...good, rawBody: 'x'.repeat(2 * 1024 * 1024), headers: { 'content-type': 'text/plain' } },
  ];
  return bodies.flatMap((input) => names.map((ids) => ({ ...input, path: { ...input.path, ...ids } })));
}

it('every permission is asked for, and every operation that takes a key is in the matrix', () => {
  expect(new Set(asking.map(([, permission]) => permission))).toEqual(new Set(keyPermissions));
  expect([...asking.map(([id]) => id), ...askingNothing].sort()).toEqual([...takingKeys].sort());
  expect(askingNothing).toEqual(['ping']);
  const hot = asking.filter(([id]) => factsOf(id).fastPath).map(([id]) => id);
  expect(hot).toEqual(['recordPostback', 'recordBatch', 'identify']);
});

it('the ids of the matrix are those that paths name', () => {
  const named = new Set(asking.flatMap(([id]) => parametersOf(id, 'path').map(({ name }) => name)));
  expect([...named].sort()).toEqual(Object.keys(names[0]!).sort());
});

it.each(operationsThat(({ security }) => security === 'public'))('%s: asks no key for anything', (id) => {
  expect(factsOf(id).permission).toBeNull();
});

describe('a key that may do all else', () => {
  let before: Awaited<ReturnType<typeof countWritten>>;
  beforeAll(async () => {
    await app.settled();
    before = await countWritten(app);
    for (const as of Object.values(without)) await app.api.expect('ping', 200, { as });
    // From here on nothing can be read: who looked something up would answer 503, and late.
    await app.gate.shut();
  });
  afterAll(async () => {
    await app.gate.open();
    expect(await countWritten(app)).toEqual(before);
  });

  it.each(asking)(
    '%s: without %s it is 403, whatever is sent to whatever id, and nothing is read',
    async (id, permission) => {
      const as = without[permission];
      const missing = { path: ['Authorization'], message: 'the key lacks the permission', permission };
      const message = `This call needs the permission ${permission}.`;
      for (const input of requestsTo(id)) {
        const error = checkRefusal(id, await app.api.call(id, { ...input, as }), [403, 'PERMISSION_DENIED']);
        expect(error).toEqual(errorOf('PERMISSION_MISSING', [missing], message));
      }
    },
  );

  it.each(asking.filter(([id]) => factsOf(id).body !== null))(
    '%s: without %s it is told so before its body is waited for',
    async (id, permission) => {
      const { method, path } = factsOf(id);
      const head = `${method.toUpperCase()} ${path.replace(/\{\w+\}/, 'x')} HTTP/1.1\r\nHost: x\r\n`;
      const key = `Authorization: Bearer ${without[permission]}\r\n`;
      const bytes = `${head}${key}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n`;
      expect((await sendBytes(app.service.port, bytes)).status).toBe(403);
    },
  );
});

describe('a key that may do nothing else', () => {
  it.each(asking)('%s: with %s it is let in', async (id, permission) => {
    for (const path of names) {
      const input = exampleRequest(id);
      const { status } = await app.api.call(id, {
        ...input,
        path: { ...input.path, ...path },
        as: only[permission],
      });
      expect(status).not.toBe(401);
      expect(status).not.toBe(403);
      expect(status).toBeLessThan(500);
    }
  });

  it.each(keyPermissions)('is a good key, as ping says to one with %s', async (permission) => {
    for (const id of askingNothing)
      expect((await app.api.call(id, { as: only[permission] })).status).toBe(200);
  });
});

it('an operation for which a key is optional asks nothing of who sends none', async () => {
  const optional = asking.map(([id]) => id).filter((id) => factsOf(id).security === 'optional');
  expect(optional).toEqual(['identify']);
  for (const id of optional) expect((await app.api.call(id, exampleRequest(id))).status).toBe(200);
});
