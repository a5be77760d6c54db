// Fills the demo merchant with ninety days of a programme, through the very services that a merchant's calls go through: what comes of
// it was decided, claimed and paid like everything else. Only the times are chosen.
import type { AffiliatesService } from '#program/affiliates/affiliates.service.js';
import type { EnrolmentService } from '#program/affiliates/enrolment.service.js';
import type { CampaignsService } from '#program/campaigns/campaigns.service.js';
import { fromPublicId, lowestIdAt } from '#platform/values/ids.js';
import type { ConversionsService } from '#conversions/recording/conversions.service.js';
import { hashEmail } from '#conversions/recording/email.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { RecordClicksService } from '#tracking/clicks/record-clicks.service.js';
import type { RecordIdentitiesService } from '#tracking/clicks/record-identities.service.js';
import type { JobQueue } from '#platform/jobs/job-queue.service.js';
import { demoAffiliates, demoCampaigns, type DemoAffiliate } from './cast.js';
import { Aftermath, type AftermathCounts, type AftermathParts } from './aftermath.js';
import type { FilledOrders } from './demo.repository.js';
import { Random } from './random.js';
import { Story, type Chapter, type DemoLink, type Visit } from './story.js';

/** Orders, or visits, under way at once: a group of the writers. */
const AT_ONCE = 200;

export interface FillOptions {
  tenant: Tenant;
  orders: number;
  seed: number;
  /** Begins the names of this run's orders and sessions; no other run's. */
  run: string;
  /** Told how many orders are recorded. */
  progress: (orders: number) => void;
}

export interface Filled extends FilledOrders, AftermathCounts {
  campaigns: number;
  affiliates: number;
  clicks: number;
}

export interface FillerParts extends AftermathParts {
  campaigns: CampaignsService;
  affiliates: AffiliatesService;
  enrolment: EnrolmentService;
  clicks: RecordClicksService;
  identities: RecordIdentitiesService;
  conversions: ConversionsService;
  jobs: JobQueue;
}

export class DemoFiller {
  constructor(private readonly parts: FillerParts) {}

  /** Adds orders to what is there; campaigns and affiliates are made once. */
  async fill(options: FillOptions): Promise<Filled> {
    const { tenant, orders, run } = options;
    const startedAt = this.parts.clock.now();
    const links = await this.enrol(tenant, await this.openCampaigns(tenant));
    const story = new Story(new Random(options.seed), links, run, hashEmail);
    const times = story.times(orders, startedAt);
    let clicks = 0;
    for (let start = 0; start < orders; start += AT_ONCE) {
      const chapters = story.next(times.slice(start, start + AT_ONCE));
      clicks += await this.tell(tenant, chapters);
      options.progress(Math.min(orders, start + AT_ONCE));
    }
    await this.parts.jobs.idle();
    const ours = { prefix: `demo-${run}-`, since: lowestIdAt(startedAt) };
    const later = await new Aftermath(this.parts).tell(tenant, ours);
    const came = await this.parts.repository.count(this.parts.database.atOnce, tenant, ours);
    return { campaigns: demoCampaigns.length, affiliates: demoAffiliates.length, clicks, ...came, ...later };
  }

  /** Visits, then who the visitors are, then what they bought. Returns the number of visits. */
  private async tell(tenant: Tenant, chapters: readonly Chapter[]): Promise<number> {
    const visits = chapters.flatMap((chapter) => chapter.visits);
    for (let start = 0; start < visits.length; start += AT_ONCE) {
      await Promise.all(visits.slice(start, start + AT_ONCE).map((visit) => this.click(tenant, visit)));
    }
    await Promise.all(visits.map((visit) => this.identify(tenant, visit)));
    const caller = { ...tenant, keyId: null, personId: null, merchantName: '' };
    await Promise.all(
      chapters.map(({ order }) => this.parts.conversions.record(caller, order, { dryRun: false })),
    );
    return visits.length;
  }

  private click(tenant: Tenant, { id, sessionId, link, at }: Visit): Promise<void> {
    const { affiliateId, campaignId } = link;
    return this.parts.clicks.record(
      { ...tenant, id, sessionId, affiliateId, campaignId, source: 'REDIRECT', clickedAt: at },
      { hurry: false },
    );
  }

  private async identify(tenant: Tenant, { sessionId, emailHash, at }: Visit): Promise<void> {
    if (emailHash === null) return;
    await this.parts.identities.record({ sessionId, emailHash, tenant, vouched: true, client: null, at });
  }

  /** The ids of the demo's campaigns, by name; those that are not there yet are made. */
  private async openCampaigns(tenant: Tenant): Promise<Map<string, string>> {
    const { items } = await this.parts.campaigns.list(tenant, { status: 'ACTIVE', limit: 100 });
    const ids = new Map(items.map(({ name, campaignId }) => [name, campaignId]));
    for (const { name, terms } of demoCampaigns) {
      if (ids.has(name)) continue;
      const made = { name, ...terms, status: 'ACTIVE' as const, landingUrl: 'https://shop.example/' };
      ids.set(name, (await this.parts.campaigns.create(tenant, made)).campaignId);
    }
    return ids;
  }

  private async enrol(tenant: Tenant, campaignIds: Map<string, string>): Promise<DemoLink[]> {
    const links: DemoLink[] = [];
    for (const affiliate of demoAffiliates) {
      for (const name of affiliate.campaigns) {
        const campaignId = campaignIds.get(name) as string;
        links.push(await this.linkOf(tenant, affiliate, name, campaignId));
      }
    }
    return links;
  }

  private async linkOf(
    tenant: Tenant,
    { email, firstName, weight }: DemoAffiliate,
    name: string,
    campaignId: string,
  ): Promise<DemoLink> {
    const [known] = (await this.parts.affiliates.list(tenant, { email })).items;
    const found = known?.links.some((link) => link.campaignId === campaignId)
      ? known
      : await this.parts.enrolment.create(tenant, { email, firstName, campaignId });
    return {
      affiliateId: fromPublicId('aff', found.affiliateId) as string,
      campaignId: fromPublicId('cmp', campaignId) as string,
      code: found.links.find((link) => link.campaignId === campaignId)!.code,
      weight,
      campaign: demoCampaigns.find((campaign) => campaign.name === name)!,
    };
  }
}
