// Events for tests: numbered now, read to the end, each checked against what the contract says of its name.
import type { components } from '#generated/schema.js';
import { NumberEventsService } from '#integrations/events/number-events.service.js';
import { ajvOf, sealed, type Json } from '../contract/support/document.js';
import { keyBy, keyTemplateOf, type ToldEvent } from '../../web/docs/events.js';
import type { SharedApp } from './app.js';

export type Event = components['schemas']['Event'];

/** Everything that happened so far has its number. */
export function numbered({ service }: Pick<SharedApp, 'service'>): Promise<void> {
  const { poll } = service.app.get(NumberEventsService, { strict: false });
  // One that is under way may have looked before what is waited for.
  return poll.tick().then(() => poll.tick());
}

/** Begins the feed of this key's merchant and mode. @returns where it begins */
export async function openFeed(app: SharedApp, as: string): Promise<string> {
  const { cursor } = (await app.api.expect('listEvents', 200, { as, query: {} })).body.data;
  return cursor;
}

/** All events behind a cursor, of which each is as the contract says of events of its name. */
export async function eventsAfter(app: SharedApp, as: string, after: string, limit = 100): Promise<Event[]> {
  await numbered(app);
  const all: Event[] = [];
  for (let cursor = after; ;) {
    const { data } = (await app.api.expect('listEvents', 200, { as, query: { after: cursor, limit } })).body;
    all.push(...data.events);
    if (!data.hasMore) break;
    cursor = data.cursor;
  }
  for (const event of all) checkEvent(event);
  return all;
}

/** @throws Error for one that the contract does not say. */
export function checkEvent(event: Event): void {
  const webhooks = sealed['webhooks'] as Record<string, { post: Json }>;
  const body = webhooks[event.event]?.post['requestBody'] as {
    content: Record<string, { schema: Json; examples: Record<string, { value: ToldEvent }> }>;
  };
  if (!body) throw new Error(`the contract knows no event ${event.event}`);
  const { $ref } = body.content['application/json']!.schema as { $ref: string };
  const validate = ajvOf(sealed).compile({ $ref: `contract${$ref}` });
  const isSaid: boolean = validate(event);
  if (!isSaid)
    throw new Error(`${event.event} breaks the contract: ${ajvOf(sealed).errorsText(validate.errors)}`);
  // The pages of the events say by the example what a key is made of.
  const [example] = Object.values(body.content['application/json']!.examples);
  const said = keyBy(keyTemplateOf(example!.value), event);
  if (said !== event.idempotencyKey)
    throw new Error(`the key is ${event.idempotencyKey}, and by its page ${said}`);
}
