// A short fuzz run among the usual tests: the long one is `npm run fuzz`.
import { fuzz } from './fuzz.js';
import { shapes } from './shapes.js';
import { shrunk } from './shrink.js';
import type { Draft } from './draft.js';

const SEED = 20_261_130;
/** The first ones go to each operation once. */
const REQUESTS = shapes.length + 10;

it('every operation keeps its promises to requests made from the contract, and the same seed asks the same', async () => {
  const said: string[] = [];
  const first = await fuzz({ requests: REQUESTS, seed: SEED, only: null }, (line) => said.push(line));
  const failed = first.checks.filter(({ passed }) => !passed);
  expect(failed.length === 0 ? '' : said.join('\n')).toBe('');
  expect(said[0]).toContain(`--seed ${SEED}`);
  const again = await fuzz({ requests: REQUESTS, seed: SEED, only: null }, () => undefined);
  expect(again.digest).toBe(first.digest);
});

it('one operation can be asked alone', async () => {
  const said: string[] = [];
  const { checks } = await fuzz({ requests: 20, seed: SEED, only: 'ping' }, (line) => said.push(line));
  expect(checks.every(({ passed }) => passed)).toBe(true);
  expect(said[0]).toContain('20 requests to ping');
});

it('a failing request is made smaller while it fails', async () => {
  const draft = {
    query: ['a=1', 'b=2'],
    headers: { authorization: 'x', 'content-type': 'application/json', range: 'y' },
    json: { keep: { deep: 1, other: 2 }, list: [1, 2], text: 'x' },
  } as unknown as Draft;
  const fails = (one: Draft) =>
    Promise.resolve((one.json as { keep?: { deep?: number } }).keep?.deep === 1 && one.query.includes('b=2'));
  expect(await shrunk(draft, fails)).toEqual({
    query: ['b=2'],
    headers: { authorization: 'x' },
    json: { keep: { deep: 1 } },
  });
});
