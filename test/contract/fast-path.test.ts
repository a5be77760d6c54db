// Hot operations go past Express, all others through it. That both answer alike is what every other test of them shows.
import { operations } from '#generated/operations.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import { startMachine, type RunningMachine } from './support/machine.js';

let machine: RunningMachine;
/** What Express was given. */
const seen: string[] = [];

beforeAll(async () => {
  machine = await startMachine();
  type Handle = (request: { url: string }, ...rest: unknown[]) => unknown;
  const express = machine.app.getHttpAdapter().getInstance() as unknown as { handle: Handle };
  const handle = express.handle.bind(express);
  express.handle = (request, ...rest) => {
    seen.push(request.url);
    return handle(request, ...rest);
  };
});

afterAll(() => machine.close());

/** Calls it with nothing: whatever the answer, it took its way. */
async function call(path: string, method = 'GET'): Promise<void> {
  await (await fetch(machine.url + path, { method, redirect: 'manual' })).text();
}

const hot = Object.entries(operations as Record<string, OperationFacts>).filter(
  ([, facts]) => facts.fastPath,
);

it('some operations are hot, and each is one that the machine or the service answers', () => {
  expect(hot.map(([id]) => id).sort()).toEqual([
    'followLink',
    'identify',
    'identifyFromBrowser',
    'recordBatch',
    'recordPostback',
    'trackClick',
  ]);
});

it('recording an order never meets Express, refused or not', async () => {
  seen.length = 0;
  await call('/api/v1/conversions/postback', 'POST');
  await call('//api/v1/conversions/postback/', 'POST');
  expect(seen).toEqual([]);
});

it('every other operation does; what is no operation is answered before', async () => {
  seen.length = 0;
  await call('/api/v1/conversions/postback', 'DELETE');
  await call('/openapi.json');
  await call('/nothing/here');
  expect(seen).toEqual(['/openapi.json']);
});
