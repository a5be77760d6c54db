// After a fault: what the clients were told is held against the database, and against what a repeat of each call is told now.
import { exampleOrders, lateOrder, lead } from '#demo/examples.js';
import type { PostgresAddress } from '#platform/database/data-source.js';
import type { Target } from './client.js';
import type { Entry, Ledger } from './ledger.js';
import { readStored, settle, type Stored, type StoredOrder } from './stored.js';

/** Rows that a dead service had in hand are due again after 5 s, those that failed meanwhile after some more. */
const SETTLED_WITHIN_MS = 20_000;
const REPEATS_AT_ONCE = 16;
/** Orders of the demo merchant that nobody sent. */
const MADE_AT_START = new Set<string>(
  [...Object.values(exampleOrders), lateOrder, lead].map(({ externalId }) => externalId),
);

export interface AuditOptions {
  /** Nobody may have been left without an answer whose order was recorded all the same. */
  everyoneWasAnswered?: boolean;
  /** What must follow a commit has followed: waits for what a dead service had in hand. */
  everythingFollowed?: boolean;
}

export class Auditor {
  private readonly audited = new Set<Entry>();

  constructor(
    private readonly address: () => Promise<PostgresAddress>,
    private readonly target: Target,
    private readonly ledger: Ledger,
  ) {}

  /** With no load running. @returns what is wrong, in words: nothing, if every promise was kept */
  async audit({ everyoneWasAnswered = false, everythingFollowed = false }: AuditOptions = {}): Promise<
    string[]
  > {
    const fresh = [...this.ledger.entries.values()].filter((entry) => !this.audited.has(entry));
    const before = await readStored(await this.address());
    const problems = [...this.ledger.faults.splice(0), ...keptPromises(this.ledger, before)];
    if (everyoneWasAnswered) problems.push(...fresh.flatMap((entry) => recordedUnanswered(entry, before)));
    problems.push(...(await this.repeatAll(fresh, before)));
    for (const entry of fresh) this.audited.add(entry);
    const left = await settle(await this.address(), everythingFollowed ? SETTLED_WITHIN_MS : 300);
    if (left > 0 && everythingFollowed) problems.push(`${left} work rows are left`);
    const after = await readStored(await this.address());
    problems.push(...keptPromises(this.ledger, after), ...exactlyOnce(this.ledger, after, left === 0));
    return problems.slice(0, 20);
  }

  private async repeatAll(entries: Entry[], before: Stored): Promise<string[]> {
    const problems: string[] = [];
    const queue = [...entries];
    const repeat = async () => {
      for (let entry = queue.pop(); entry; entry = queue.pop()) {
        problems.push(...(await this.repeat(entry, before.orders.get(entry.order.externalId)?.[0])));
      }
    };
    await Promise.all(Array.from({ length: REPEATS_AT_ONCE }, repeat));
    return problems;
  }

  /** What is stored is told again, unchanged; what is not is recorded now. */
  private async repeat(entry: Entry, stored: StoredOrder | undefined): Promise<string[]> {
    const { externalId } = entry.order;
    const amount = stored?.amount ?? entry.order.amount;
    const outcome = await this.target.post('/api/v1/conversions/postback', { ...entry.order, amount });
    this.ledger.noteOrder(entry, amount, outcome);
    const expected = stored ? 200 : 201;
    if (outcome.kind !== 'answered') return [`the repeat of ${externalId} was not answered`];
    return outcome.status === expected ? [] : [`the repeat of ${externalId} was answered ${outcome.status}`];
  }
}

/** Everything that a client was told is there, and is what it was told. */
function keptPromises(ledger: Ledger, stored: Stored): string[] {
  const orders = [...ledger.entries.values()].flatMap((entry) => {
    const all = stored.orders.get(entry.order.externalId) ?? [];
    return brokenPromises(entry, all).map(
      (problem) => `${entry.order.externalId} ${problem}; told ${JSON.stringify(entry.told)}`,
    );
  });
  const clicks = [...ledger.clicks].filter(([session, id]) => !stored.clicks.get(session)?.includes(id));
  const identities = [...ledger.identities].filter(
    ([session, hash]) => (stored.identified.get(hash) ?? stored.kept.get(hash)) !== session,
  );
  return [
    ...orders,
    ...clicks.map(([session]) => `the acknowledged click of ${session} is lost`),
    ...identities.map(([session]) => `the acknowledged identify of ${session} is lost`),
  ];
}

