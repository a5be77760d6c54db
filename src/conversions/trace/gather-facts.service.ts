// Gathers what is known of a subject: first what it leads to, then the orders, then what surrounds these. Only reads, in the merchant's turn.
import { Injectable } from '@nestjs/common';
import { ConversionsFacade, type StoredConversion } from '#conversions/recording/conversions.facade.js';
import { Database, type Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { Clock } from '#platform/time/clock.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { toTrackingCode } from '#program/affiliates/tracking-code.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import { SurroundingsRepository, type FoundSession, type Trail } from './surroundings.repository.js';
import { placesToLook, trailsOf, valuesOf } from './trails.js';
import { TraceRepository, type Seed } from './trace.repository.js';
import {
  MOST,
  type Part,
  type TraceSubject,
  type TracedClick,
  type TracedOrder,
  type TraceFacts,
} from './trace.js';

/** As long as an identity is heeded whose session is not known. */
const IDENTITY_DAYS = 7;

/** Who asks, and how the database is asked. */
interface Asking {
  tenant: Tenant;
  queryable: Queryable;
  subject: TraceSubject;
  /** What there was more of. */
  truncated: Set<Part>;
}

interface Visits {
  sessions: FoundSession[];
  clicks: TracedClick[];
}

@Injectable()
export class GatherFactsService {
  constructor(
    private readonly database: Database,
    private readonly conversions: ConversionsFacade,
    private readonly trace: TraceRepository,
    private readonly surroundings: SurroundingsRepository,
    private readonly clock: Clock,
  ) {}

  /** All that is known of the subject, each kind of it bounded by `MOST`. */
  async gather({ merchantId, mode }: Tenant, subject: TraceSubject): Promise<TraceFacts> {
    const tenant = { merchantId, mode };
    const asking: Asking = {
      tenant,
      queryable: this.database.inTurn(tenant),
      subject,
      truncated: new Set(),
    };
    const visits = await this.visitsOfSubject(asking);
    const orders = await this.ordersOf(asking, await this.seedsOf(asking, visits));
    // A visit's orders are its own; an order's visits are those of its evidence.
    const around = isOfOrders(subject) ? await this.visitsOf(asking, trailsOf(orders)) : visits;
    const codes = subject.kind === 'CODE' ? [subject.value] : valuesOf(orders, 'CODE');
    const customers = subject.kind === 'CUSTOMER_ID' ? [subject.value] : valuesOf(orders, 'CUSTOMER');
    const { queryable } = asking;
    const links = await this.surroundings.findLinks(queryable, tenant, toTrackingCodes(codes));
    const credits =
      subject.kind === 'CODE' ? [] : await this.surroundings.findCredits(queryable, tenant, customers);
    const known = { subject, orders, ...around, links, credits };
    return {
      ...known,
      waitingIdentities: await this.waitingIdentities(asking),
      waitingRefunds: await this.waitingRefunds(asking),
      ...(await this.statesOf(asking, known)),
      elsewhere: await this.elsewhere(asking, known),
      truncated: [...asking.truncated],
    };
  }

  private async visitsOfSubject(asking: Asking): Promise<Visits> {
    const { kind, value } = asking.subject;
    if (kind === 'SESSION') return this.visitsOf(asking, [{ kind: 'SESSION', value }]);
    if (kind === 'EMAIL_HASH') return this.visitsOf(asking, [{ kind: 'EMAIL', value }]);
    const id = kind === 'CLICK' ? fromPublicId('clk', value) : null;
    const click = id && (await this.surroundings.findClick(asking.queryable, asking.tenant, id));
    if (!click) return { sessions: [], clicks: [] };
    const { sessions, clicks } = await this.visitsOf(asking, [{ kind: 'SESSION', value: click.sessionId }]);
    // It is what was asked for, be it older than all that are told of its session.
    return { sessions, clicks: clicks.some((one) => one.id === click.id) ? clicks : [...clicks, click] };
  }

  private async visitsOf(
    { tenant, queryable, truncated }: Asking,
    trails: readonly Trail[],
  ): Promise<Visits> {
    const found = await this.surroundings.findSessions(queryable, tenant, trails, MOST.sessions + 1);
    const sessions = cut(found, MOST.sessions, 'SESSIONS', truncated);
    if (sessions.length === 0) return { sessions, clicks: [] };
    const ids = sessions.map(({ id }) => id);
    const clicks = await this.surroundings.findClicks(queryable, tenant, ids, MOST.clicks + 1);
    return { sessions, clicks: cut(clicks, MOST.clicks, 'CLICKS', truncated) };
  }

  /** What leads to the subject's orders. */
  private async seedsOf(asking: Asking, { sessions, clicks }: Visits): Promise<Seed[]> {
    const { kind, value } = asking.subject;
    const ofClicks = clicks.map(({ id }): Seed => ({ kind: 'CLICK', id, value: toPublicId('clk', id) }));
    const ofVisits = [
      ...ofClicks,
      ...sessions.map(({ id }): Seed => ({ kind: 'SESSION', value: id })),
      ...sessions.flatMap(({ emailHash }): Seed[] =>
        emailHash ? [{ kind: 'EMAIL', value: emailHash }] : [],
      ),
    ];
    switch (kind) {
      case 'EXTERNAL_ID':
        return [{ kind, value }];
      case 'CONVERSION_ID': {
        const id = fromPublicId('cnv', value);
        return id === null ? [] : [{ kind: 'CONVERSION', id }];
      }
      case 'CODE':
        return this.seedsOfCode(asking);
      case 'CUSTOMER_ID':
        return [{ kind: 'CUSTOMER', value }];
      case 'EMAIL_HASH':
        return [{ kind: 'EMAIL', value }, ...ofClicks];
      case 'SESSION':
        return [{ kind, value }, ...ofVisits];
      case 'CLICK':
        return [{ kind, value, id: fromPublicId('clk', value) }, ...ofVisits];
    }
  }

  private async seedsOfCode({ tenant, queryable, subject: { value } }: Asking): Promise<Seed[]> {
    const [link] = await this.surroundings.findLinks(queryable, tenant, toTrackingCodes([value]));
    const seeds: Seed[] = [{ kind: 'CODE', value: value.toLowerCase() }];
    if (!link) return seeds;
    const { affiliateId, campaignId } = link;
    return [...seeds, { kind: 'LINK', affiliateId, campaignId }];
  }

  private async ordersOf(asking: Asking, seeds: readonly Seed[]): Promise<TracedOrder[]> {
    const { tenant, queryable, subject, truncated } = asking;
    const found = await this.trace.findOrderIds(queryable, tenant, seeds, subject.period, MOST.orders + 1);
    const ids = cut(found, MOST.orders, 'ORDERS', truncated);
    if (ids.length === 0) return [];
    const conversions = await this.conversions.find(queryable, tenant, ids);
    const histories = await this.trace.findHistories(queryable, tenant, ids, MOST.historyOfOrder + 1);
    const earned = await this.trace.findEarned(queryable, tenant, ids);
    return conversions.sort(newestFirst).map((conversion) => {
      const history = (histories.get(conversion.id) ?? []).reverse();
      const newest = cut(history, MOST.historyOfOrder, 'HISTORY', truncated).reverse();
      return { ...conversion, history: newest, earned: earned.get(conversion.id) ?? null };
    });
  }

  private async waitingIdentities({ tenant, queryable, subject }: Asking) {
    if (subject.kind !== 'SESSION') return [];
    const since = new Date(this.clock.now().getTime() - IDENTITY_DAYS * DAY_MS);
    return this.surroundings.findWaitingIdentities(queryable, tenant, subject.value, since);
  }

  private async waitingRefunds({ tenant, queryable, subject }: Asking) {
    if (subject.kind !== 'EXTERNAL_ID') return [];
    return this.trace.findWaitingRefunds(queryable, tenant, subject.value, MOST.historyOfOrder);
  }

  private async statesOf({ tenant, queryable }: Asking, known: Known) {
    const named = [
      ...known.clicks,
      ...known.links,
      ...known.credits,
      ...known.orders,
      ...known.orders.flatMap(({ attribution }) => attribution.attempts),
    ];
    const idsIn = (name: 'affiliateId' | 'campaignId') => [
      ...new Set(named.flatMap((one) => one[name] ?? [])),
    ];
    return {
      affiliates: await this.surroundings.findAffiliates(queryable, tenant, idsIn('affiliateId')),
      campaigns: await this.surroundings.findCampaigns(queryable, tenant, idsIn('campaignId')),
    };
  }

  /** What is not known in this mode may be in the other; both are this merchant's own. */
  private elsewhere({ tenant, queryable, subject }: Asking, { orders, sessions, links }: Known) {
    // An order may have come with a session or a code that is of the other mode.
    const isUnknown = sessions.length + links.length === 0;
    const other = { ...tenant, mode: tenant.mode === 'live' ? 'test' : 'live' } as const;
    const places = placesToLook(isUnknown ? subject : null, orders);
    return this.surroundings.findElsewhere(queryable, other, places);
  }
}

type Known = Pick<TraceFacts, 'subject' | 'orders' | 'clicks' | 'links' | 'credits'> & Visits;

function isOfOrders({ kind }: TraceSubject): boolean {
  return kind === 'EXTERNAL_ID' || kind === 'CONVERSION_ID' || kind === 'CUSTOMER_ID';
}

/** At most so many; what was left out is noted. */
function cut<T>(rows: T[], most: number, part: Part, truncated: Set<Part>): T[] {
  if (rows.length > most) truncated.add(part);
  return rows.slice(0, most);
}

function toTrackingCodes(values: readonly string[]): string[] {
  return [...new Set(values.flatMap((value) => toTrackingCode(value) ?? []))];
}

function newestFirst(one: StoredConversion, other: StoredConversion): number {
  return one.id < other.id ? 1 : -1;
}
