// getCurrencies: the table by which amounts are counted, for anybody.
import { minorUnits } from '#platform/values/currencies.js';
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

it('says of every currency that this service takes how many digits it counts by', async () => {
  const { body, headers } = await app.api.expect('getCurrencies', 200);
  expect(body).toEqual({ minorUnits: Object.fromEntries(minorUnits) });
  expect(Object.keys(body.minorUnits)).toEqual([...minorUnits.keys()].sort());
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(body.minorUnits).toMatchObject({ EUR: 2, HUF: 2, COP: 2, IQD: 3, PKR: 2, ISK: 0, JPY: 0, CLF: 4 });
});

it('may be kept for a day, and is not sent again to who has it', async () => {
  const { headers } = await app.api.expect('getCurrencies', 200);
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=86400', vary: 'Accept-Encoding' });
  const again = { 'if-none-match': headers['etag'] as string };
  const reply = await app.api.expect('getCurrencies', 304, { headers: again });
  expect(reply.headers).toMatchObject({ 'cache-control': 'public, max-age=86400', etag: headers['etag'] });
});
