// A visitor who follows a link waits a second for the database, no longer.
import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from '../database/database-errors.js';

const PATIENCE_MS = 1000;

/** What `asked` resolves to, or `otherwise` when that takes more than a second or the database is away. Other errors are thrown. */
export async function withinPatience<T, U>(asked: Promise<T>, otherwise: U): Promise<T | U> {
  const impatience = new AbortController();
  const late = sleep(PATIENCE_MS, otherwise, { signal: impatience.signal, ref: false }).catch(
    () => otherwise,
  );
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    if (isOutage(error)) return otherwise;
    throw error;
  } finally {
    impatience.abort();
    asked.catch(() => undefined); // when it was too late, nobody hears of it any more
  }
}
