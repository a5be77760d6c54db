// recordPostback: recorded once, replayed, refused, isolated.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';
import { difference } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});

/** Records with the test key and returns `data`. */
async function record(fields: Parameters<typeof app.make.order>[0], key = merchant.test) {
  const reply = await app.api.expect('recordPostback', 201, { as: key, body: app.make.order(fields) });
  return reply.body.data;
}

describe('201: recorded', () => {
  it('a session that came through a link is credited, with the reason and the terms', async () => {
    const click = await app.make.click(link);
    const data = await record({ sessionId: click.sessionId, metadata: { basket: ['a', 1] } });
    expect(data).toMatchObject({
      success: true,
      status: 'ATTRIBUTED',
      replayed: false,
      dryRun: false,
      affiliateId: link.affiliateId,
      campaignId: link.campaignId,
      clickId: click.clickId,
      commissionAmount: 499,
      commissionCurrency: 'EUR',
      metadata: { basket: ['a', 1] },
      attribution: {
        matchedBy: 'SESSION',
        attempts: [{ evidence: 'SESSION', value: click.sessionId, result: 'MATCHED', clickSource: 'API' }],
        terms: { commissionType: 'PERCENTAGE', commissionRate: 10 },
        commission: { result: 'EARNED', amount: 499, currency: 'EUR' },
      },
    });
    expect(data.commissionId).toMatch(/^cmm_/);
  });

  it('fifty equal postbacks at once make one conversion and one commission', async () => {
    const { sessionId } = await app.make.click(link);
    const body = app.make.order({ sessionId });
    const before = [await app.rows.count('conversions'), await app.rows.count('commissions')] as const;
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => app.api.call('recordPostback', { as: merchant.test, body })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
    const conversions = new Set(
      replies.map((reply) => JSON.stringify({ ...(reply.body as { data: object }).data, replayed: null })),
    );
    expect(conversions.size).toBe(1);
    expect(await app.rows.count('conversions')).toBe(before[0] + 1);
    expect(await app.rows.count('commissions')).toBe(before[1] + 1);
  });

  it('order ids that share their first 250 characters are two orders', async () => {
    const shared = 'x'.repeat(250);
    const first = await record({ externalId: `${shared}-1` });
    const second = await record({ externalId: `${shared}-2` });
    expect(first.conversionId).not.toBe(second.conversionId);
  });

  it('order ids are compared byte for byte: case, blanks and composed letters make another order', async () => {
    const stem = unique();
    const names = [
      `Ab-${stem}`,
      `aB-${stem}`,
      ` Ab-${stem}`,
      `Ab-${stem} `,
      `\u00e9-${stem}`,
      `e\u0301-${stem}`,
    ];
    const ids = await Promise.all(
      names.map(async (externalId) => (await record({ externalId })).conversionId),
    );
    expect(new Set(ids).size).toBe(names.length);
  });

  it('an order id of 255 characters outside the basic plane is one order', async () => {
    const externalId = '\u{1F6D2}'.repeat(255);
    const { conversionId } = await record({ externalId });
    const replay = await app.api.expect('recordPostback', 200, {
      as: merchant.test,
      body: app.make.order({ externalId }),
    });
    expect(replay.body.data.conversionId).toBe(conversionId);
  });

  it('sessionId: null is an order without a session', async () => {
    const data = await record({ sessionId: null });
    expect(data).toMatchObject({ status: 'UNATTRIBUTED', commissionId: null, commissionAmount: null });
    expect(data.attribution.attempts).toEqual([]);
  });

  it("'' in an evidence field is no evidence", async () => {
    const empty = {
      sessionId: '',
      clickId: '',
      affiliateCode: '',
      customerEmailHash: '',
      customerEmail: '',
      customerId: '',
    };
    expect((await record(empty)).attribution.attempts).toEqual([]);
  });

  it('JPY, KWD and EUR stay what they were', async () => {
    const { code } = link;
    for (const [currency, amount, commission] of [
      ['JPY', 1234, 123],
      ['KWD', 12345, 1235],
      ['EUR', 995, 100],
    ] as const) {
      const data = await record({ affiliateCode: code, currency, amount });
      expect(data).toMatchObject({
        currency,
        amount,
        commissionAmount: commission,
        commissionCurrency: currency,
      });
      const stored = await app.api.expect('getConversion', 200, {
        as: merchant.test,
        path: { conversionId: data.conversionId as string },
      });
      expect(stored.body.data).toMatchObject({ currency, amount, commissionAmount: commission });
    }
  });

  it('a currency in lower case is kept in upper case', async () => {
    expect(await record({ currency: 'eur' })).toMatchObject({ currency: 'EUR' });
  });

  it('50.0 and 5e1 are the integer 50', async () => {
    for (const amount of ['50.0', '5e1']) {
      const rawBody = `{"externalId":"order-${unique()}","conversionType":"SALE","amount":${amount},"currency":"EUR","sessionId":null}`;
      const reply = await app.api.expect('recordPostback', 201, { as: merchant.test, rawBody });
      expect(reply.body.data.amount).toBe(50);
    }
  });

  it('the aliases rcsid and cid mean sessionId and clickId', async () => {
    const click = await app.make.click(link);
    const bySession = app.make.order({ rcsid: click.sessionId });
    delete bySession.sessionId;
    const byClick = app.make.order({ cid: click.clickId });
    for (const [body, matchedBy] of [
      [bySession, 'SESSION'],
      [byClick, 'CLICK'],
    ] as const) {
      const reply = await app.api.expect('recordPostback', 201, { as: merchant.test, body });
      expect(reply.body.data.attribution.matchedBy).toBe(matchedBy);
    }
  });

  it('a LEAD may be worth nothing', async () => {
    expect(await record({ conversionType: 'LEAD', amount: 0, affiliateCode: link.code })).toMatchObject({
      commissionAmount: 0,
      status: 'ATTRIBUTED',
    });
  });

  it('a session, click or code that cannot exist is NOT_FOUND, whatever it holds', async () => {
    const strange = 'a\u0000b\ud800c';
    const data = await record({ sessionId: strange, clickId: strange, affiliateCode: 'x'.repeat(10_000) });
    expect(data.attribution.attempts.map(({ evidence, result }) => [evidence, result])).toEqual([
      ['SESSION', 'NOT_FOUND'],
      ['CLICK', 'NOT_FOUND'],
      ['CODE', 'NOT_FOUND'],
    ]);
  });

  it('an email that cannot be one is an attempt that is INVALID, and the order is kept', async () => {
    const data = await record({ customerEmail: 'not an email' });
    expect(data.attribution.attempts).toMatchObject([{ evidence: 'EMAIL', value: null, result: 'INVALID' }]);
  });

  it('an email is neither stored nor returned', async () => {
    const customerEmail = `Person.${unique()}@Example.COM`;
    const data = await record({ customerEmail });
    expect(JSON.stringify(data)).not.toMatch(/person/i);
    const tables = await app.rows.query<{ text: string }>('select c::text as text from conversions c');
    expect(tables.some(({ text }) => /person/i.test(text))).toBe(false);
  });
});

