// Orders that match later: by themselves, within a second, once, and then for good.
import { sessionName, unique } from '../../../support/makers.js';
import { anEmail, anOrder, Shop } from './shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

const once = { status: 'ATTRIBUTED', commissions: 1, history: ['RECORDED', 'MATCHED'] };
const unmatched = { status: 'UNATTRIBUTED', commissions: 0, history: ['RECORDED'] };
type Fields = Parameters<Shop['record']>[0];

describe('an order that nothing matches', () => {
  it.each<[string, () => Promise<{ fields: Fields; setOff: (replica: 0 | 1) => Promise<unknown> }>]>([
    [
      'a click of its session',
      () => {
        const sessionId = sessionName();
        return Promise.resolve({
          fields: { sessionId },
          setOff: (replica) => shop.click(sessionId, { replica }),
        });
      },
    ],
    [
      'an identify of a session with clicks',
      async () => {
        const customerEmail = anEmail();
        const { sessionId } = await shop.click();
        return {
          fields: { customerEmail },
          setOff: (replica) => shop.identify(sessionId, customerEmail, { replica }),
        };
      },
    ],
    [
      'the first click of a session that was identified ahead',
      async () => {
        const [customerEmail, sessionId] = [anEmail(), sessionName()];
        await shop.identify(sessionId, customerEmail);
        return { fields: { customerEmail }, setOff: (replica) => shop.click(sessionId, { replica }) };
      },
    ],
    [
      "its customer's first credit",
      async () => {
        const customerId = anOrder();
        const { sessionId } = await shop.click();
        return {
          fields: { customerId },
          setOff: (replica) => shop.record({ sessionId, customerId }, { replica }),
        };
      },
    ],
  ])('is matched within a second after %s, on either replica', async (_, arrange) => {
    for (const replica of [0, 1] as const) {
      const { fields, setOff } = await arrange();
      const externalId = anOrder();
      await shop.record({ externalId, ...fields });
      await shop.settle();
      expect(await shop.standing(externalId)).toEqual(unmatched);
      await setOff(replica);
      await shop.matched(externalId); // how soon that is: test/unit/platform/time/time-budget.test.ts
      await shop.settle();
      expect(await shop.standing(externalId)).toEqual(once);
    }
  });

  it('is matched before the answer when a replay brings the evidence; the old evidence is kept', async () => {
    const externalId = anOrder();
    await shop.record({ externalId, sessionId: sessionName() });
    const replayed = await shop.record({ externalId, affiliateCode: shop.link.code }, { status: 200 });
    expect(replayed).toMatchObject({ status: 'ATTRIBUTED', commissionAmount: 499, ignored: [] });
    expect(replayed.attribution.attempts.map(({ evidence }) => evidence)).toEqual(['SESSION', 'CODE']);
    await shop.settle();
    expect((await shop.standing(externalId))?.history).toEqual(['RECORDED', 'EVIDENCE_ADDED', 'MATCHED']);
  });

  it('is one of 120 that wait for the same, more than are decided together: all are matched, each once', async () => {
    const customerEmail = anEmail();
    const { sessionId } = await shop.click();
    const names = Array.from({ length: 120 }, anOrder);
    await Promise.all(names.map((externalId) => shop.record({ externalId, customerEmail })));
    await shop.identify(sessionId, customerEmail);
    await shop.settle();
    const standings = await Promise.all(names.map((externalId) => shop.standing(externalId)));
    expect(new Set(standings.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(once)]));
  });

  it('stays as it is when what comes later does not hold, or is for another', async () => {
    const [externalId, sessionId] = [anOrder(), sessionName()];
    const occurredAt = new Date(Date.now() - 3_600_000).toISOString();
    await shop.record({ externalId, sessionId, occurredAt });
    await shop.click(sessionId); // an hour after the order
    await shop.click(); // in another session
    await shop.settle();
    expect(await shop.standing(externalId)).toEqual(unmatched);
  });
});

