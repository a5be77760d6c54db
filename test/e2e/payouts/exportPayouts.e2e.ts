// exportPayouts: what is to be sent, as a table for the bank; safe to open in a spreadsheet.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { earnApproved } from '../../support/commissions.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { markPaid, payOut } from '../../support/payouts.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});

const HEADER =
  'payoutId,affiliateId,email,firstName,amount,amountDecimal,currency,status,createdAt,commissionCount,paidAt,method,reference,payoutKey';

async function lines(query: Record<string, string> = {}, as = merchant.test): Promise<string[]> {
  const { text, headers } = await app.api.expect('exportPayouts', 200, { as, query });
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers['content-disposition']).toBe('attachment; filename="payouts.csv"');
  const [header, ...rest] = text.split('\r\n');
  expect([header, rest.pop()]).toEqual([HEADER, '']);
  return rest;
}

async function due(of: TestLink, amount: number, currency = 'EUR', payoutKey?: string) {
  await earnApproved(app, of, amount, { currency });
  return payOut(app, of, { currency, ...(payoutKey ? { payoutKey } : {}) });
}

it('is a header alone when there is nothing to send', async () => {
  expect(await lines()).toEqual([]);
});

it('shows what is pending, newest first, with amounts in minor units and as decimal numbers', async () => {
  const affiliate = await app.api.expect('updateAffiliate', 200, {
    as: merchant.test,
    path: { affiliateId: link.affiliateId },
    body: { firstName: 'Mila' },
  });
  const { email } = affiliate.body.data;
  const payouts = [
    await due(link, 1949, 'EUR', 'november, "Mila"'),
    await due(link, 1280, 'JPY'),
    await due(link, 1500, 'KWD'),
    await due(link, 7, 'USD'),
  ];
  const texts = ['1949,19.49', '1280,1280', '1500,1.500', '7,0.07'];
  const expected = payouts.map(
    ({ payoutId, currency, createdAt, payoutKey }, at) =>
      `${payoutId},${link.affiliateId},${email},Mila,${texts[at]},${currency},PENDING,${createdAt},1,,,,` +
      (payoutKey === null ? '' : '"november, ""Mila"""'),
  );
  expect(await lines()).toEqual(expected.reverse());
  expect(await lines({ currency: 'jpy' })).toEqual([expected[2]]);
  expect(await lines({ affiliateId: 'nonsense' })).toEqual([]);
  await markPaid(app, merchant.test, payouts[3]?.payoutId as string);
  expect(await lines()).toEqual(expected.slice(1));
  expect(await lines({ status: 'PAID' })).toEqual([expect.stringMatching(/,PAID,.*Z,SEPA,RC-1,$/)]);
});

it('text that a spreadsheet would take for a formula gets an apostrophe, numbers do not', async () => {
  const own = await app.make.link(merchant.test);
  const path = { affiliateId: own.affiliateId };
  await app.api.expect('updateAffiliate', 200, { as: own.key, path, body: { firstName: 'x;=cmd|x!A1' } });
  await due(own, 500, 'EUR', '@SUM(1)');
  const { payoutId } = await due(own, 600, 'EUR', '+1');
  const body = { method: '-1+1', reference: '=1' };
  await app.api.expect('markPayoutPaid', 200, { as: own.key, path: { payoutId }, body });
  expect(await lines({ affiliateId: own.affiliateId })).toEqual([
    expect.stringMatching(/,"x;'=cmd\|x!A1",500,5\.00,.*,'@SUM\(1\)$/),
  ]);
  expect(await lines({ affiliateId: own.affiliateId, status: 'PAID' })).toEqual([
    expect.stringMatching(/,"x;'=cmd\|x!A1",600,6\.00,.*,'-1\+1,'=1,'\+1$/),
  ]);
});

it('never shows what belongs to another merchant or to the other mode', async () => {
  for (const as of [merchant.live, (await app.make.merchant()).test]) expect(await lines({}, as)).toEqual([]);
});

it.each([
  [{ status: 'ALL' }, 'status'],
  [{ currency: 'XXX' }, 'currency'],
  [{ limit: '5' }, 'limit'],
])('refuses %j with 422', async (query, field) => {
  const given = query as unknown as Record<string, string>;
  const { error } = (await app.api.expect('exportPayouts', 422, { as: merchant.test, query: given })).body;
  expect(error.details.map(({ path }) => path)).toEqual([[field]]);
});
