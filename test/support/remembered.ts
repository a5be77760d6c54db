// The last requests as the service keeps them: written down now, and read until those are there that a test waits for.
import type { components } from '#generated/schema.js';
import { RecordRequestsService } from '#accounts/requests/record-requests.service.js';
import type { SharedApp } from './app.js';
import { unique } from './makers.js';
import { until } from './until.js';

export type Remembered = components['schemas']['RecentRequest'];

/** A header that gives a call an id of the test's. */
export function named(requestId = unique()): { requestId: string; headers: Record<string, string> } {
  return { requestId, headers: { 'x-request-id': requestId } };
}

/** Writes down what is over. A call is over when its connection has taken the reply, which is a moment after the caller has it. */
export function writeDown({ service }: Pick<SharedApp, 'service'>): Promise<void> {
  return service.app.get(RecordRequestsService, { strict: false }).flush();
}

/** What is remembered of these calls with a key of this merchant and mode, in their order; waits until all of them are there. */
export async function rememberedOf(
  app: SharedApp,
  key: string,
  ...requestIds: string[]
): Promise<Remembered[]> {
  let found: Remembered[] = [];
  await until(async () => {
    await writeDown(app);
    const { body } = await app.api.expect('listRequests', 200, { as: key, query: { limit: 100 } });
    found = body.data;
    return requestIds.every((id) => found.some(({ requestId }) => requestId === id));
  });
  return requestIds.map((id) => found.find(({ requestId }) => requestId === id)!);
}
