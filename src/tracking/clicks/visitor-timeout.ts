// A visitor who follows a link waits a second for the database, no longer.
import { isOutage } from '#platform/database/database-errors.js';
import { withTimeout } from '#platform/time/with-timeout.js';
import { VISITOR_PATIENCE_MS } from '#platform/time/time-budget.js';

/** What `asked` resolves to, or `otherwise` when that takes more than a second or the database is away. Other errors are thrown. */
export async function withVisitorTimeout<T, U>(asked: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await withTimeout(VISITOR_PATIENCE_MS, asked, otherwise);
  } catch (error) {
    if (isOutage(error)) return otherwise;
    throw error;
  }
}
