// Whose order it is: looks the evidence up piece by piece, and stops at the first that holds.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThanOrEqual, MoreThan, Repository } from 'typeorm';
import { toTrackingCode } from '#program/affiliates/tracking-code.js';
import { AFTER_TOLERANCE_MS, decide } from '#conversions/attribution/decide.js';
import { inTryingOrder, type EvidenceItem } from '#conversions/attribution/evidence.js';
import type {
  Attempt,
  Candidate,
  ClickFact,
  CustomerFact,
  Decision,
  EvidenceFacts,
} from '#conversions/attribution/facts.js';
import { fromPublicId } from '#platform/values/ids.js';
import type { Order } from '#conversions/recording/stored-conversion.js';
import { CustomerCredit } from '../entities/customers.js';
import { Affiliate, AffiliateLink, Campaign } from '../entities/programme.js';
import { Click, Session } from '../entities/tracking.js';

const NEWEST_CLICKS = 50;
const NEWEST_SESSIONS = 20;
const relations = { campaign: true, affiliate: true };

@Injectable()
export class AttributionService {
  constructor(
    @InjectRepository(Click) private readonly clicks: Repository<Click>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    @InjectRepository(AffiliateLink) private readonly links: Repository<AffiliateLink>,
    @InjectRepository(CustomerCredit) private readonly credits: Repository<CustomerCredit>,
  ) {}

  async attribute(order: Order): Promise<Decision> {
    const attempts: Attempt[] = [];
    for (const item of inTryingOrder(order.evidence)) {
      const decision = decide(order.occurredAt, [await this.find(order, item)]);
      attempts.push(...decision.attempts);
      if (decision.match) return { match: decision.match, attempts };
    }
    return { match: null, attempts };
  }

  private async find(order: Order, { kind, value }: EvidenceItem): Promise<EvidenceFacts> {
    switch (kind) {
      case 'SESSION':
        return { kind, value, clicks: value === null ? [] : await this.findInSession(order, value, null) };
      case 'CLICK':
        return { kind, value, clicks: value === null ? [] : await this.findClick(order, value) };
      case 'CODE':
        return { kind, value, link: value === null ? null : await this.findLink(order, value) };
      case 'EMAIL':
        return { kind, value, clicks: value === null ? [] : await this.findByEmail(order, value) };
      case 'CUSTOMER':
        return { kind, value, credit: value === null ? null : await this.findCredit(order, value) };
    }
  }

  /** The newest clicks that can count; where there are none, the first that came too late, which tells why. */
  private async findInSession(
    { merchantId, mode, occurredAt }: Order,
    sessionId: string,
    identifiedBy: ClickFact['identifiedBy'],
  ): Promise<ClickFact[]> {
    const latest = new Date(occurredAt.getTime() + AFTER_TOLERANCE_MS);
    const clicks = await this.clicks.find({
      where: { merchantId, mode, sessionId, clickedAt: LessThanOrEqual(latest) },
      relations,
      order: { clickedAt: 'DESC', id: 'DESC' },
      take: NEWEST_CLICKS,
    });
    if (clicks.length === 0) {
      const tooLate = await this.clicks.findOne({
        where: { merchantId, mode, sessionId, clickedAt: MoreThan(latest) },
        relations,
        order: { clickedAt: 'ASC', id: 'ASC' },
      });
      if (tooLate) clicks.push(tooLate);
    }
    return clicks.map((click) => toClickFact(click, identifiedBy));
  }

  private async findClick({ merchantId, mode }: Order, publicId: string): Promise<ClickFact[]> {
    const id = fromPublicId('clk', publicId);
    if (id === null) return [];
    const click = await this.clicks.findOne({ where: { merchantId, mode, id }, relations });
    return click ? [toClickFact(click, null)] : [];
  }

  private async findLink({ merchantId, mode }: Order, text: string): Promise<Candidate | null> {
    const code = toTrackingCode(text);
    if (code === null) return null;
    const link = await this.links.findOne({ where: { merchantId, mode, code }, relations });
    return link && toCandidate(link);
  }

  private async findByEmail(order: Order, emailHash: string): Promise<ClickFact[]> {
    const { merchantId, mode } = order;
    const sessions = await this.sessions.find({
      where: { merchantId, mode, emailHash: Buffer.from(emailHash, 'hex') },
      order: { vouched: 'DESC', identifiedAt: 'DESC', id: 'DESC' },
      take: NEWEST_SESSIONS,
    });
    const found = await Promise.all(
      sessions.map(({ id, vouched }) => this.findInSession(order, id, vouched ? 'KEY' : 'ANONYMOUS')),
    );
    return found.flat();
  }

  private async findCredit({ merchantId, mode }: Order, customerId: string): Promise<CustomerFact | null> {
    const credit = await this.credits.findOne({ where: { merchantId, mode, customerId }, relations });
    return credit && { ...toCandidate(credit), firstOccurredAt: credit.firstOccurredAt };
  }
}

function toClickFact(click: Click, identifiedBy: ClickFact['identifiedBy']): ClickFact {
  return {
    ...toCandidate(click),
    clickId: click.id,
    clickedAt: click.clickedAt,
    clickSource: click.source,
    identifiedBy,
  };
}

function toCandidate({ campaign, affiliate }: { campaign: Campaign; affiliate: Affiliate }): Candidate {
  return {
    affiliateId: affiliate.id,
    affiliateStatus: affiliate.status,
    campaignStatus: campaign.status,
    terms: {
      campaignId: campaign.id,
      commissionType: campaign.commissionType,
      commissionRate: campaign.commissionRate,
      currency: campaign.currency,
      commissionRecurring: campaign.commissionRecurring,
      recurringMonthsLimit: campaign.recurringMonthsLimit,
      attributionWindowDays: campaign.attributionWindowDays,
      tiers: null,
    },
    revenue: 0,
  };
}
