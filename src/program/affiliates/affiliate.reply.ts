// An affiliate as the contract shows it: with its links, ready to share.
import { toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import type { AffiliateEntity } from './affiliate.entity.js';
import type { AffiliateLinkEntity } from './affiliate-link.entity.js';

/**
 * The row and its links as a literal of the contract's type.
 * @param links may hold other affiliates' links too; only this one's are taken.
 * @param publicUrl where visitors reach this service, without a slash at the end.
 */
export function toAffiliate(
  row: AffiliateEntity,
  links: AffiliateLinkEntity[],
  publicUrl: string,
): Schema<'Affiliate'> {
  return {
    affiliateId: toPublicId('aff', row.id),
    email: row.email,
    firstName: row.first_name,
    status: row.status,
    links: links.filter((link) => link.affiliate_id === row.id).map((link) => toLink(link, publicUrl)),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function toLink(link: AffiliateLinkEntity, publicUrl: string): Schema<'AffiliateLink'> {
  return {
    campaignId: toPublicId('cmp', link.campaign_id),
    code: link.code,
    url: `${publicUrl}/r/${link.code}`,
    createdAt: link.created_at.toISOString(),
  };
}

/** As events tell it: an email is sent to nobody who did not ask for it. */
export function withoutEmail({
  affiliateId,
  firstName,
  status,
  links,
  createdAt,
  updatedAt,
}: Schema<'Affiliate'>): Schema<'EventAffiliate'> {
  return { affiliateId, firstName, status, links, createdAt, updatedAt };
}
