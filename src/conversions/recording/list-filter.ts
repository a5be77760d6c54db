// What a list of conversions is asked for.
import type { ExportConversionsQuery, ListConversionsQuery } from '#generated/dto.js';
import { parseDateTime } from '#platform/values/formats.js';
import { fromPublicId } from '#platform/values/ids.js';
import type { ConversionFilter } from './conversions.repository.js';

/** A list and an export take the same filters. */
type Asked = ListConversionsQuery | ExportConversionsQuery;

/** Null when the filter asks for an id that cannot exist: nothing fits it. */
export function toConversionFilter(query: Asked): ConversionFilter | null {
  const affiliateId = query.affiliateId === undefined ? undefined : fromPublicId('aff', query.affiliateId);
  const campaignId = query.campaignId === undefined ? undefined : fromPublicId('cmp', query.campaignId);
  if (affiliateId === null || campaignId === null) return null;
  return {
    externalId: query.externalId,
    status: query.status,
    affiliateId,
    campaignId,
    from: (query.from && parseDateTime(query.from)) || undefined,
    to: (query.to && parseDateTime(query.to)) || undefined,
  };
}