function brokenPromises(entry: Entry, all: StoredOrder[]): string[] {
  const [order] = all;
  const { told, contradicted, refused, unanswered } = entry;
  if (!order) return told.length + contradicted.length > 0 ? ['was acknowledged and is lost'] : [];
  const commissionIds = order.commissions.map(({ commissionId }) => commissionId);
  const wrongCommission = told.some(
    ({ commissionId }) => commissionId !== null && !commissionIds.includes(commissionId),
  );
  const timesNew = told.filter(({ status }) => status === 201).length;
  // Only a call without an answer, or one told that the outcome is unknown, can have been the one.
  const isForeign = told.length > 0 && timesNew === 0 && refused + unanswered === 0;
  return [
    ...(told.some(({ conversionId }) => conversionId !== order.conversionId) ? ['has another id'] : []),
    ...(told.some(({ amount }) => amount !== order.amount) ? ['has another amount'] : []),
    ...(contradicted.includes(order.amount) ? ['was refused for the amount it has'] : []),
    ...(wrongCommission ? ['has another commission'] : []),
    ...(timesNew > 1 ? ['was recorded twice, by its replies'] : []),
    ...(isForeign ? ['was never told to be new'] : []),
  ];
}

/** Somebody's order was recorded, and of all calls that may have done so none was answered at all. */
function recordedUnanswered(entry: Entry, stored: Stored): string[] {
  const { externalId } = entry.order;
  const isAnswered = entry.told.length + entry.contradicted.length + entry.refused > 0;
  return !isAnswered && stored.orders.has(externalId)
    ? [`${externalId} was recorded, and nobody was told`]
    : [];
}

/** By now every order is there, since all were repeated: once, with its one commission; and matched, when all is settled. */
function exactlyOnce(ledger: Ledger, stored: Stored, isSettled: boolean): string[] {
  const problems = [...ledger.entries.values()].flatMap((entry) => {
    const all = stored.orders.get(entry.order.externalId) ?? [];
    if (all.length !== 1) return [`${entry.order.externalId} is there ${all.length} times`];
    return wrongs(entry, all[0] as StoredOrder, isSettled ? stored : null).map(
      (problem) => `${entry.order.externalId} ${problem}: ${JSON.stringify(all[0])}`,
    );
  });
  const unsent = [...stored.orders.keys()].filter((id) => !ledger.entries.has(id) && !MADE_AT_START.has(id));
  if (unsent.length > 0) problems.push(`stored, and sent by nobody: ${unsent.slice(0, 5).join(', ')}`);
  if (stored.strays > 0) problems.push(`${stored.strays} commissions and events belong to no order`);
  for (const [session, clicks] of stored.clicks) {
    if (clicks.length > 1) problems.push(`one click of ${session} is there ${clicks.length} times`);
  }
  for (const [session, hash] of isSettled ? ledger.identities : []) {
    const isMet = stored.identified.get(hash) === session || !stored.clicks.has(session);
    if (!isMet) problems.push(`the identify and the click of ${session} never met`);
  }
  return [...problems, ...customersPaidOnce(ledger, stored)];
}

/** @param settled null while matches may still follow */
function wrongs({ order }: Entry, found: StoredOrder, settled: Stored | null): string[] {
  const isAttributed = found.status === 'ATTRIBUTED';
  const commissions = found.commissions.length;
  const most = isAttributed ? 1 : 0;
  const isRight = order.customerId === undefined ? commissions === most : commissions <= most;
  const amounts = found.commissions.map(({ amount }) => amount);
  return [
    ...(settled && isMatched(order, settled) !== isAttributed ? ['has the wrong status'] : []),
    ...(isRight ? [] : [`has ${commissions} commissions`]),
    ...(amounts.some((amount) => amount !== Math.round(found.amount / 10)) ? ['earns a wrong sum'] : []),
    ...(found.timesRecorded === 1 ? [] : [`was recorded ${found.timesRecorded} times, by its history`]),
  ];
}

/** Whether the stored evidence has a match, whenever it came. */
function isMatched({ affiliateCode, sessionId, customerEmailHash }: Entry['order'], stored: Stored): boolean {
  if (affiliateCode !== undefined) return true;
  const session = sessionId ?? stored.identified.get(customerEmailHash ?? '');
  return session !== undefined && stored.clicks.has(session);
}

/** Of a customer's first orders exactly one earns. */
function customersPaidOnce(ledger: Ledger, stored: Stored): string[] {
  const paid = new Map<string, number>();
  for (const { order } of ledger.entries.values()) {
    if (order.customerId === undefined) continue;
    const commissions = stored.orders.get(order.externalId)?.[0]?.commissions.length ?? 0;
    paid.set(order.customerId, (paid.get(order.customerId) ?? 0) + commissions);
  }
  return [...paid]
    .filter(([, times]) => times !== 1)
    .map(([customer, times]) => `the first order of ${customer} earned ${times} times`);
}
