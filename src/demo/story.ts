// What happened in a shop: visits through links, and orders, some of them because of a visit. Nothing is written here.
import type { RecordPostbackBody } from '#generated/dto.js';
import { newIdAt, toPublicId } from '#platform/values/ids.js';
import { DAY_MS as DAY, MINUTE_MS as MINUTE } from '#platform/time/time-units.js';
import type { DemoCampaign } from './cast.js';
import type { Random } from './random.js';

const DAYS = 90;

/** Where visitors come from. */
export interface DemoLink {
  /** A UUID. */
  affiliateId: string;
  /** A UUID. */
  campaignId: string;
  code: string;
  weight: number;
  campaign: DemoCampaign;
}

export interface Visit {
  id: string;
  sessionId: string;
  link: DemoLink;
  at: Date;
  /** The visitor gave this email (its hash), to the shop. */
  emailHash: string | null;
}

export interface Chapter {
  visits: Visit[];
  order: RecordPostbackBody;
}

interface Customer {
  customerId: string;
  campaign: DemoCampaign;
}

/** What leads from an order to an affiliate; the last four lead nowhere. */
const ways = [
  ['SESSION', 42],
  ['CLICK', 6],
  ['CODE', 10],
  ['EMAIL', 8],
  ['CUSTOMER', 7],
  ['TOO_LATE', 3],
  ['OTHER_SESSION', 10],
  ['NEW_CUSTOMER', 6],
  ['NOTHING', 8],
] as const;
type Way = (typeof ways)[number][0];

const currencies = [
  ['EUR', 62, 1],
  ['USD', 18, 1.1],
  ['GBP', 10, 0.85],
  ['CHF', 6, 0.95],
  ['JPY', 4, 1.6],
] as const;

const countries: Record<string, string[]> = {
  EUR: ['DE', 'FR', 'NL', 'ES', 'IT'],
  USD: ['US'],
  GBP: ['GB'],
  CHF: ['CH'],
  JPY: ['JP'],
};

export class Story {
  /** Customers who came through a link, and may come back. */
  private readonly regulars: Customer[] = [];
  private readonly newcomers: Customer[] = [];
  private told = 0;

  /**
   * @param run tells this run's orders, sessions and customers from any other's.
   * @param hash of an email.
   */
  constructor(
    private readonly random: Random,
    private readonly links: readonly DemoLink[],
    private readonly run: string,
    private readonly hash: (email: string) => string,
  ) {}

  /** When so many orders came, oldest first: more every week, by day more than by night. */
  times(count: number, now: Date): Date[] {
    const { random } = this;
    return Array.from({ length: count }, () => {
      const day = Math.floor(DAYS * Math.sqrt(random.next()));
      const hour = 14 + 10 * (random.next() + random.next() - 1);
      return new Date(Math.min(now.getTime() - (DAYS - day) * DAY + hour * (DAY / 24), now.getTime()));
    }).sort((one, other) => one.getTime() - other.getTime());
  }

  /** The next orders, at these times. Who buys in them for the first time comes back in later ones only: their order in one call is none. */
  next(times: readonly Date[]): Chapter[] {
    const chapters = times.map((at) => this.nextAt(at));
    this.regulars.push(...this.newcomers.splice(0));
    return chapters;
  }

  /** An order with the visits that it and nobody came from. */
  private nextAt(at: Date): Chapter {
    this.told++;
    const { random } = this;
    const wanted = random.weighted(ways);
    const way = wanted === 'CUSTOMER' && this.regulars.length === 0 ? 'SESSION' : wanted;
    const link = this.anyLink();
    const visits = this.visitsFor(way, link, at);
    const evidence = this.evidenceFor(way, link, visits);
    const campaign = evidence.campaign ?? link.campaign;
    const order = { ...this.goods(campaign, at), ...evidence.fields } as RecordPostbackBody;
    if (['SESSION', 'CLICK', 'CODE', 'EMAIL'].includes(way) && order.customerId)
      this.newcomers.push({ customerId: order.customerId, campaign });
    while (random.chance(0.5)) visits.push(this.visit(this.anyLink(), 'x', this.before(at, 1)));
    return { visits, order };
  }

