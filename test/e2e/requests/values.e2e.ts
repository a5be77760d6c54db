// Nothing that was sent is kept of a call: a mark in every field, every parameter and every made-up name of every operation that takes a key
// is found in no row.
import type { KeptCall } from '#accounts/requests/kept-call.js';
import type { OperationId } from '#platform/contract/routes.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { earnApproved } from '../../support/commissions.js';
import type { Reply } from '../../support/call.js';
import { unique, type TestMerchant } from '../../support/makers.js';
import { payOut } from '../../support/payouts.js';
import { named, writeDown } from '../../support/remembered.js';
import { until } from '../../support/until.js';
import {
  bodyProperties,
  exampleBody,
  exampleRequest,
  factsOf,
  parametersOf,
  takingKeys,
  type AnyInput,
} from '../replies/requests.js';

/** No name, no rule and no id of ours has these in it. */
const TEXT = 'Marked73190246';
const NUMBER = 73_190_246;
const EMAIL = 'marked73190246@example.com';
const URL_TEXT = 'https://marked73190246.example.com/73190246';

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});

/** What is kept of the merchant's calls, as text; waits until enough that failed are there. */
async function rowsOf(isEnough: (failed: number) => boolean) {
  const calls = async () => {
    const batches = await app.rows.query<{ failed: boolean; row: string; calls: KeptCall[] }>(
      'select failed, b::text as row, calls from request_batches b where merchant_id = $1',
      [merchant.id],
    );
    return {
      text: batches.map(({ row }) => row).join('\n'),
      failed: batches.filter(({ failed }) => failed).flatMap((batch) => batch.calls),
    };
  };
  await until(async () => {
    await writeDown(app);
    return isEnough((await calls()).failed.length);
  });
  const { text, failed } = await calls();
  return {
    text,
    statuses: failed.map(({ status }) => status),
    reasons: failed.flatMap(({ reason }) => reason ?? []),
  };
}

const isMarked = (text: string) => /73190246|marked/i.test(text);

/** Marks of every kind: right for some fields, wrong for most, in them and below them. */
const marks: unknown[] = [
  TEXT,
  URL_TEXT,
  NUMBER,
  [TEXT, NUMBER, { [TEXT]: TEXT }],
  { [TEXT]: TEXT, inner: { [EMAIL]: NUMBER } },
  `${TEXT}\u0000`,
  TEXT.repeat(1000),
];

/** The value with every text and number in it marked, at any depth. */
function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner)]));
  return typeof value === 'number' ? NUMBER : typeof value === 'string' ? TEXT : value;
}

/** Bodies with each mark in all fields at once, with the first of them in one field of a good body, and with names that are marks. */
function bodiesOf(id: OperationId): unknown[] {
  const good = exampleBody(id);
  if (!good) return [];
  const names = Object.keys(bodyProperties(id));
  const inAll = marks.map((mark) => Object.fromEntries(names.map((name) => [name, mark])));
  const inOne = names.flatMap((name) => [
    { ...good, [name]: TEXT },
    { ...good, [name]: NUMBER },
    { ...good, [name]: marked(good[name]) },
  ]);
  return [
    ...inAll,
    ...inOne,
    marked(good),
    { ...good, [TEXT]: TEXT },
    { ...good, [EMAIL]: 1, [`${names[0]}${TEXT}`]: 1 },
  ];
}

/** As many calls as one look can keep at most: 200 that failed. */
function callsTo(id: OperationId): AnyInput[] {
  const good = exampleRequest(id);
  const path = Object.fromEntries(parametersOf(id, 'path').map(({ name }) => [name, TEXT]));
  const queries = parametersOf(id, 'query').flatMap(({ name }) =>
    [TEXT, String(NUMBER), TEXT.repeat(50)].map((value) => ({ [name]: value })),
  );
  const bodies = bodiesOf(id).map((body) => ({ ...good, rawBody: JSON.stringify(body) }));
  return [
    ...bodies,
    ...queries.map((query) => ({ ...good, query })),
    { ...good, query: `${TEXT}=1&${EMAIL}=${TEXT}` },
    { ...good, path },
    { ...good, rawBody: `{"a":${TEXT}` },
    { ...good, rawBody: `{"a":"${TEXT}","a":"${TEXT}"}` },
    { ...good, rawBody: `["${TEXT}"]` },
    { ...good, rawBody: TEXT, headers: { 'content-type': `text/${TEXT}` } },
  ];
}

