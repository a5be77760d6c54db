// live: is the process alive? It asks nobody else.
import { readFileSync } from 'node:fs';
import { startApp, type TestApp } from '../../support/app.js';
import { holdTime } from '../../support/held-time.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

it('is 200 without a key, and with any, and says which version runs', async () => {
  for (const headers of [{}, { authorization: 'Bearer nonsense' }] as Record<string, string>[]) {
    const { body } = await app.api.expect('live', 200, { headers, query: 'probe=1' });
    expect(body.data).toEqual({ status: 'live', version });
  }
});

it('is 200 while the database is away', async () => {
  await app.gate.shut();
  const time = holdTime(); // who waited for the database would wait for ever
  await app.api.expect('live', 200).finally(time.release);
  await app.gate.open();
});
