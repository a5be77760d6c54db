// Waiting for something, but not for ever.
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What `asked` resolves to, or `otherwise` when that takes longer than `milliseconds`. Rejects when `asked` does so in time; later,
 * nobody hears of it any more. The timer is gone with the answer.
 */
export async function withTimeout<T, U>(
  milliseconds: number,
  asked: Promise<T>,
  otherwise: U,
): Promise<T | U> {
  const patience = new AbortController();
  const late = sleep(milliseconds, otherwise, { signal: patience.signal }).catch(() => otherwise);
  try {
    return await Promise.race([asked, late]);
  } finally {
    patience.abort();
    asked.catch(() => undefined);
  }
}
