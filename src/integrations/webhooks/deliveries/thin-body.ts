// The body for endpoints that want no more than to know where to look: ids, and the address of what it happened to. Pure, so that the same
// event always has the same bytes.
import type { StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';

type Told = Schema<'Event'>;

/** What this endpoint is sent of an event. @param body the whole one */
export function bodyFor(
  { payload }: Pick<StoredEndpoint, 'payload'>,
  body: string,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): string {
  return payload === 'THIN' ? thinBody(body, publicUrl) : body;
}

/** Of what an event may be about: the field that names it, and where it is read. */
const PLACES = [
  ['conversionId', '/api/v1/conversions/'],
  ['commissionId', '/api/v1/commissions/'],
  ['payoutId', '/api/v1/payouts/'],
  ['affiliateId', '/api/v1/affiliates/'],
  ['endpointId', '/api/v1/webhook-endpoints/'],
] as const;

/** @param body the whole one @param publicUrl without a slash at its end */
export function thinBody(body: string, publicUrl: string): string {
  const whole = JSON.parse(body) as Told;
  const { data } = whole;
  const named = PLACES.map(([field]) => [field, data[field]] as const);
  const ids = Object.fromEntries(named.filter(([, id]) => typeof id === 'string'));
  const own = PLACES.find(([field]) => whole.event.startsWith(field.replace('Id', '')));
  const id = own && data[own[0]];
  const url = own && typeof id === 'string' ? `${publicUrl}${own[1]}${id}` : null;
  return JSON.stringify({ ...whole, data: { ...ids, url }, details: {} });
}
