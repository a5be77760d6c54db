// The events that the contract declares under `webhooks:`, as the site reads them, and what their idempotency keys are made of.
import type { Json, Media } from './contract.js';
import { mediaOf, resolve } from './contract.js';

export interface ContractEvent {
  /** Such as `conversion.created`. */
  name: string;
  slug: string;
  tag: string;
  summary: string;
  description: string;
  body: Media;
  /** Status (`2XX`) → what it says to us. */
  replies: [status: string, says: string][];
}

/** An event as it is told: what a key may be made of. */
export interface ToldEvent {
  id: string;
  idempotencyKey: string;
  data: Json;
  details: Json;
}

/** Every event, in the order of the contract. @throws Error for one that posts no JSON. */
export function eventsOf(document: Json): ContractEvent[] {
  const webhooks = (document['webhooks'] ?? {}) as Record<string, { post: Json }>;
  return Object.entries(webhooks).map(([name, { post }]) => {
    const body = mediaOf(document, resolve(document, post['requestBody'] as Json)).get('application/json');
    if (!body) throw new Error(`the event ${name} posts no JSON`);
    const responses = Object.entries(post['responses'] as Record<string, Json>);
    return {
      name,
      slug: `event-${name.replace(/[._]/g, '-')}`,
      tag: (post['tags'] as string[])[0] as string,
      summary: post['summary'] as string,
      description: post['description'] as string,
      body,
      replies: responses.map(([status, reply]) => [
        status,
        resolve(document, reply)['description'] as string,
      ]),
    };
  });
}

/**
 * What an event's key is made of, read from the example: `conversion.refunded:refund:{data.conversionId}:{details.refundId}`. Where `data` and
 * `details` name one thing, `details` is what happened.
 * @throws Error for an example whose key holds an id that stands nowhere else in it.
 */
export function keyTemplateOf(example: ToldEvent): string {
  const { id, data, details, idempotencyKey } = example;
  const places = new Map([
    ...fieldsOf('data', data),
    ...fieldsOf('details', details),
    [id, '{id}'] as [string, string],
  ]);
  const parts = idempotencyKey.split(':').map((part) => places.get(part) ?? part);
  const lost = parts.find((part) => /^[a-z]{2,4}_[0-9a-z]{26}$/.test(part));
  if (lost !== undefined) throw new Error(`${idempotencyKey}: ${lost} stands nowhere else in the example`);
  return parts.join(':');
}

/** The key that an event has by the template. */
export function keyBy(template: string, told: ToldEvent): string {
  return template.replace(/\{([\w.]+)\}/g, (_, path: string) =>
    String(path.split('.').reduce<unknown>((at, name) => (at as Json)[name], told)),
  );
}

/** Value → where it stands, of the texts that a key can hold. */
function fieldsOf(holder: 'data' | 'details', fields: Json): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' && name.endsWith('Id') ? [[value, `{${holder}.${name}}`]] : [],
  );
}
