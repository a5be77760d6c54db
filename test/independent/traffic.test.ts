// The judge sees everything that the e2e suites and the service said to each other through test/support/call.ts (bytes that only
// wire.ts sends are not among it), and agrees. Run by test/run.mjs after those suites, which leave the exchanges in the file that
// EXCHANGES names.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Exchange } from '../support/exchanges.js';
import { operations } from '#generated/operations.js';
import { document, eachOperation } from '../contract/support/document.js';
import { exceptions } from './exceptions.js';
import { reasons } from '#platform/errors/reasons.js';
import { startJudge, type Judge, type Verdict } from './judge.js';

type Judged = Verdict & { exchange: Exchange };
const AT_ONCE = 8;
const file = process.env['EXCHANGES'];
const judged: Judged[] = [];
let judge: Judge;

beforeAll(async () => {
  if (file === undefined) throw new Error('EXCHANGES is missing: run `npm run test:independent`');
  judge = await startJudge(document);
  const lines = createInterface(createReadStream(file))[Symbol.asyncIterator]();
  const work = async () => {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const exchange = JSON.parse(line.value) as Exchange;
      judged.push({ exchange, ...(await judge.judge(exchange)) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
});
afterAll(() => judge.close());

const titleOf = ({ exchange }: Judged) =>
  `${exchange.method} ${exchange.target.slice(0, 100)} ${exchange.status}`;
/** A path or method that the contract does not name: our 404 or 405, and the validator says the same. */
const isUnknown = ({ exchange: { status }, request }: Judged) =>
  (status === 404 && request === 'not found') ||
  (status === 405 && /method not allowed$/.test(request ?? ''));

it('there was something to judge', () => {
  expect(judged.length).toBeGreaterThan(3000);
});

it('no reply is against the contract', () => {
  const faults = judged.filter((one) => one.reply !== null && !isUnknown(one));
  expect(faults.map((one) => `${titleOf(one)}: ${one.reply}`)).toEqual([]);
});

/** Operations that refuse no body (`x-lenient-body`): what comes there need not be what the contract describes. */
const isLenient = ({ exchange }: Judged) =>
  lenientPaths.some((path) => exchange.method === 'POST' && exchange.target === path);
const lenientPaths = [...eachOperation()]
  .filter(([, operation]) => operation['x-lenient-body'] === true)
  .map(([id]) => operations[id as keyof typeof operations].path);

it('what we accepted is valid, but where we refuse no body', () => {
  expect(lenientPaths.length).toBeGreaterThan(0);
  const faults = judged.filter((one) => one.exchange.status < 400 && one.request !== null && !isLenient(one));
  expect(faults.map((one) => `${titleOf(one)}: ${one.request}`)).toEqual([]);
});

it('what we refused as malformed or invalid is invalid, but for the rules that no schema says', () => {
  const refused = judged.filter(({ exchange: { status } }) => status === 400 || status === 422);
  const letThrough = refused.filter(({ request }) => request === null);
  const known = Object.values(exceptions).flat();
  const counts = new Map(known.map((rule) => [rule, 0]));
  const unknown: string[] = [];
  for (const one of letThrough) {
    for (const message of messagesOf(one)) {
      const rule = known.find((start) => message.startsWith(start));
      if (rule === undefined) unknown.push(`${titleOf(one)}: ${message}`);
      else counts.set(rule, counts.get(rule)! + 1);
    }
  }
  console.log([...counts].map(([rule, count]) => `${count}  ${rule}`).join('\n'));
  expect(unknown).toEqual([]);
  expect([...counts].filter(([, count]) => count === 0)).toEqual([]);
  expect(refused.length - letThrough.length).toBeGreaterThan(letThrough.length);
});

/** For which a finer reason is always at hand. */
const GENERAL = [
  'INVALID_REQUEST',
  'PERMISSION_DENIED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'RATE_LIMIT_EXCEEDED',
];
/** What no HTTP client or no quiet process causes; tests with bytes of their own do (replies/paths, starting, draining, writers). */
const NOT_HERE = [
  ...['MALFORMED_HTTP', 'HEADERS_TOO_LARGE', 'REQUEST_TIMED_OUT'],
  ...['QUEUE_FULL', 'NO_ANSWER_IN_TIME', 'STARTING', 'SHUTTING_DOWN', 'SERVICE_UNAVAILABLE'],
];

it('every reason that the contract names was given', () => {
  const given = new Set(judged.flatMap((one) => (one.exchange.status >= 400 ? [reasonOf(one)] : [])));
  const expected = Object.keys(reasons).filter((reason) => !NOT_HERE.includes(reason));
  expect(expected.filter((reason) => !given.has(reason)).sort()).toEqual([...GENERAL].sort());
});

function reasonOf({ exchange }: Judged): string | undefined {
  const text = Buffer.from(exchange.replyBody, 'base64').toString('utf8');
  return /"reason":"([A-Z0-9_]+)"/.exec(text)?.[1];
}

function messagesOf({ exchange }: Judged): string[] {
  const { error } = JSON.parse(Buffer.from(exchange.replyBody, 'base64').toString('utf8')) as {
    error: { message: string; details: { message: string }[] };
  };
  return error.details.length > 0 ? error.details.map(({ message }) => message) : [error.message];
}
