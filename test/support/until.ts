// Waiting for something to become so, instead of sleeping and hoping.
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;
/** The machine's, though a test may hold that of the service. */
const now = () => Number(process.hrtime.bigint() / 1_000_000n);

/**
 * Resolves as soon as `isSo` says so, and fails when it has not within a generous time: on a busy machine everything takes longer.
 * @throws Error with the text of the condition, unless `what` names it.
 */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  withinMs = 30_000,
  what = isSo.toString(),
): Promise<void> {
  const deadline = now() + withinMs;
  while (!(await isSo())) {
    if (now() > deadline) throw new Error(`waited ${withinMs} ms in vain until ${what}`);
    await sleep(LOOK_EVERY_MS);
  }
}
