// A merchant with the services that run its programme, on a database of the test's own.
import { AffiliatesFacade } from '#program/affiliates/affiliates.facade.js';
import { AffiliatesRepository } from '#program/affiliates/affiliates.repository.js';
import { AffiliatesService } from '#program/affiliates/affiliates.service.js';
import { EnrolmentService } from '#program/affiliates/enrolment.service.js';
import { LinksRepository } from '#program/affiliates/links.repository.js';
import { CampaignDirectory } from '#program/campaigns/campaign-directory.repository.js';
import { CampaignsFacade } from '#program/campaigns/campaigns.facade.js';
import { CampaignsRepository } from '#program/campaigns/campaigns.repository.js';
import { CampaignsService } from '#program/campaigns/campaigns.service.js';
import { loadConfig } from '#config.js';
import type { Database } from '#platform/database/database.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { OutboxRepository } from '#platform/events/outbox.repository.js';
import { createLog } from '#platform/logging/log.js';
import { SystemClock } from '#platform/time/clock.js';
import type { Tenant } from '#platform/database/tenant.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';

export const newCampaign = {
  name: 'Autumn',
  status: 'ACTIVE',
  landingUrl: 'https://shop.example/',
  commissionType: 'PERCENTAGE',
  commissionRate: 10,
  currency: 'EUR',
  commissionRecurring: false,
  attributionWindowDays: 90,
} as const;

export interface Programme {
  campaigns: CampaignsService;
  enrolment: EnrolmentService;
  affiliates: AffiliatesService;
  lookup: AffiliatesFacade;
  merchants: MerchantsService;
  /** A new merchant in live mode. */
  makeTenant(): Promise<Tenant>;
}

/** The services, wired as their modules wire them. */
export function makeProgramme(database: Database): Programme {
  const campaignsRepository = new CampaignsRepository();
  const affiliatesRepository = new AffiliatesRepository();
  const links = new LinksRepository();
  const config = loadConfig({ PUBLIC_URL: 'https://go.example' });
  const clock = new SystemClock();
  const outbox = new EventOutbox(database, new OutboxRepository(), createLog('silent'), clock);
  const merchants = new MerchantsService(database, new MerchantsRepository());
  return {
    campaigns: new CampaignsService(database, campaignsRepository, new CampaignDirectory()),
    enrolment: new EnrolmentService(
      database,
      new CampaignsFacade(campaignsRepository),
      affiliatesRepository,
      links,
      config,
    ),
    affiliates: new AffiliatesService(database, affiliatesRepository, links, outbox, config, clock),
    lookup: new AffiliatesFacade(database, links),
    merchants,
    makeTenant: async () => ({ merchantId: (await merchants.create('Shop')).id, mode: 'live' }),
  };
}

/** What every promise came to: its value, or the failure's code and message. */
export async function outcomes(promises: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'done';
    const { code, message } = one.reason as { code?: string; message: string };
    return code ?? message;
  });
}
