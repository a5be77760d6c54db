// Feeds for tests: what happens is told from the moment at which a test has opened one.
import type { INestApplicationContext } from '@nestjs/common';
import { EventOutbox } from '#platform/events/event-outbox.service.js';

/** A feed that was just opened is known here: a look that was under way had not seen it, and what happens next would not be told. */
export async function feedKnown(app: INestApplicationContext): Promise<void> {
  const { poll } = app.get(EventOutbox, { strict: false });
  await poll.tick().then(() => poll.tick());
}
