// Who was first: a customer's first credited conversion of a type in a campaign, and where a customer was first credited at all.
// "First" is an insert, never a look-up: of two at once, the unique key lets one through.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { uniqueBy } from '#platform/database/grouping.js';
import type { Tenant } from '#platform/database/tenant.js';

export interface Claim extends Tenant {
  customerKey: string;
  conversionType: string;
  campaignId: string;
  conversionId: string;
  occurredAt: Date;
}

export interface FirstCredit extends Tenant {
  customerId: string;
  affiliateId: string;
  campaignId: string;
  conversionId: string;
  occurredAt: Date;
}

export interface ClaimHolder {
  conversionId: string;
  firstOccurredAt: Date;
}

const claimColumns =
  '"merchantId" uuid, mode text, "customerKey" text, "conversionType" text, "campaignId" uuid, "conversionId" uuid, "occurredAt" timestamptz';

@Injectable()
export class ClaimsRepository {
  /** The holder of each claim, in the order asked; null where nobody holds it. */
  async holders(queryable: Queryable, claims: readonly Claim[]): Promise<(ClaimHolder | null)[]> {
    if (claims.length === 0) return [];
    const rows = await queryable.query<{ index: number; conversion_id: string; first_occurred_at: Date }>(
      prepared(`select (a.ordinality - 1)::int as index, h.conversion_id, h.first_occurred_at
       from rows from (json_to_recordset($1) as (${claimColumns})) with ordinality as
         a("merchantId", mode, "customerKey", "conversionType", "campaignId", "conversionId", "occurredAt", ordinality)
       join customer_claims h on h.merchant_id = a."merchantId" and h.mode = a.mode and h.customer_key = a."customerKey"
         and h.conversion_type = a."conversionType" and h.campaign_id = a."campaignId"`),
      [JSON.stringify(claims)],
    );
    const byIndex = new Map(rows.map((row) => [row.index, row]));
    return claims.map((_, index) => {
      const row = byIndex.get(index);
      return row ? { conversionId: row.conversion_id, firstOccurredAt: row.first_occurred_at } : null;
    });
  }

  /** Claims what is still free, of equal claims the first in the list. Returns the conversions that won theirs. */
  async claim(tx: Tx, claims: readonly Claim[]): Promise<Set<string>> {
    if (claims.length === 0) return new Set();
    const rows = await tx.query<{ conversion_id: string }>(
      prepared(`insert into customer_claims
         (merchant_id, mode, customer_key, conversion_type, campaign_id, conversion_id, first_occurred_at)
       select "merchantId", mode, "customerKey", "conversionType", "campaignId", "conversionId", "occurredAt"
       from json_to_recordset($1) as a(${claimColumns})
       order by "merchantId", mode collate "C", "customerKey" collate "C", "conversionType" collate "C", "campaignId"
       on conflict (merchant_id, mode, customer_key, conversion_type, campaign_id) do nothing
       returning conversion_id`),
      [JSON.stringify(uniqueBy(claims, claimKey))],
    );
    return new Set(rows.map((row) => row.conversion_id));
  }

  /** Remembers where each customer was first credited; returns the credits that were the first. */
  async credit(tx: Tx, credits: readonly FirstCredit[]): Promise<FirstCredit[]> {
    if (credits.length === 0) return [];
    const proposed = uniqueBy(credits, creditKey);
    const rows = await tx.query<{ conversion_id: string }>(
      prepared(`insert into customer_credits
         (merchant_id, mode, customer_id, affiliate_id, campaign_id, conversion_id, first_occurred_at)
       select "merchantId", mode, "customerId", "affiliateId", "campaignId", "conversionId", "occurredAt"
       from json_to_recordset($1) as a("merchantId" uuid, mode text, "customerId" text, "affiliateId" uuid,
         "campaignId" uuid, "conversionId" uuid, "occurredAt" timestamptz)
       order by "merchantId", mode collate "C", "customerId" collate "C"
       on conflict (merchant_id, mode, customer_id) do nothing
       returning conversion_id`),
      [JSON.stringify(proposed)],
    );
    const first = new Set(rows.map((row) => row.conversion_id));
    return proposed.filter((credit) => first.has(credit.conversionId));
  }
}

function claimKey(claim: Claim): string {
  return JSON.stringify([
    claim.merchantId,
    claim.mode,
    claim.customerKey,
    claim.conversionType,
    claim.campaignId,
  ]);
}

function creditKey(credit: FirstCredit): string {
  return JSON.stringify([credit.merchantId, credit.mode, credit.customerId]);
}
