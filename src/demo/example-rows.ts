// Makes what the contract's examples name, for the demo merchant in test mode, through the very services that a merchant's calls go
// through: what comes of it was decided, approved and paid like everything else. Only ids and a few times are chosen.
// Why so: docs/decisions/0033-samples-that-run-as-they-stand.md
import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { ConversionsService } from '#conversions/recording/conversions.service.js';
import { AdjustCommissionService } from '#earnings/commissions/adjust-commission.service.js';
import { ApproveCommissionsService } from '#earnings/commissions/approve-commissions.service.js';
import { CreatePayoutService } from '#earnings/payouts/create-payout.service.js';
import { SendByHandService } from '#integrations/webhooks/deliveries/send-by-hand.service.js';
import { CreateEndpointService } from '#integrations/webhooks/endpoints/create-endpoint.service.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { Clock } from '#platform/time/clock.js';
import { DAY_MS, HOUR_MS } from '#platform/time/time-units.js';
import { fromPublicId, newIdAt, toPublicId, type IdPrefix } from '#platform/values/ids.js';
import { EnrolmentService } from '#program/affiliates/enrolment.service.js';
import { CampaignsService } from '#program/campaigns/campaigns.service.js';
import { RecordClicksService } from '#tracking/clicks/record-clicks.service.js';
import {
  autumnLaunch,
  bonus,
  EXAMPLE_CODE,
  EXAMPLE_SESSION,
  exampleIds,
  exampleOrders,
  japanStore,
  KENJIS_CODE,
  LATE_SESSION,
  lateOrder,
  lead,
  LEAD_AT,
  LEAD_CLICKED_AT,
  toBody,
  type ExampleOrder,
} from './examples.js';

/** Longer ago than the campaign's window of 90 days. */
const TOO_LATE_DAYS = 98;

export class ExampleRows {
  private readonly now = this.of(Clock).now();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly tenant: Tenant,
  ) {}

  /** @throws Failure where somebody has what only one can have; what was made until then stays. */
  async make(): Promise<void> {
    await this.makeProgramme();
    await this.recordOrders();
    await this.decideCommissions();
    await this.makeEndpoints();
  }

  /** Two campaigns, and an affiliate in each. */
  private makeProgramme(): Promise<void> {
    const { tenant } = this;
    const [campaigns, enrolment] = [this.of(CampaignsService), this.of(EnrolmentService)];
    return this.of(Database).transaction(async (tx) => {
      await campaigns.createWithin(tx, tenant, autumnLaunch, uuid('cmp', exampleIds.autumn));
      await campaigns.createWithin(tx, tenant, japanStore, uuid('cmp', exampleIds.japan));
      const kenji = { email: 'kenji.sato@example.com', code: KENJIS_CODE, campaignId: exampleIds.japan };
      await enrolment.createWithin(tx, tenant, { ...kenji, id: uuid('aff', exampleIds.kenji) });
      const mila = { email: 'mila.novak@example.com', firstName: 'Mila', campaignId: exampleIds.autumn };
      const known = { id: uuid('aff', exampleIds.mila), code: EXAMPLE_CODE };
      await enrolment.createWithin(tx, tenant, { ...mila, ...known });
    });
  }

  private async recordOrders(): Promise<void> {
    const conversions = this.of(ConversionsService);
    await this.visit(EXAMPLE_SESSION, new Date(this.now.getTime() - HOUR_MS));
    await this.visit(LATE_SESSION, new Date(this.now.getTime() - TOO_LATE_DAYS * DAY_MS));
    for (const order of Object.values<ExampleOrder>(exampleOrders)) {
      const known = order.commissionId ? { commissionId: uuid('cmm', order.commissionId) } : {};
      await conversions.recordKnown(this.tenant, toBody(order), this.now, known);
    }
    await conversions.recordKnown(this.tenant, lateOrder, this.now, {});
    await this.recordLead(conversions);
  }

  /** First with a click that nobody knows, then with one that leads to Mila. */
  private async recordLead(conversions: ConversionsService): Promise<void> {
    const sent = { ...lead, clickId: 'gclid-EAIaIQobChMI' };
    await conversions.recordKnown(this.tenant, sent, LEAD_AT, { id: uuid('cnv', exampleIds.lead) });
    const clickId = await this.visit('rcs_01m7w75sgge30shyftjbabepe6', LEAD_CLICKED_AT, 'API');
    const caller = { ...this.tenant, keyId: null, personId: null, merchantName: '' };
    await conversions.record(caller, { ...lead, clickId }, { dryRun: false });
  }

  /** Through Mila's link. Returns the click's id. */
  private async visit(
    sessionId: string,
    clickedAt: Date,
    source: 'REDIRECT' | 'API' = 'REDIRECT',
  ): Promise<string> {
    const id = newIdAt(clickedAt);
    const [affiliateId, campaignId] = [uuid('aff', exampleIds.mila), uuid('cmp', exampleIds.autumn)];
    const click = {
      ...this.tenant,
      id,
      sessionId,
      affiliateId,
      campaignId,
      source,
      clickedAt,
    } as const;
    await this.of(RecordClicksService).record(click, { hurry: false });
    return toPublicId('clk', id);
  }

  /** One commission is in a payout, two are due, and the others wait. */
  private async decideCommissions(): Promise<void> {
    const { tenant } = this;
    const { paid, payable, alsoPayable } = exampleOrders;
    const approvals = this.of(ApproveCommissionsService);
    await this.of(AdjustCommissionService).adjust(tenant, paid.commissionId, bonus);
    await approvals.approve(tenant, [paid.commissionId]);
    const owed = { affiliateId: exampleIds.mila, currency: 'EUR', payoutKey: 'mila-2026-10' };
    await this.of(CreatePayoutService).create(tenant, owed, uuid('pay', exampleIds.payout));
    await approvals.approve(tenant, [payable.commissionId, alsoPayable.commissionId]);
  }

  /** They want only orders of a campaign that has none: nothing leaves this machine before somebody asks for it. */
  private async makeEndpoints(): Promise<void> {
    const endpoints = this.of(CreateEndpointService);
    const usual = { payload: 'FULL', ordering: 'NONE' } as const;
    const made = [
      ['Shop backend', 'https://shop.example.com/hooks/refcampaign', exampleIds.endpoint],
      ['Old shop', 'https://old.shop.example.com/hooks', exampleIds.oldEndpoint],
    ] as const;
    for (const [name, url, id] of made) {
      const sent = {
        ...usual,
        name,
        url,
        campaignIds: [exampleIds.japan],
        events: ['conversion.created' as const],
      };
      await endpoints.create(this.tenant, sent, OPERATOR, uuid('whe', id));
    }
    const delivery = uuid('whd', exampleIds.delivery);
    await this.of(SendByHandService).keepUnsent(this.tenant, exampleIds.endpoint, delivery);
  }

  private of<Part>(part: abstract new (...args: never[]) => Part): Part {
    return this.app.get(part, { strict: false });
  }
}

function uuid(prefix: IdPrefix, id: string): string {
  const known = fromPublicId(prefix, id);
  if (known === null) throw new Error(`${id} is no id`);
  return known;
}
