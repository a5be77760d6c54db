// What a list of conversions is asked for.
import type { ListConversionsQuery } from '../../generated/dto.js';
import type { Fault } from '../contract/failure.js';
import { parseDateTime } from '../contract/formats.js';
import { fromPublicId } from '../contract/ids.js';
import type { Unchecked } from '../contract/operation.js';
import type { ConversionFilter } from './conversions.repository.js';

/** The period must not end before it begins. */
export function periodFaults(_body: unknown, query: Unchecked<ListConversionsQuery>): Fault[] {
  if (typeof query.from !== 'string' || typeof query.to !== 'string') return [];
  const [from, to] = [parseDateTime(query.from), parseDateTime(query.to)];
  if (!from || !to || to >= from) return [];
  return [{ path: ['to'], message: 'must not be before from' }];
}

/** Null when the filter asks for an id that cannot exist: nothing fits it. */
export function toFilter(query: ListConversionsQuery): ConversionFilter | null {
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
