// A merchant for one sample alone, with everything that the contract's examples name: what a reader has who follows the examples.
import type { OperationId } from '#platform/contract/routes.js';
import type { SharedApp } from '../support/app.js';
import { earn, earnApproved } from '../support/commissions.js';
import { unique, type TestLink } from '../support/makers.js';

/** The code in the contract's examples. Codes are unique in an installation, ids of orders only at their merchant. */
const EXAMPLE_CODE = /\bmila-novak\b/g;
const EXAMPLE_ID = /\b(cmp|aff|cnv|cmm|pay|whe|whd)_[0-9a-z]{26}\b/g;
const EXAMPLE_SESSION = /\brcs_[0-9a-z]{26}\b/g;

export interface SampleWorld {
  key: string;
  /** The text with real ids in place of the contract's, each id always by the same. */
  inPlace(text: string): string;
}

/** Makes the merchant: a campaign, an affiliate with a visit, pending and approved commissions, a payout. */
export async function makeSampleWorld(app: SharedApp, id: OperationId): Promise<SampleWorld> {
  const key = (await app.make.merchant()).test;
  const link = await app.make.link(key);
  const { sessionId } = await app.make.click(link);
  const ids = await makeThings(app, link, id);
  const code = id === 'createAffiliate' ? `code-${unique()}` : link.code;
  const given = new Map<string, string>();
  const realId = (example: string, prefix: string): string => {
    const known = given.get(example) ?? ids[prefix]?.shift();
    if (known === undefined) throw new Error(`${id}: nothing was made for ${example}`);
    given.set(example, known);
    return known;
  };
  return {
    key,
    inPlace: (text) =>
      text.replace(EXAMPLE_ID, realId).replace(EXAMPLE_SESSION, sessionId).replace(EXAMPLE_CODE, code),
  };
}

/** Prefix → ids that stand for those of the contract, in the order in which an example names them. */
async function makeThings(
  app: SharedApp,
  link: TestLink,
  id: OperationId,
): Promise<Record<string, string[]>> {
  const { affiliateId, campaignId, key } = link;
  await earnApproved(app, link);
  const body = { affiliateId, currency: 'EUR' };
  const payout = (await app.api.expect('createPayout', 201, { as: key, body })).body.data;
  await earnApproved(app, link);
  const pending = [await earn(app, link), await earn(app, link)];
  // The order that the examples give back.
  if (id === 'refundConversion') await earn(app, link, 499, { externalId: 'order-10001' });
  const { endpointId } = await app.make.endpoint(key);
  return {
    cmp: [campaignId],
    aff: [affiliateId],
    cnv: pending.map(({ conversionId }) => conversionId),
    cmm: pending.map(({ commissionId }) => commissionId),
    pay: [payout.payoutId],
    whe: [endpointId],
    whd: [await app.make.delivery(key, endpointId)],
  };
}
