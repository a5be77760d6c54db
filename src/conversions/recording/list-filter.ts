// What a list of conversions is asked for.
import type {
  ExportConversionsQuery,
  ListConversionsQuery,
  SummarizeConversionsQuery,
} from '#generated/dto.js';
import { toFilter } from '#platform/values/filter.js';
import type { ConversionFilter } from './conversions.repository.js';

/** A list, its sums and its export take the same filters. */
type Asked = ListConversionsQuery | ExportConversionsQuery | SummarizeConversionsQuery;

/** Null when nothing fits. */
export function toConversionFilter(query: Asked): ConversionFilter | null {
  return toFilter(query, ['externalId', 'status', 'affiliateId', 'campaignId', 'from', 'to']);
}
