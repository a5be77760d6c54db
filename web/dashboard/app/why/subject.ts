// What somebody pasted, and what it most likely is. An email never gets into an address: it is hashed here, as a postback's would be.
import { oneOf, textIn } from '../search.js';
import type { Query } from '../api/types.js';

export const kinds = ['order', 'conversion', 'session', 'click', 'code', 'email', 'customer'] as const;
export type Kind = (typeof kinds)[number];

/** As the address says it: for an email `q` is its hash. */
export interface WhySearch {
  kind?: Kind | undefined;
  q?: string | undefined;
}

export function validateWhy(search: Record<string, unknown>): WhySearch {
  return { kind: oneOf(search, 'kind', kinds), q: textIn(search, 'q') };
}

const HASH = /^[0-9a-f]{64}$/i;

/** By the form of the text alone. What has none of its own is taken for the shop's order id. */
export function likelyKind(text: string): Kind {
  const sent = text.trim();
  if (/^cnv_/.test(sent)) return 'conversion';
  if (/^rcs_/.test(sent)) return 'session';
  if (/^clk_/.test(sent)) return 'click';
  return HASH.test(sent) || /^\S+@\S+$/.test(sent) ? 'email' : 'order';
}

/** What is put into the address. @throws Error where the browser cannot hash: on plain http by another name than localhost */
export async function addressed(kind: Kind, text: string): Promise<string> {
  const sent = text.trim();
  if (kind !== 'email' || HASH.test(sent)) return sent;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent.toLowerCase()));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const parameters = {
  order: 'externalId',
  conversion: 'conversionId',
  session: 'sessionId',
  click: 'clickId',
  code: 'code',
  email: 'customerEmailHash',
  customer: 'customerId',
} as const satisfies Record<Kind, keyof NonNullable<Query<'getTrace'>>>;

export function toTraceQuery({ kind = 'order', q = '' }: WhySearch): NonNullable<Query<'getTrace'>> {
  return { [parameters[kind]]: q };
}
