// rotateEndpointSecret, useNewEndpointSecret: what signs at which moment; and that a secret is seen once and nowhere else.
import { EndpointsFacade } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Database } from '#platform/database/database.js';
import { HOUR_MS } from '#platform/time/time-units.js';
import { fromPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { difference, errorOf } from '../../support/failures.js';
import type { TestMerchant } from '../../support/makers.js';

let app: TestApp;
let merchant: TestMerchant;
let key: string;
const clock = new HeldClock();
const lines: string[] = [];

beforeAll(async () => {
  app = await startApp({ clock, onLog: (line) => lines.push(line) });
});
afterAll(() => app.close());
beforeEach(async () => {
  merchant = await app.make.merchant();
  key = merchant.test;
});

const rotate = async (endpointId: string, body: { overlapHours?: number } = {}) =>
  (await app.api.expect('rotateEndpointSecret', 200, { as: key, path: { endpointId }, body: body })).body
    .data;
const useNew = async (endpointId: string) =>
  (await app.api.expect('useNewEndpointSecret', 200, { as: key, path: { endpointId } })).body.data;
const get = async (endpointId: string) =>
  (await app.api.expect('getEndpoint', 200, { as: key, path: { endpointId } })).body.data;

/** What signs now, in order, as deliveries ask. */
async function signing(endpointId: string): Promise<string[]> {
  const facade = app.service.app.get(EndpointsFacade, { strict: false });
  const { atOnce } = app.service.app.get(Database, { strict: false });
  const tenant = { merchantId: merchant.id, mode: 'test' as const };
  const found = await facade.find(atOnce, { ...tenant, id: fromPublicId('whe', endpointId)! });
  expect(await facade.listOf(atOnce, tenant)).toContainEqual(found);
  return facade.openSecrets(found!, clock.now());
}

it('one secret signs until it is rotated; then the new one first and the old one last, for a day', async () => {
  const { endpointId, secret: old } = await app.make.endpoint(key);
  expect(await signing(endpointId)).toEqual([old]);
  const { secret, oldSecretUntil, secretHint } = await rotate(endpointId);
  expect(oldSecretUntil).toBe(new Date(clock.now().getTime() + 24 * HOUR_MS).toISOString());
  expect([secret === old, secretHint]).toEqual([false, secret.slice(-4)]);
  expect(await signing(endpointId)).toEqual([secret, old]);
  clock.advance(24 * HOUR_MS - 1);
  expect(await signing(endpointId)).toEqual([secret, old]);
  clock.advance(1);
  expect(await signing(endpointId)).toEqual([secret]);
  expect(await get(endpointId)).toMatchObject({ oldSecretUntil: null, secretHint });
});

it('using the new one puts it last, and the old one goes on signing until its time', async () => {
  const { endpointId, secret: old } = await app.make.endpoint(key);
  const { secret, oldSecretUntil } = await rotate(endpointId, { overlapHours: 168 });
  const swapped = await useNew(endpointId);
  expect(swapped.oldSecretUntil).toBe(oldSecretUntil);
  expect(await signing(endpointId)).toEqual([old, secret]);
  expect(await useNew(endpointId)).toEqual(swapped);
  clock.advance(168 * HOUR_MS);
  expect(await signing(endpointId)).toEqual([secret]);
});

it('a rotation after a swap begins anew, with the old one last', async () => {
  const { endpointId } = await app.make.endpoint(key);
  const { secret: first } = await rotate(endpointId, { overlapHours: 1 });
  await useNew(endpointId);
  clock.advance(HOUR_MS);
  const { secret: second } = await rotate(endpointId, { overlapHours: 1 });
  expect(await signing(endpointId)).toEqual([second, first]);
});

it('where one secret signs, using the new one changes nothing', async () => {
  const { endpointId } = await app.make.endpoint(key);
  const made = await get(endpointId);
  expect(await useNew(endpointId)).toEqual(made);
  const { secret, ...rotated } = await rotate(endpointId, { overlapHours: 1 });
  clock.advance(HOUR_MS);
  expect(await useNew(endpointId)).toEqual({ ...rotated, oldSecretUntil: null });
  expect(await signing(endpointId)).toEqual([secret]);
});

it('another rotation meanwhile is 409 and changes nothing, before and after the swap, until the overlap ends', async () => {
  const { endpointId, secret: old } = await app.make.endpoint(key);
  const { secret } = await rotate(endpointId, { overlapHours: 2 });
  const again = async (body: object, yours: number) => {
    const input = { as: key, path: { endpointId }, body: body as never };
    const { error } = (await app.api.expect('rotateEndpointSecret', 409, input)).body;
    const detail = difference('overlapHours', yours, null, 'must be 0 until then');
    expect(error).toEqual(errorOf('ROTATION_UNDER_WAY', [detail]));
  };
  await again({}, 24);
  expect(await signing(endpointId)).toEqual([secret, old]);
  await useNew(endpointId);
  await again({ overlapHours: 1 }, 1);
  expect(await signing(endpointId)).toEqual([old, secret]);
  clock.advance(2 * HOUR_MS);
  await rotate(endpointId);
});

it('of ten rotations at once one is made', async () => {
  const { endpointId } = await app.make.endpoint(key);
  const path = { endpointId };
  const calls = Array.from({ length: 10 }, () =>
    app.api.call('rotateEndpointSecret', { as: key, path, body: {} }),
  );
  const statuses = (await Promise.all(calls)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array<number>(9).fill(409)]);
});