describe('a replay with new evidence and a rematch at once', () => {
  it('credit once: the rematch waits while the evidence is added', async () => {
    const [externalId, sessionId] = [anOrder(), sessionName()];
    await shop.record({ externalId, sessionId });
    await shop.settle();
    const hold = await shop.commits.hold(`UPDATE conversions ${externalId}`);
    const replay = shop.record({ externalId, affiliateCode: shop.link.code }, { status: 200 });
    await hold.reached(); // the evidence is added but not committed
    await shop.click(sessionId, { replica: 1 });
    await shop.commits.blocked(2); // the rematch wants the same row
    await hold.release();
    expect(await replay).toMatchObject({ status: 'ATTRIBUTED', attribution: { matchedBy: 'SESSION' } });
    await shop.settle();
    expect(await shop.standing(externalId)).toEqual({
      ...once,
      history: ['RECORDED', 'EVIDENCE_ADDED', 'MATCHED'],
    });
  });

  it('credit once: the replay comes while the rematch is about to commit', async () => {
    const [externalId, sessionId] = [anOrder(), sessionName()];
    await shop.record({ externalId, sessionId });
    await shop.settle();
    const hold = await shop.commits.hold(`UPDATE conversions ${externalId}`);
    await shop.click(sessionId, { replica: 1 });
    await hold.reached();
    const replay = shop.record({ externalId, affiliateCode: shop.link.code }, { status: 200 });
    await shop.commits.blocked(2); // that rematch, and the replay
    await hold.release();
    expect(await replay).toMatchObject({ status: 'ATTRIBUTED', ignored: [{ path: ['affiliateCode'] }] });
    await shop.settle();
    expect(await shop.standing(externalId)).toEqual(once);
  });

  it('six equal replays at once, the session known already: each reply is attributed, and each event is told once', async () => {
    for (let round = 0; round < 5; round++) {
      const [externalId, customerEmail] = [anOrder(), anEmail()];
      if (round > 2)
        await shop.record({ externalId: anOrder(), customerEmail, affiliateCode: shop.link.code });
      await shop.record({ externalId, customerEmail });
      const { sessionId } = await shop.click();
      const replay = () => shop.record({ externalId, customerEmail, sessionId }, { status: 200 });
      const replies = await Promise.all(Array.from({ length: 6 }, replay));
      expect(replies.map(({ status }) => status)).toEqual(Array(6).fill('ATTRIBUTED'));
      await shop.settle();
      const { history } = (await shop.standing(externalId))!;
      expect(history).toEqual(['RECORDED', 'EVIDENCE_ADDED', 'MATCHED']);
    }
  });

  it('credit once, again and again, from both replicas with everything that can match', async () => {
    for (let round = 0; round < 5; round++) {
      const [externalId, sessionId, customerEmail] = [anOrder(), sessionName(), anEmail()];
      await shop.record({ externalId, sessionId, customerEmail });
      const other = await shop.click(undefined, { replica: 1 });
      await Promise.all([
        shop.click(sessionId, { replica: 1 }),
        shop.identify(other.sessionId, customerEmail),
        shop.record({ externalId, affiliateCode: shop.link.code }, { status: 200 }),
        shop.record({ externalId, affiliateCode: shop.link.code }, { status: 200, replica: 1 }),
        shop.record({ externalId, clickId: other.clickId }, { status: 200, replica: 1 }),
      ]);
      await shop.settle();
      const { status, commissions, history } = (await shop.standing(externalId))!;
      expect([status, commissions, history.filter((event) => event === 'MATCHED').length]).toEqual([
        'ATTRIBUTED',
        1,
        1,
      ]);
    }
  });
});

describe('a match is final', () => {
  it('no later click, identify, suspension, archiving, change of terms or replay moves it', async () => {
    const { make, merchant, replicas } = shop;
    const own = await make.link(merchant.test, { attributionWindowDays: 30 });
    const [externalId, customerEmail, customerId] = [anOrder(), anEmail(), anOrder()];
    const { sessionId } = await shop.click(undefined, { link: own });
    await shop.record({ externalId, sessionId, customerEmail, customerId });
    const rowOf = () =>
      replicas[0].rows.query<{ rows: unknown }>(
        `select to_jsonb(c) as rows, (select jsonb_agg(to_jsonb(m)) from commissions m where m.conversion_id = c.id) as paid,
           (select jsonb_agg(to_jsonb(h)) from conversion_history h where h.conversion_id = c.id) as history
         from conversions c where c.external_id = $1`,
        [externalId],
      );
    const before = await rowOf();
    await shop.click(sessionId);
    const other = await shop.click();
    await shop.identify(other.sessionId, customerEmail, { withKey: true });
    const { api } = replicas[0];
    const change = { as: merchant.test, path: { campaignId: own.campaignId } };
    await api.expect('updateCampaign', 200, {
      ...change,
      body: { attributionWindowDays: 1, name: unique() },
    });
    await api.expect('updateAffiliate', 200, {
      as: merchant.test,
      path: { affiliateId: own.affiliateId },
      body: { status: 'SUSPENDED' },
    });
    await api.expect('updateCampaign', 200, { ...change, body: { status: 'ARCHIVED' } });
    await shop.record({ externalId, affiliateCode: shop.link.code, clickId: other.clickId }, { status: 200 });
    await shop.settle();
    expect(await rowOf()).toEqual(before);
  });
});
