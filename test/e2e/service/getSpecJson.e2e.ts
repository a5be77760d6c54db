// getSpecJson: the contract as JSON, without an envelope.
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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

it.each([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
] as const)('is sent compressed to who takes %s, as both texts', async (encoding, unpack) => {
  for (const id of ['getSpecJson', 'getSpecYaml'] as const) {
    const plain = await app.api.expect(id, 200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const url = app.api.baseUrl + operations[id].path;
    const packed = await new Promise<IncomingMessage>((resolve) =>
      get(url, { headers: { 'accept-encoding': encoding } }, resolve),
    );
    const chunks: Buffer[] = [];
    for await (const chunk of packed) chunks.push(chunk as Buffer);
    expect(packed.headers).toMatchObject({
      'content-encoding': encoding,
      'content-length': String(Buffer.concat(chunks).length),
      'content-type': plain.headers['content-type'],
      vary: 'Accept-Encoding',
    });
    expect(unpack(Buffer.concat(chunks)).toString()).toBe(plain.text);
  }
});
