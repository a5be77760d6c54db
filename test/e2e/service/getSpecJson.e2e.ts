// getSpecJson: the contract as JSON, without an envelope.
import { operations } from '#generated/operations.js';
import { document, type Json } from '../../contract/support/document.js';
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

it('is the document itself, with every operation, for anybody', async () => {
  const { body, headers } = await app.api.expect('getSpecJson', 200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(body.openapi).toBe('3.1.1');
  const paths = body.paths as Record<string, Record<string, Json>>;
  for (const [id, { path, method }] of Object.entries(operations)) {
    expect(paths[path]?.[method]?.['operationId']).toBe(id);
  }
});

it('says the same as openapi.yaml', async () => {
  const { body } = await app.api.expect('getSpecJson', 200);
  expect(body).toEqual(document);
});