describe('200: replayed', () => {
  it('the same order again is answered as it is now, and nothing is written twice', async () => {
    const body = app.make.order({ affiliateCode: link.code });
    const first = await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    const again = await app.api.expect('recordPostback', 200, { as: merchant.test, body });
    expect(again.body.data).toEqual({ ...first.body.data, replayed: true });
  });

  it('other fields that differ are ignored and named', async () => {
    const body = app.make.order({ affiliateCode: link.code, metadata: { a: 1 } });
    await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    const occurredAt = new Date(Date.now() - 60_000).toISOString();
    const other = { ...body, affiliateCode: 'another-code', metadata: { a: 2 }, occurredAt, cid: 'clk_x' };
    const replay = await app.api.expect('recordPostback', 200, { as: merchant.test, body: other });
    const message = 'differs from the stored conversion, which stays as it is';
    expect(replay.body.data.ignored).toEqual(
      ['cid', 'affiliateCode', 'occurredAt', 'metadata'].map((name) => ({ path: [name], message })),
    );
    expect(replay.body.data.metadata).toEqual({ a: 1 });
  });

  it('a wrong click id, then the right one, same order: recorded and credited', async () => {
    const click = await app.make.click(link);
    const body = app.make.order({ clickId: 'clk_01h455vb4pex5vsknk084sn02q' });
    const wrong = await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    expect(wrong.body.data.status).toBe('UNATTRIBUTED');
    const right = await app.api.expect('recordPostback', 200, {
      as: merchant.test,
      body: { ...body, clickId: click.clickId },
    });
    expect(right.body.data).toMatchObject({
      conversionId: wrong.body.data.conversionId,
      status: 'ATTRIBUTED',
      commissionAmount: 499,
      ignored: [],
    });
    expect(right.body.data.attribution.attempts.map(({ result }) => result)).toEqual([
      'NOT_FOUND',
      'MATCHED',
    ]);
  });

  it('ten values of one kind are kept; a further one is ignored and named, so a loop cannot grow a row', async () => {
    const body = app.make.order({ sessionId: 'session-number-0' });
    await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    for (let n = 1; n < 12; n++) {
      const again = { ...body, sessionId: `session-number-${n}` };
      const reply = await app.api.expect('recordPostback', 200, { as: merchant.test, body: again });
      const named = reply.body.data.ignored.map(({ path }) => path.join('.'));
      expect(named).toEqual(n < 10 ? [] : ['sessionId']);
    }
  });
});

