// What a list of conversions is asked for.
import type { ExportConversionsQuery, ListConversionsQuery } from '#generated/dto.js';
import { toFilter } from '#platform/values/filter.js';
import type { ConversionFilter } from './conversions.repository.js';

/** A list and an export take the same filters. */
type Asked = ListConversionsQuery | ExportConversionsQuery;

/** Null when nothing fits. */
export function toConversionFilter(query: Asked): ConversionFilter | null {
  return toFilter(query, ['externalId', 'status', 'affiliateId', 'campaignId', 'from', 'to']);
}
