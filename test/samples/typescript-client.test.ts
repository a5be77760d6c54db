// The samples with our own client: each compiles where the packed client is installed, and every operation of the client has one.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations as inClient } from '../../clients/typescript/src/generated/operations.js';
import { clientCallOf, isInClient } from '../../web/docs/client-calls.js';
import { readContract } from '../../web/docs/contract.js';
import { clientSampleOf } from '../../web/docs/samples/typescript-client.js';
import { packClient, type PackedClient } from '../support/packed-client.js';

const { document, operations } = readContract();
const offered = operations.filter(isInClient);
const OPTIONS = {
  module: 'nodenext',
  lib: ['es2022'],
  types: ['node'],
  exactOptionalPropertyTypes: true,
  noEmit: true,
};

let client: PackedClient;
beforeAll(async () => {
  client = await packClient();
});
afterAll(() => client.remove());

/** File name → sample, one for each example of each operation. */
const samples = new Map(
  offered.flatMap((operation) => {
    const bodies = operation.body?.examples ?? [{ name: 'only', value: undefined }];
    return bodies.map(({ name, value }): [string, string] => {
      const call = clientCallOf(document, operation, value);
      if (!call) throw new Error(`the client has no ${operation.id}`);
      return [`${operation.id}-${name}.mts`, clientSampleOf(call)];
    });
  }),
);

it('every operation of the client has a sample, and no other has', () => {
  expect(offered.map(({ id }) => id).sort()).toEqual(Object.keys(inClient).sort());
});

it('each compiles in a project that has the client, for every example of every operation', () => {
  for (const [name, sample] of samples) writeFileSync(join(client.project, name), sample);
  expect(client.compile([...samples.keys()], OPTIONS)).toBe('');
});

it('a field that is misspelt would be seen', () => {
  const sample = samples.get('recordPostback-bySession.mts')!.replace('externalId:', 'externalID:');
  writeFileSync(join(client.project, 'misspelt.mts'), sample);
  expect(client.compile(['misspelt.mts'], OPTIONS)).toContain('externalID');
});

it('none holds a key', () => {
  for (const sample of samples.values()) expect(sample).not.toMatch(/rc_(test|live)_/);
});
