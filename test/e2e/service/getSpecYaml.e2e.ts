// getSpecYaml: the contract, as it was written.
import { readFileSync } from 'node:fs';
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

it('is the contract in one text, byte for byte, for anybody', async () => {
  const { text, headers } = await app.api.expect('getSpecYaml', 200);
  expect(text).toBe(readFileSync(new URL('../../../generated/openapi.yaml', import.meta.url), 'utf8'));
  expect(headers['content-type']).toBe('application/yaml; charset=utf-8');
});
