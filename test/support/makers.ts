// Makes what a test needs: through the service where that is the shortest way, by SQL where a test must choose times of its own.
import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { components } from '#generated/schema.js';
import { ApiKeysService } from '#accounts/api-keys/api-keys.service.js';
import { keyPermissions, type KeyPermission } from '#platform/contract/permissions.js';
import { fromPublicId, newId, toPublicId } from '#platform/values/ids.js';
import type { Mode } from '#platform/database/tenant.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import type { ApiClient, TestSession } from './call.js';
import { makePerson, type PersonWanted, type TestPerson } from './people.js';
import type { Rows } from './rows.js';

type Schemas = components['schemas'];

export interface TestMerchant {
  /** A UUID. */
  id: string;
  live: string;
  test: string;
}

/** For what needs a key, and for what needs a person, both of one merchant. */
export interface TestCaller {
  key: string;
  session: TestSession;
}

export interface TestLink {
  key: string;
  campaignId: string;
  affiliateId: string;
  code: string;
}

export interface TestClick {
  clickId: string;
  sessionId: string;
}

export class Maker {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly api: ApiClient,
    private readonly rows: Rows,
  ) {}

  /** A merchant with a live and a test key. */
  async merchant(name = `Shop ${unique()}`): Promise<TestMerchant> {
    const { id } = await this.app.get(MerchantsService, { strict: false }).create(name);
    return { id, live: await this.key(id, 'live'), test: await this.key(id, 'test') };
  }

  /** A further key's text. @param permissions all unless told */
  async key(
    merchantId: string,
    mode: Mode,
    permissions: readonly KeyPermission[] = keyPermissions,
  ): Promise<string> {
    const keys = this.app.get(ApiKeysService, { strict: false });
    return (await keys.create({ merchantId, mode, name: `Key ${unique()}`, permissions })).key;
  }

  /** Somebody who is signed in, and belongs to the merchant as its owner unless told otherwise. */
  person(merchantId: string, wanted: PersonWanted = {}): Promise<TestPerson> {
    return makePerson(this.rows, merchantId, wanted);
  }

  /** All that any operation can be called with. */
  async caller(): Promise<TestCaller> {
    const merchant = await this.merchant();
    return { key: merchant.test, session: (await this.person(merchant.id)).session };
  }

  async campaign(
    key: string,
    terms: Partial<Schemas['CreateCampaignBody']> = {},
  ): Promise<Schemas['Campaign']> {
    const body: Schemas['CreateCampaignBody'] = {
      name: `Campaign ${unique()}`,
      landingUrl: 'https://shop.example.com/',
      commissionType: 'PERCENTAGE',
      commissionRate: 10,
      ...terms,
    };
    return (await this.api.expect('createCampaign', 201, { as: key, body })).body.data;
  }

  /** A webhook endpoint, with its secret: from now on what happens is told. */
  async endpoint(
    key: string,
    fields: Partial<Schemas['CreateEndpointBody']> = {},
  ): Promise<Schemas['WebhookEndpointWithSecret']> {
    const body = { name: `Endpoint ${unique()}`, url: 'https://shop.example.com/hooks', ...fields };
    return (await this.api.expect('createEndpoint', 201, { as: key, body: body })).body.data;
  }

  /** A delivery to an endpoint that does not exist: a test that was sent to it. */
  async delivery(key: string, endpointId: string): Promise<string> {
    const reply = await this.api.expect('testEndpoint', 200, { as: key, path: { endpointId } });
    return reply.body.data.deliveryId;
  }

  /** A campaign with one affiliate and link. */
  async link(key: string, terms: Partial<Schemas['CreateCampaignBody']> = {}): Promise<TestLink> {
    const { campaignId } = await this.campaign(key, terms);
    return this.affiliate(key, campaignId);
  }

  /** A further affiliate in a campaign. */
  async affiliate(key: string, campaignId: string): Promise<TestLink> {
    const body = { email: `affiliate-${unique()}@example.com`, campaignId } as Schemas['CreateAffiliateBody'];
    const { affiliateId, links } = (await this.api.expect('createAffiliate', 201, { as: key, body })).body
      .data;
    return { key, campaignId, affiliateId, code: links[0]?.code as string };
  }

  /** A click made through the link, now. */
  async click(link: TestLink, sessionId = sessionName()): Promise<TestClick> {
    const body = { tracking_url: `https://go.example.com/r/${link.code}`, session_id: sessionId };
    const { data } = (await this.api.expect('trackClick', 200, { body })).body;
    return { clickId: data.clickId as string, sessionId };
  }

  /** A click at a moment of the test's choosing, written by SQL as the service would have. */
  async clickAt(
    merchant: TestMerchant,
    mode: Mode,
    link: TestLink,
    at: Date,
    sessionId = sessionName(),
  ): Promise<TestClick> {
    const id = newId();
    const tenant = [merchant.id, mode];
    await this.rows.query(
      'insert into session_directory (session_id, merchant_id, mode, created_at) values ($3, $1, $2, $4) on conflict do nothing',
      [...tenant, sessionId, at],
    );
    await this.rows.query(
      'insert into sessions (merchant_id, mode, id, created_at) values ($1, $2, $3, $4) on conflict do nothing',
      [...tenant, sessionId, at],
    );
    await this.rows.query(
      `insert into clicks (merchant_id, mode, id, session_id, affiliate_id, campaign_id, source, clicked_at)
       values ($1, $2, $3, $4, $5, $6, 'REDIRECT', $7)`,
      [...tenant, id, sessionId, uuidOf('aff', link.affiliateId), uuidOf('cmp', link.campaignId), at],
    );
    return { clickId: toPublicId('clk', id), sessionId };
  }

  /** An order that gives everything the contract requires. */
  order(fields: Partial<Schemas['RecordPostbackBody']> = {}): Schemas['RecordPostbackBody'] {
    return {
      externalId: `order-${unique()}`,
      conversionType: 'SALE',
      amount: 4990,
      currency: 'EUR',
      sessionId: null,
      ...fields,
    };
  }
}

/** A session id as a careful page makes one: 96 random bits. */
export function sessionName(): string {
  return `s_${randomBytes(12).toString('base64url')}`;
}

export function unique(): string {
  return randomBytes(6).toString('hex');
}

function uuidOf(prefix: 'aff' | 'cmp', publicId: string): string {
  const uuid = fromPublicId(prefix, publicId);
  if (uuid === null) throw new Error(`${publicId} is no ${prefix}_ id`);
  return uuid;
}
