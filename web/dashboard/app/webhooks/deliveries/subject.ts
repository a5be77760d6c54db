// What an event is about, read out of its body. Pure.

export interface EventSubject {
  kind: 'conversion' | 'endpoint' | 'payout' | 'affiliate';
  id: string;
  /** What people call it; null where the body does not say. */
  name: string | null;
}

/** In this order: a commission names its order too, and a payout its affiliate. */
const PLACES = [
  ['conversion', 'conversionId', 'externalId'],
  ['endpoint', 'endpointId', 'name'],
  ['payout', 'payoutId', null],
  ['affiliate', 'affiliateId', null],
] as const;

/** @param body as it is sent @returns null for what is about nothing, such as a test */
export function subjectOf(body: string): EventSubject | null {
  const data = dataOf(body);
  for (const [kind, field, nameField] of PLACES) {
    const id = data[field];
    if (typeof id !== 'string') continue;
    const name = nameField && data[nameField];
    return { kind, id, name: typeof name === 'string' ? name : null };
  }
  return null;
}

function dataOf(body: string): Record<string, unknown> {
  try {
    const { data } = JSON.parse(body) as { data?: unknown };
    return typeof data === 'object' && data !== null ? { ...data } : {};
  } catch {
    return {};
  }
}
