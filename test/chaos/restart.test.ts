// A restart as a supervisor does it: SIGTERM, and as soon as the old process has ended the new one is started. Orders go on coming in, from
// clients that try three times, and each finds one of the two.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { START_HOLD_MS } from '#platform/time/time-budget.js';
import { freePort } from '../support/free-port.js';
import {
  endBySignal,
  killTree,
  makeDataFolder,
  startRunningService,
  type RunningService,
} from '../support/running-service.js';
import { until } from '../support/until.js';
import { Target, type Outcome } from './client.js';

const ROUNDS = Math.max(1, Math.floor(Number(process.env['CHAOS_ROUNDS'] ?? 3) / 5));
const ORDERS_A_SECOND = 50;
/** As the official client waits before its second and its third try: at least so long, and as much again at random. */
const PAUSES_MS = [300, 600];
const RANDOM_MS = 300;
const SETTLED = [200, 201];
const LIMIT_MS = 120_000;

let folder: ReturnType<typeof makeDataFolder>;
let service: RunningService;
let target: Target;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = makeDataFolder();
  environment = { PORT: String(await freePort()) };
  service = await startRunningService(folder.dataDir, { environment });
  target = new Target(service.url, service.key as string, service.code as string);
});

afterAll(async () => {
  await killTree(service);
  folder.remove();
});

/** What a client that tries three times is told in the end, and what it was told before. */
async function order(externalId: string): Promise<string[]> {
  const told: string[] = [];
  for (let tries = 0; ; tries++) {
    const body = { externalId, conversionType: 'SALE', amount: 4990, currency: 'EUR' };
    const outcome = await target.post('/api/v1/conversions/postback', {
      ...body,
      affiliateCode: target.code,
    });
    told.push(outcome.kind === 'answered' ? String(outcome.status) : outcome.kind);
    const pause = PAUSES_MS[tries];
    if (pause === undefined || SETTLED.includes(Number(told.at(-1)))) return told;
    await sleep(retryAfterMs(outcome) + pause + Math.random() * RANDOM_MS);
  }
}

const retryAfterMs = (outcome: Outcome) =>
  outcome.kind === 'answered' ? Number(outcome.headers['retry-after'] ?? 0) * 1000 : 0;

/** Orders come in, `restart` happens, and they go on for a while. @returns what became of each */
async function ordersDuring(restart: () => Promise<void>): Promise<string[][]> {
  const orders: Promise<string[]>[] = [];
  const run = randomBytes(4).toString('hex');
  const sending = setInterval(() => orders.push(order(`${run}-${orders.length}`)), 1000 / ORDERS_A_SECOND);
  try {
    await until(() => orders.length >= ORDERS_A_SECOND);
    await restart();
    const before = orders.length;
    await until(() => orders.length >= before + ORDERS_A_SECOND);
  } finally {
    clearInterval(sending);
  }
  return Promise.all(orders);
}

/** @param startedInMs a start that takes longer than a call may wait, on a machine that is busy with something else, refuses some at last. */
function expectNoneLost(told: string[][], startedInMs: number): void {
  const lost = told.filter((words) => !SETTLED.includes(Number(words.at(-1))));
  expect(startedInMs < START_HOLD_MS ? lost : lost.filter((words) => words.at(-1) !== '503')).toEqual([]);
  expect(told.some((words) => words.length > 1)).toBe(true); // it was noticed, so the restart fell among them
}

/** Starts it again. @returns how long that took, in milliseconds */
async function startAgain(): Promise<number> {
  const began = performance.now();
  service = await startRunningService(folder.dataDir, { environment });
  return performance.now() - began;
}

describe.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))('round %i', () => {
  it(
    'a restart loses no order of a client that tries three times',
    async () => {
      let startedInMs = 0;
      const restart = async () => {
        expect(await endBySignal(service, 'SIGTERM')).toEqual([0, null]);
        startedInMs = await startAgain();
      };
      expectNoneLost(await ordersDuring(restart), startedInMs);
    },
    LIMIT_MS,
  );

  it(
    'nor does one that does not wait for the end of the old process: the new one waits for the port',
    async () => {
      let startedInMs = 0;
      const restart = async () => {
        const ended = endBySignal(service, 'SIGTERM');
        await until(() => service.said().includes('shutting down'));
        startedInMs = await startAgain();
        expect(await ended).toEqual([0, null]);
      };
      expectNoneLost(await ordersDuring(restart), startedInMs);
    },
    LIMIT_MS,
  );
});