it('without an overlap the new one alone signs at once, also while another rotation is under way', async () => {
  const { endpointId } = await app.make.endpoint(key);
  const { secret: first } = await rotate(endpointId, { overlapHours: 0 });
  expect(await signing(endpointId)).toEqual([first]);
  await rotate(endpointId);
  const { secret: last, oldSecretUntil } = await rotate(endpointId, { overlapHours: 0 });
  expect([await signing(endpointId), oldSecretUntil]).toEqual([[last], null]);
  const [row] = await app.rows.query('select old_secret from webhook_endpoints where id = $1', [
    fromPublicId('whe', endpointId),
  ]);
  expect(row).toEqual({ old_secret: null });
});

it.each([[{ overlapHours: -1 }], [{ overlapHours: 169 }], [{ overlapHours: 1.5 }], [{ overlapHours: '24' }]])(
  'an overlap is 0 to 168 whole hours: %j is refused',
  async (body) => {
    const path = { endpointId: (await app.make.endpoint(key)).endpointId };
    const { error } = (
      await app.api.expect('rotateEndpointSecret', 422, { as: key, path, body: body as never })
    ).body;
    expect(error.details).toEqual([{ path: ['overlapHours'], message: 'must be an integer from 0 to 168' }]);
    await app.api.expect('rotateEndpointSecret', 400, { as: key, path, rawBody: 'x' });
    const rawBody = JSON.stringify({ a: 'x'.repeat(70_000) });
    await app.api.expect('rotateEndpointSecret', 413, { as: key, path, rawBody });
  },
);

it('without SECRET_KEY a rotation is 409, and all else goes on', async () => {
  const { endpointId } = await app.make.endpoint(key);
  const path = { endpointId };
  const keyless = await startApp({ sharing: app, clock, environment: { SECRET_KEY: '' } });
  try {
    const input = { as: key, path, body: {} as never };
    const { error } = (await keyless.api.expect('rotateEndpointSecret', 409, input)).body;
    expect(error).toEqual(
      errorOf('SECRET_KEY_NEEDED', [difference('secret', null, null, 'cannot be kept here')]),
    );
    await keyless.api.expect('listEndpoints', 200, { as: key });
    await keyless.api.expect('updateEndpoint', 200, { as: key, path, body: { status: 'PAUSED' } });
    await keyless.api.expect('deleteEndpoint', 200, { as: key, path });
  } finally {
    await keyless.close();
  }
});

