// Commissions for tests: earned by an order, decided about, and looked at.
import { randomBytes } from 'node:crypto';
import type { components } from '#generated/schema.js';
import type { SharedApp } from './app.js';
import type { TestLink } from './makers.js';

export type Commission = components['schemas']['Commission'];
export type CommissionWithLedger = components['schemas']['CommissionWithLedger'];

export interface Earned {
  commissionId: string;
  conversionId: string;
  externalId: string;
}

/** An order that earns `amount` minor units at 10 %, the rate that campaigns of tests have unless told. */
export async function earn(
  app: SharedApp,
  link: TestLink,
  amount = 499,
  { currency = 'EUR', externalId = `order-${randomBytes(6).toString('hex')}` } = {},
): Promise<Earned> {
  const body = app.make.order({ affiliateCode: link.code, amount: amount * 10, currency, externalId });
  const { data } = (await app.api.expect('recordPostback', 201, { as: link.key, body })).body;
  return {
    commissionId: data.commissionId as string,
    conversionId: data.conversionId as string,
    externalId,
  };
}

/** The same, approved. */
export async function earnApproved(app: SharedApp, ...rest: DropFirst<Parameters<typeof earn>>) {
  const earned = await earn(app, ...rest);
  await approve(app, rest[0].key, earned.commissionId);
  return earned;
}
type DropFirst<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

export async function approve(app: SharedApp, as: string, ...commissionIds: string[]) {
  return (await app.api.expect('bulkApproveCommissions', 200, { as, body: { commissionIds } })).body.data;
}

export async function reject(app: SharedApp, as: string, ...commissionIds: string[]) {
  return (await app.api.expect('bulkRejectCommissions', 200, { as, body: { commissionIds } })).body.data;
}

export async function commissionOf(
  app: SharedApp,
  as: string,
  commissionId: string,
): Promise<CommissionWithLedger> {
  return (await app.api.expect('getCommission', 200, { as, path: { commissionId } })).body.data;
}

/** What happened to a conversion: the events' names with their details. */
export async function historyOf(app: SharedApp, as: string, conversionId: string) {
  const { history } = (await app.api.expect('getConversion', 200, { as, path: { conversionId } })).body.data;
  return history.map(({ event, details }) => ({ event, details }));
}

/** As SQL would put it if a payout had taken the commission; payouts themselves are tested elsewhere. */
export async function markInPayout(app: SharedApp, externalId: string, status: 'APPROVED' | 'PAID') {
  await app.rows.query(
    `update commissions m set payout_id = '01a00000-0000-7000-8000-000000000001', settled_amount = balance, status = $2
     from conversions c where c.id = m.conversion_id and c.external_id = $1`,
    [externalId, status],
  );
}