/** As the contract has it: also a batch of which items were refused. */
function hasFailed({ status, body }: Reply<unknown>): boolean {
  const { data } = (body ?? {}) as { data?: { results?: { error: unknown }[] } };
  return status >= 400 || (data?.results?.some(({ error }) => error !== null) ?? false);
}

it.each(takingKeys)('%s: of no field, parameter or name a value is kept', async (id) => {
  const calls = callsTo(id);
  expect(calls.length).toBeLessThanOrEqual(200);
  let failed = 0;
  for (const input of calls) {
    if (hasFailed(await app.api.call(id, { ...input, as: merchant.test }))) failed++;
  }
  const { text, statuses } = await rowsOf((count) => count === failed);
  if (factsOf(id).statuses.includes(422)) expect(statuses).toContain(422);
  expect(isMarked(text) ? text : '').toBe('');
});

it('of what contradicts what is stored, fields are named and no value', async () => {
  const as = merchant.test;
  const order = { ...app.make.order(), externalId: TEXT, amount: NUMBER };
  await app.api.expect('recordPostback', 201, { as, body: order });
  await app.api.expect('recordPostback', 409, { as, body: { ...order, amount: NUMBER + 1 } });
  await app.api.expect('recordBatch', 200, { as, body: { conversions: [{ ...order, amount: 1 }] } });
  const refund = { externalId: TEXT, refundId: TEXT, amount: 5 };
  await app.api.expect('refundConversion', 200, { as, body: refund });
  await app.api.expect('refundConversion', 409, { as, body: { ...refund, amount: 6 } });
  await app.api.expect('refundConversion', 409, { as, body: { externalId: TEXT, amount: NUMBER } });
  const body = { email: EMAIL, firstName: TEXT };
  await app.api.expect('createAffiliate', 201, { as, body });
  await app.api.expect('createAffiliate', 409, { as, body });
  const link = await app.make.link(as);
  const { commissionId } = await earnApproved(app, link);
  const bonus = { adjustmentId: TEXT, type: 'BONUS', amount: NUMBER, reason: TEXT } as const;
  const adjusted = { as, path: { commissionId } };
  await app.api.expect('adjustCommission', 200, { ...adjusted, body: bonus });
  await app.api.expect('adjustCommission', 409, { ...adjusted, body: { ...bonus, amount: 1 } });
  const { payoutId } = await payOut(app, link, { payoutKey: TEXT });
  const payout = { affiliateId: link.affiliateId, currency: 'USD', payoutKey: TEXT };
  await app.api.expect('createPayout', 409, { as, body: payout });
  const paid = { as, path: { payoutId } };
  await app.api.expect('markPayoutPaid', 200, { ...paid, body: { method: TEXT, reference: TEXT } });
  await app.api.expect('markPayoutPaid', 409, { ...paid, body: { method: EMAIL, reference: URL_TEXT } });
  const refusals = 8;
  const { text, reasons } = await rowsOf((count) => count === refusals);
  expect(reasons.filter((reason) => reason === 'DIFFERENT_ORDER')).toHaveLength(2);
  expect(new Set(reasons).size).toBe(refusals - 1);
  expect(isMarked(text) ? text : '').toBe('');
});

it('the mark would be seen: one that is sent as the call’s own id is there', async () => {
  const { headers } = named(`${TEXT}-${unique()}`);
  await app.api.expect('getCampaign', 404, { as: merchant.test, path: { campaignId: TEXT }, headers });
  const { text } = await rowsOf((count) => count === 1);
  expect(isMarked(text)).toBe(true);
});