describe('a secret is shown once', () => {
  it('it lies sealed in its row, for this endpoint alone', async () => {
    const one = await app.make.endpoint(key);
    const other = await app.make.endpoint(key);
    const { secret } = await rotate(one.endpointId);
    const rows = await app.rows.query<Record<string, unknown>>(
      `select w::text as row, encode(secret, 'escape') as secret, encode(old_secret, 'escape') as old from webhook_endpoints w
       where merchant_id = $1`,
      [merchant.id],
    );
    for (const text of [one.secret, secret, other.secret]) {
      expect(JSON.stringify(rows)).not.toContain(text);
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(text).toString('hex'));
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(text.slice(6), 'base64').toString('hex'));
    }
    await app.rows.query(
      'update webhook_endpoints set secret = (select secret from webhook_endpoints where id = $1) where id = $2',
      [fromPublicId('whe', one.endpointId), fromPublicId('whe', other.endpointId)],
    );
    await expect(signing(other.endpointId)).rejects.toThrow('what was encrypted is damaged');
    expect(await signing(one.endpointId)).toEqual([secret, one.secret]);
  });

  it('no later reply, no line of the log and no entry of the audit log holds it', async () => {
    const { session } = await app.make.person(merchant.id, { at: clock.now() });
    const made = await app.make.endpoint(key, { url: 'https://shop.example.com/hooks/token-0815' });
    const { secret } = await rotate(made.endpointId);
    const path = { endpointId: made.endpointId };
    const texts = [
      (await app.api.expect('updateEndpoint', 200, { as: key, path, body: { name: 'Other' } })).text,
      (await app.api.expect('useNewEndpointSecret', 200, { as: key, path })).text,
      (await app.api.expect('getEndpoint', 200, { as: key, path })).text,
      (await app.api.expect('listEndpoints', 200, { as: key })).text,
      (await app.api.expect('rotateEndpointSecret', 409, { as: key, path, body: {} })).text,
      (await app.api.expect('deleteEndpoint', 200, { as: key, path })).text,
    ];
    const audit = (await app.api.expect('listAuditLog', 200, { as: session })).text;
    const logged = lines.join('\n');
    for (const text of [...texts, audit, logged])
      for (const one of [made.secret, secret]) expect(text).not.toContain(one.slice(6, -4));
    // An address may hold a token of the receiver's.
    for (const text of [audit, logged]) expect(text).not.toContain('token-0815');
    expect(logged).toContain('rotateEndpointSecret');
  });
});

it('every change is in the audit log, by key and by person, and what changes nothing is not', async () => {
  const { id: personId, session } = await app.make.person(merchant.id, { at: clock.now() });
  const { endpointId } = await app.make.endpoint(key, { name: 'Shop' });
  const path = { endpointId };
  const both = [key, session];
  for (const as of both) await app.api.expect('updateEndpoint', 200, { as, path, body: { payload: 'THIN' } });
  const body = { name: 'Backend', status: 'PAUSED' } as const;
  await app.api.expect('updateEndpoint', 200, { as: session, path, body });
  await app.api.expect('rotateEndpointSecret', 200, { as: session, path, body: { overlapHours: 3 } });
  for (const as of both) await app.api.expect('useNewEndpointSecret', 200, { as, path });
  await app.api.expect('deleteEndpoint', 200, { as: session, path });
  await app.api.expect('deleteEndpoint', 404, { as: session, path });
  const noted = await app.rows.query(
    `select action, mode, person_id = $2 as "byPerson", key_id is not null as "byKey", target, details
     from audit_log where merchant_id = $1 order by id`,
    [merchant.id, personId],
  );
  const byKey = { mode: 'test', target: endpointId, byPerson: null, byKey: true };
  const byPerson = { ...byKey, byPerson: true, byKey: false };
  expect(noted).toEqual([
    { ...byKey, action: 'ENDPOINT_CREATED', details: { name: 'Shop' } },
    { ...byKey, action: 'ENDPOINT_CHANGED', details: { name: 'Shop', changed: 'payload' } },
    {
      ...byPerson,
      action: 'ENDPOINT_CHANGED',
      details: { name: 'Backend', changed: 'name status', status: 'PAUSED' },
    },
    { ...byPerson, action: 'ENDPOINT_SECRET_ROTATED', details: { name: 'Backend', overlapHours: 3 } },
    { ...byKey, action: 'ENDPOINT_NEW_SECRET_USED', details: { name: 'Backend' } },
    { ...byPerson, action: 'ENDPOINT_DELETED', details: { name: 'Backend' } },
  ]);
});
