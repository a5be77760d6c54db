// The service as a process: starting again, a second one, its end by signal and by kill -9.
import { setTimeout as sleep } from 'node:timers/promises';
import { send } from '../../support/call.js';
import { scrape } from '../../support/scrape.js';
import {
  descendants,
  endBySignal,
  isAlive,
  killTree,
  makeDataFolder,
  startRunningService,
  type RunningService,
} from '../../support/running-service.js';

let folder: ReturnType<typeof makeDataFolder>;
let service: RunningService;
let key: string;

beforeAll(async () => {
  folder = makeDataFolder();
  service = await startRunningService(folder.dataDir);
  key = service.key as string;
}, 60_000);

afterAll(async () => {
  await killTree(service);
  folder.remove();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  send(new URL(path, service.url), { method: 'GET', headers });

function post(externalId: string) {
  return send(new URL('/api/v1/conversions/postback', service.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      externalId,
      conversionType: 'SALE',
      amount: 100,
      currency: 'EUR',
      sessionId: null,
    }),
  });
}

async function allGone(pids: number[], withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (pids.some(isAlive) && Date.now() < deadline) await sleep(20);
  return !pids.some(isAlive);
}

it('the first start prints a call to paste, the addresses and both keys', () => {
  expect(service.said()).toMatch(/curl -s http.*\/api\/v1\/conversions\/postback/);
  expect(service.said()).toMatch(/Spec\s+http.*\/openapi\.yaml/);
  expect(service.said()).toMatch(/rc_live_\w{36}/);
  expect(service.said()).toMatch(/rc_test_\w{36}/);
});

it('a second instance on the same data folder is refused with a clear message and does the first no harm', async () => {
  await expect(startRunningService(folder.dataDir)).rejects.toThrow(/in use/i);
  expect((await post('order-after-second-instance')).status).toBe(201);
});

it('SIGTERM: what is under way is answered, the exit is clean, no process is left', async () => {
  const pids = [service.process.pid as number, ...descendants(service.process.pid as number)];
  const underWay = Array.from({ length: 20 }, (_, n) => post(`order-under-way-${n}`));
  await sleep(15);
  const ended = endBySignal(service, 'SIGTERM');
  const replies = await Promise.allSettled(underWay);
  const answered = replies.flatMap((reply) => (reply.status === 'fulfilled' ? [reply.value.status] : []));
  expect(answered.length).toBeGreaterThan(0);
  expect(answered.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  expect(await ended).toEqual([0, null]);
  expect(await allGone(pids, 500)).toBe(true);
});

it('the second start answers within 5 s, prints no keys again, and nothing is lost', async () => {
  const begun = Date.now();
  service = await startRunningService(folder.dataDir);
  expect((await get('/health/ready')).status).toBe(200);
  expect(Date.now() - begun).toBeLessThan(5000);
  expect(service.said()).not.toMatch(/rc_test_/);
  expect((await post('order-after-second-instance')).status).toBe(200);
});

it('kill -9 of the service alone leaves no PostgreSQL behind for more than a few seconds, and the next start works', async () => {
  const pids = descendants(service.process.pid as number);
  expect(pids.length).toBeGreaterThan(1);
  service.process.kill('SIGKILL');
  expect(await allGone(pids, 6000)).toBe(true);
  service = await startRunningService(folder.dataDir);
  expect((await post('order-after-second-instance')).status).toBe(200);
});

it.each(['SIGTERM', 'SIGKILL'] as const)(
  '%s of npm start ends the service too',
  async (signal) => {
    const npm = await startRunningService(folder.dataDir + '-npm', { command: ['npm', 'start'] });
    const pids = descendants(npm.process.pid as number);
    expect(pids.length).toBeGreaterThan(2);
    npm.process.kill(signal);
    expect(await allGone(pids, 8000)).toBe(true);
  },
  30_000,
);

it('a port that is taken is told in one line, and nothing is left running', async () => {
  const other = makeDataFolder();
  const port = new URL(service.url).port;
  await expect(startRunningService(other.dataDir, { environment: { PORT: port } })).rejects.toThrow(
    /EADDRINUSE/,
  );
  other.remove();
});

it('the log tells the port that metrics are on; one that is taken is told in one line', async () => {
  const other = makeDataFolder();
  const first = await startRunningService(other.dataDir, { environment: { METRICS_PORT: '0' } });
  const port = /"metricsPort":(\d+)/.exec(first.said())?.[1] as string;
  expect((await scrape(Number(port))).types.get('refcampaign_http_requests_total')).toBe('counter');
  const third = makeDataFolder();
  await expect(startRunningService(third.dataDir, { environment: { METRICS_PORT: port } })).rejects.toThrow(
    /METRICS_PORT cannot be used: .*EADDRINUSE/,
  );
  expect(await endBySignal(first, 'SIGTERM')).toEqual([0, null]);
  other.remove();
  third.remove();
}, 40_000);

it('bad settings are all named at once', async () => {
  const environment = { PORT: 'http', LOG_LEVEL: 'loud' };
  const started = startRunningService(folder.dataDir, { environment });
  await expect(started).rejects.toThrow(/PORT[\s\S]*LOG_LEVEL/);
});
