// Two transactions that commit at the same moment and neither of which could see the other: whichever commits last, the order is
// matched, once. Both are held open before their commit, then let go one by one; what the first one set off is done before the
// second commits, so that nothing but the second one's own work row can bring the match. The last test of each pair takes that row
// away and shows that the order then stays unmatched for ever: the first test cannot pass by luck.
import { sessionName } from '../../../support/makers.js';
import type { JobKind } from '#platform/jobs/job.js';
import type { CommitName, HeldCommit } from './commits.js';
import { anEmail, anOrder, Shop } from './shop.js';

interface Party {
  name: string;
  start: (replica: 0 | 1) => Promise<unknown>;
  /** Where its transaction is held. */
  commit: CommitName;
  /** The work row that finds the other party if this one commits last. */
  work: JobKind;
}

interface Pair {
  externalId: string;
  parties: [Party, Party];
  /** The second may wait for a row of the first: then it comes to its commit only after the first one's. */
  shareARow?: boolean;
}

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

type Fields = Parameters<Shop['record']>[0];

const conversion = (externalId: string, fields: Fields): Party => ({
  name: 'conversion',
  start: (replica) => shop.record({ externalId, ...fields }, { replica }),
  commit: `INSERT conversions ${externalId}`,
  work: 'CONVERSION',
});
const click = (sessionId: string, work: JobKind = 'CLICK'): Party => ({
  name: 'click',
  start: (replica) => shop.click(sessionId, { replica }),
  commit: `INSERT clicks ${sessionId}`,
  work,
});
const identify = (sessionId: string, email: string): Party => ({
  name: 'identify',
  start: (replica) => shop.identify(sessionId, email, { replica, withKey: true }),
  commit: `UPDATE sessions ${sessionId}`,
  work: 'EMAIL',
});
/** Anonymous, of a session that is not known yet: it is kept. */
const identifyAhead = (sessionId: string, email: string): Party => ({
  name: 'identify',
  start: (replica) => shop.identify(sessionId, email, { replica }),
  commit: `INSERT pending_identities ${sessionId}`,
  work: 'IDENTITY',
});

/** Recorded before, not matched, all work of it done. */
async function waitingOrder(fields: Fields): Promise<string> {
  const externalId = anOrder();
  await shop.record({ externalId, ...fields });
  await shop.settle();
  return externalId;
}

const pairs: [string, () => Promise<Pair>][] = [
  [
    'a conversion and the click of its session',
    () => {
      const [externalId, sessionId] = [anOrder(), sessionName()];
      return Promise.resolve({
        externalId,
        parties: [conversion(externalId, { sessionId }), click(sessionId)],
      });
    },
  ],
  [
    'a conversion and the identify of its customer',
    async () => {
      const [externalId, customerEmail] = [anOrder(), anEmail()];
      const { sessionId } = await shop.click();
      return {
        externalId,
        parties: [conversion(externalId, { customerEmail }), identify(sessionId, customerEmail)],
      };
    },
  ],
  [
    'a conversion and the first credit of its customer',
    async () => {
      const [externalId, customerId] = [anOrder(), anOrder()];
      const { sessionId } = await shop.click();
      const first = conversion(anOrder(), { sessionId, customerId });
      return {
        externalId,
        parties: [
          conversion(externalId, { customerId }),
          { ...first, name: 'first credit', work: 'CUSTOMER' },
        ],
      };
    },
  ],
  [
    'a conversion and a click in a session of its customer',
    async () => {
      const [externalId, customerEmail, sessionId] = [anOrder(), anEmail(), await shop.deadSession()];
      await shop.identify(sessionId, customerEmail);
      return { externalId, parties: [conversion(externalId, { customerEmail }), click(sessionId)] };
    },
  ],
  [
    'an identify and the first click of its session (for an order that waits)',
    async () => {
      const [customerEmail, sessionId] = [anEmail(), sessionName()];
      const externalId = await waitingOrder({ customerEmail });
      return { externalId, parties: [identifyAhead(sessionId, customerEmail), click(sessionId, 'IDENTITY')] };
    },
  ],
  [
    'an identify and a further click of its session (for an order that waits)',
    async () => {
      const [customerEmail, sessionId] = [anEmail(), await shop.deadSession()];
      const externalId = await waitingOrder({ customerEmail });
      return { externalId, parties: [identify(sessionId, customerEmail), click(sessionId)], shareARow: true };
    },
  ],
];

/** Starts both, on two replicas, and returns when both stand before their commits. */
async function holdBoth(
  { parties, shareARow }: Pair,
  beforeSecond: () => Promise<void> = () => Promise.resolve(),
) {
  const held: { hold: HeldCommit; done: Promise<unknown> }[] = [];
  for (const [index, party] of parties.entries()) {
    if (index === 1) await beforeSecond();
    const hold = await shop.commits.hold(party.commit);
    held.push({ hold, done: party.start(index as 0 | 1) });
    await (shareARow ? shop.commits.blocked(index + 1) : hold.reached());
  }
  return held as [(typeof held)[0], (typeof held)[0]];
}

async function expectMatchedOnce(externalId: string): Promise<void> {
  await shop.matched(externalId);
  await shop.settle();
  const standing = await shop.standing(externalId);
  expect(standing).toEqual({ status: 'ATTRIBUTED', commissions: 1, history: ['RECORDED', 'MATCHED'] });
}

describe.each(pairs)('%s commit at the same moment', (_, arrange) => {
  it.each([
    ['in this order', false],
    ['the other way round', true],
  ])('%s: matched once', async (_, isReversed) => {
    const pair = await arrange();
    if (isReversed) pair.parties.reverse();
    const [first, last] = await holdBoth(pair);
    await first.hold.release();
    await first.done;
    await shop.settle();
    await last.hold.release();
    await last.done;
    await expectMatchedOnce(pair.externalId);
  });

  it('let go together: matched once', async () => {
    const pair = await arrange();
    const held = await holdBoth(pair);
    await Promise.all(held.map(({ hold }) => hold.release()));
    await Promise.all(held.map(({ done }) => done));
    await expectMatchedOnce(pair.externalId);
  });

  it.each([
    ['in this order', false],
    ['the other way round', true],
  ])(
    '%s, without the work row of the one that commits last: never matched, so these tests can fail',
    async (_, isReversed) => {
      const pair = await arrange();
      if (isReversed) pair.parties.reverse();
      const [first, last] = await holdBoth(pair, () => shop.commits.lose(pair.parties[1].work));
      await first.hold.release();
      await first.done;
      await shop.settle();
      await last.hold.release();
      await last.done;
      await shop.settle();
      await shop.commits.lose(null);
      expect(await shop.standing(pair.externalId)).toEqual({
        status: 'UNATTRIBUTED',
        commissions: 0,
        history: ['RECORDED'],
      });
    },
  );
});
