// Deliveries for tests: what is due is sent now, and what waits for later becomes due.
import { DeliverService } from '#integrations/webhooks/deliveries/deliver.service.js';
import { SendService } from '#integrations/webhooks/deliveries/send.service.js';
import type { TestApp } from './app.js';
import { numbered } from './events.js';

/** All that happened was sent as far as it is due. */
export async function allSent(app: TestApp): Promise<void> {
  await numbered(app);
  const [{ poll }, sending] = [get(app, DeliverService), get(app, SendService)];
  // What was taken may make room for more.
  for (let looks = 0; looks < 3; looks++) {
    await poll.tick();
    await sending.settled();
  }
}

const get = <T>({ service }: TestApp, which: new (...args: never[]) => T) =>
  service.app.get(which, { strict: false });

/** What a receiver got: each event's name, in the order in which it came. */
export function told(
  received: readonly { body: Buffer }[],
): { event: string; id: string; sequence: number }[] {
  return received.map(({ body }) => JSON.parse(body.toString()) as never);
}
