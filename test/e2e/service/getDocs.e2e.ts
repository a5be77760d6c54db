// getDocs: the contract as a page to read.
import { operations } from '../../../generated/operations.js';
import { startApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('shows every operation, runs no script and loads nothing', async () => {
  const { text, headers } = await app.api.expect('getDocs', 200);
  for (const [id, { method, path }] of Object.entries(operations)) {
    if (method !== 'options') expect(text).toContain(`id="${id}"`);
    expect(text).toContain(path);
  }
  expect(text).not.toMatch(/<script|<link|<img|src=|@import|url\(/i);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it('a description cannot become markup', async () => {
  const { text } = await app.api.expect('getDocs', 200);
  expect(text).toContain('Authorization: Bearer &lt;key&gt;');
});
