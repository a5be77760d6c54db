// Loaded before each test file, in the process that the files of a worker share: a file that leaves a process, a port, a timer or a
// database behind fails itself.
import { setTimeout as sleep } from 'node:timers/promises';
import { begin, end, remains } from './remains.js';
import './worker.js';

/** Processes end and sockets close a moment after they were told to. */
const GONE_WITHIN_MS = Number(process.env['LEFT_BEHIND_AFTER_MS'] ?? 20_000);
const LOOK_EVERY_MS = 20;

beforeAll(begin);

// The last word of a file: hooks of this kind run in reverse order, and this is its first.
afterAll(async () => {
  const left = await remains();
  const deadline = performance.now() + GONE_WITHIN_MS;
  // Only what is there at every look was left: what the worker's service is doing comes and goes.
  while (left.size > 0 && performance.now() < deadline) {
    await sleep(LOOK_EVERY_MS);
    const still = await remains();
    for (const one of left.keys()) if (!still.has(one)) left.delete(one);
  }
  end();
  if (left.size > 0) throw new Error(`This file leaves something behind:\n${[...left.values()].join('\n')}`);
});
