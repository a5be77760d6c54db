// Something to try the service with, made once: a merchant, and per mode a key, a campaign, an affiliate and a link.
import { Injectable } from '@nestjs/common';
import { EnrolmentService } from '#program/affiliates/enrolment.service.js';
import { ApiKeysService } from '#accounts/api-keys/api-keys.service.js';
import { CampaignsService } from '#program/campaigns/campaigns.service.js';
import { Failure } from '#platform/errors/failure.js';
import { toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Mode, Tenant } from '#platform/database/tenant.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';

/** The demo merchant of every installation: whoever inserts this id first makes the demo, everybody else finds it made. */
export const DEMO_MERCHANT = '01939000-0000-7000-8000-00000000d3a0';
const MERCHANT_NAME = 'Demo shop';
/** Of the test link, so that what the guides show can be pasted as it stands. */
export const DEMO_CODE = 'summer-blog';

type Affiliate = Schema<'Affiliate'>;

export interface DemoTenant {
  /** The key's text: this is the only time it is known. */
  key: string;
  campaignId: string;
  affiliateId: string;
  /** Tracking code. */
  code: string;
  /** The link to share, `…/r/{code}`. */
  link: string;
}

export interface Demo {
  /** `mer_…` */
  merchantId: string;
  merchantName: string;
  live: DemoTenant;
  test: DemoTenant;
}

@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly merchants: MerchantsService,
    private readonly apiKeys: ApiKeysService,
    private readonly campaigns: CampaignsService,
    private readonly enrolment: EnrolmentService,
  ) {}

  /**
   * Makes the demo merchant with all that belongs to it, in one transaction; null when it was made before, whichever replica
   * did it. The test link's code is the guides' one, unless somebody has it; keys and the live code are random like any others.
   */
  createOnce(): Promise<Demo | null> {
    return this.database.transaction(async (tx) => {
      if (!(await this.merchants.createOnce(tx, DEMO_MERCHANT, MERCHANT_NAME))) return null;
      return {
        merchantId: toPublicId('mer', DEMO_MERCHANT),
        merchantName: MERCHANT_NAME,
        live: await this.createTenant(tx, 'live'),
        test: await this.createTenant(tx, 'test', DEMO_CODE),
      };
    });
  }

  private async createTenant(tx: Tx, mode: Mode, code?: string): Promise<DemoTenant> {
    const tenant = { merchantId: DEMO_MERCHANT, mode };
    const { key } = await this.apiKeys.create({ ...tenant, name: `Demo key (${mode})` }, tx);
    const { campaignId } = await this.campaigns.createWithin(tx, tenant, demoCampaign);
    const { affiliateId, links } = await this.enrol(tx, tenant, campaignId, code);
    const [link] = links;
    if (!link) throw new Error('the demo affiliate has no link');
    return { key, campaignId, affiliateId, code: link.code, link: link.url };
  }

  /** With the chosen code, or with a random one when it is taken. */
  private async enrol(tx: Tx, tenant: Tenant, campaignId: string, code?: string): Promise<Affiliate> {
    const request = { email: 'affiliate@example.com', firstName: 'Alex', campaignId };
    try {
      return await this.enrolment.createWithin(tx, tenant, { ...request, code });
    } catch (error) {
      const isTaken = error instanceof Failure && error.code === 'ALREADY_EXISTS';
      if (code === undefined || !isTaken) throw error;
      // The affiliate is made already, in this transaction, and only joins.
      return this.enrolment.createWithin(tx, tenant, request);
    }
  }
}

const demoCampaign = {
  name: 'Demo campaign',
  status: 'ACTIVE',
  landingUrl: 'https://shop.example/',
  commissionType: 'PERCENTAGE',
  commissionRate: 10,
  currency: 'EUR',
  commissionRecurring: false,
  attributionWindowDays: 90,
} as const;