  private anyLink(): DemoLink {
    return this.random.weighted(this.links.map((link) => [link, link.weight] as const));
  }

  private visitsFor(way: Way, link: DemoLink, at: Date): Visit[] {
    const { random } = this;
    if (!['SESSION', 'CLICK', 'EMAIL', 'TOO_LATE'].includes(way)) return [];
    const window = link.campaign.terms.attributionWindowDays;
    const first =
      way === 'TOO_LATE'
        ? new Date(at.getTime() - (window + 1 + random.below(20)) * DAY)
        : this.before(at, random.chance(0.6) ? 0.1 : window - 1);
    const visits = [this.visit(link, 'v', first)];
    if (way === 'EMAIL') visits[0]!.emailHash = this.hash(this.email());
    if (way === 'SESSION' && random.chance(0.3))
      visits.push({ ...this.visit(link, 'v', new Date((first.getTime() + at.getTime()) / 2)) });
    return visits;
  }

  private evidenceFor(
    way: Way,
    link: DemoLink,
    visits: readonly Visit[],
  ): { fields: Partial<RecordPostbackBody>; campaign?: DemoCampaign } {
    const { random } = this;
    const customerId = `${this.run}-customer-${this.told}`;
    const often = random.chance(0.6) ? { customerId } : {};
    switch (way) {
      case 'SESSION':
      case 'TOO_LATE':
        return { fields: { sessionId: visits[0]!.sessionId, ...often } };
      case 'CLICK':
        return { fields: { clickId: toPublicId('clk', visits[0]!.id), ...often } };
      case 'CODE':
        return { fields: { affiliateCode: link.code, ...often } };
      case 'EMAIL':
        return { fields: { customerEmailHash: this.hash(this.email()), ...often } };
      case 'CUSTOMER': {
        const regular = random.pick(this.regulars);
        return { fields: { customerId: regular.customerId }, campaign: regular.campaign };
      }
      case 'OTHER_SESSION':
        return { fields: { sessionId: `${this.run}-elsewhere-${this.told}` } };
      case 'NEW_CUSTOMER':
        return { fields: { customerId } };
      case 'NOTHING':
        return { fields: { sessionId: null } };
    }
  }

  private goods({ sells }: DemoCampaign, at: Date): Partial<RecordPostbackBody> {
    const { random } = this;
    const [currency, , worth] = random.weighted(currencies.map((one) => [one, one[1]] as const));
    const named = {
      externalId: `demo-${this.run}-${this.told}`,
      occurredAt: at.toISOString(),
      metadata: { country: random.pick(countries[currency] ?? []), items: 1 + random.below(4) },
    };
    if (sells === 'SIGN_UPS')
      return { ...named, conversionType: random.chance(0.8) ? 'LEAD' : 'CUSTOM', amount: 0, currency };
    if (sells === 'MEMBERSHIPS') {
      if (random.chance(0.3)) return { ...named, conversionType: 'TRIAL', amount: 0, currency: 'USD' };
      return { ...named, conversionType: 'SALE', amount: random.pick([990, 1990, 4990]), currency: 'USD' };
    }
    // In minor units, and ending as prices do: 48.90, 52.00; yen have no minor unit.
    const price = Math.max(1, Math.round(55 * worth * random.spread()));
    const amount = currency === 'JPY' ? price * 100 : price * 100 - random.pick([0, 1, 10, 50]);
    return { ...named, conversionType: 'SALE', amount, currency };
  }

  private visit(link: DemoLink, kind: 'v' | 'x', at: Date): Visit {
    const sessionId = `${this.run}-${kind}${this.told}${kind === 'x' ? `-${this.random.below(1e9)}` : ''}`;
    return { id: newIdAt(at), sessionId, link, at, emailHash: null };
  }

  /** Some time before, at most so many days, and a minute at least. */
  private before(at: Date, days: number): Date {
    return new Date(at.getTime() - MINUTE - Math.floor(this.random.next() * days * DAY));
  }

  /** Of who orders now. */
  private email(): string {
    return `${this.run}-${this.told}@customers.example`;
  }
}
