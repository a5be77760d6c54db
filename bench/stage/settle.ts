// Waits until the service has done what follows from the orders it acknowledged.
import type { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Work that takes longer than this is not waited for. */
const SETTLE_WITHIN_MS = 10_000;

/** Until no work row is left. @returns how long that took, in milliseconds */
export async function settle(client: Client): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await client.query<{ left: boolean }>('select exists (select from work) as left');
    const elapsed = performance.now() - startedAt;
    if (rows[0]?.left !== true || elapsed > SETTLE_WITHIN_MS) return elapsed;
    await sleep(20);
  }
}