describe('409: another order under a name that is taken', () => {
  it('same order id with another amount is 409 and changes nothing', async () => {
    const body = app.make.order({ affiliateCode: link.code });
    await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    const stored = await app.rows.query('select * from conversions where external_id = $1', [
      body.externalId,
    ]);
    const reply = await app.api.expect('recordPostback', 409, {
      as: merchant.test,
      body: { ...body, amount: 5990, sessionId: 'new-evidence-1' },
    });
    expect(reply.body.error).toMatchObject({
      code: 'ALREADY_EXISTS',
      details: [difference('amount', 5990, 4990)],
    });
    expect(
      await app.rows.query('select * from conversions where external_id = $1', [body.externalId]),
    ).toEqual(stored);
  });

  it.each([
    ['conversionType', { conversionType: 'LEAD' }],
    ['currency', { currency: 'USD' }],
    ['isSynthetic', { isSynthetic: true }],
  ] as const)('another %s is 409 and named', async (field, change) => {
    const body = app.make.order();
    await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    const reply = await app.api.expect('recordPostback', 409, {
      as: merchant.test,
      body: { ...body, ...change },
    });
    expect(reply.body.error.details).toMatchObject([{ field }]);
  });
});

describe('isolation', () => {
  it("a key of merchant A with B's session, click, code, customer finds nothing", async () => {
    const stranger = await app.make.merchant();
    await app.make.link(stranger.test);
    const click = await app.make.click(link);
    const customerId = `customer-${unique()}`;
    await record({ sessionId: click.sessionId, customerId });
    const foreign = { ...click, affiliateCode: link.code, customerId };
    const data = await record(foreign, stranger.test);
    expect(data.status).toBe('UNATTRIBUTED');
    expect(data.attribution.attempts.map(({ result }) => result)).toEqual(Array(4).fill('NOT_FOUND'));
  });

  it("the other mode's session, click and code find nothing, and the same order id is another order", async () => {
    const click = await app.make.click(link);
    const body = app.make.order({ ...click, affiliateCode: link.code });
    const test = await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    const live = await app.api.expect('recordPostback', 201, { as: merchant.live, body });
    expect(test.body.data.status).toBe('ATTRIBUTED');
    expect(live.body.data.status).toBe('UNATTRIBUTED');
    await app.api.expect('getConversion', 404, {
      as: merchant.live,
      path: { conversionId: test.body.data.conversionId as string },
    });
  });

  it('a body of another shape is refused and no row is written', async () => {
    const before = await app.rows.count('conversions');
    const body = invalid({ ...app.make.order(), amount: '4990' });
    await app.api.expect('recordPostback', 422, { as: merchant.test, body });
    expect(await app.rows.count('conversions')).toBe(before);
  });
});
