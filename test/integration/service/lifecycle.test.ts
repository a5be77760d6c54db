// The service as a process: starting again, a second one, its end by signal and by kill -9.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { send } from '../../support/call.js';
import { beginOrder } from '../../support/half-call.js';
import { descendants, isAlive, processesOn } from '../../support/processes.js';
import {
  endBySignal,
  killTree,
  makeDataFolder,
  startRunningService,
  type RunningService,
} from '../../support/running-service.js';
import { scrape } from '../../support/scrape.js';
import { until } from '../../support/until.js';

const folder = makeDataFolder();
/** The one that was started last; a start costs seconds, so each test takes on what the one before has left. */
let service: RunningService;
let key: string;

beforeAll(async () => {
  service = await startRunningService(folder.dataDir, { environment: { METRICS_PORT: '0' } });
  key = service.key as string;
  expect((await post('order-kept')).status).toBe(201);
});

afterAll(async () => {
  await killTree(service);
  folder.remove();
});

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

/** The service's processes below the one that was started. */
const below = () => descendants(service.process.pid as number);

const gone = (pids: number[]) => until(() => !pids.some(isAlive));

const hasEnded = () => !isAlive(service.process.pid as number);

async function end(): Promise<void> {
  if (hasEnded()) return;
  const pids = below();
  await endBySignal(service, 'SIGTERM');
  await gone(pids);
}

async function startByNpm(): Promise<void> {
  if (!hasEnded() && service.process.spawnfile === 'npm') return;
  await end();
  service = await startRunningService(folder.dataDir, { command: ['npm', 'start'] });
}

it('the first start prints a call to paste, the addresses and both keys', () => {
  expect(service.said()).toMatch(/curl -s http.*\/api\/v1\/conversions\/postback/);
  expect(service.said()).toMatch(/Spec\s+http.*\/openapi\.yaml/);
  expect(service.said()).toMatch(/rc_live_\w{36}/);
  expect(service.said()).toMatch(/rc_test_\w{36}/);
});

it('the log tells the port that metrics are on', async () => {
  const port = /"metricsPort":(\d+)/.exec(service.said())?.[1];
  expect((await scrape(Number(port))).types.get('refcampaign_http_requests_total')).toBe('counter');
});

it('a second instance on the same data folder is refused with a clear message and does the first no harm', async () => {
  await expect(startRunningService(folder.dataDir)).rejects.toThrow(/in use/i);
  expect((await post('order-after-second-instance')).status).toBe(201);
});

it('the first line of the log tells the version', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const [line = ''] = service
    .said()
    .split('\n')
    .filter((said) => said.startsWith('{'));
  expect(JSON.parse(line)).toMatchObject({ msg: 'starting', version });
});

it('arguments are answered, and nothing is started', async () => {
  const command = [process.execPath, 'bin/run.mjs', 'main', '--port', '8080'];
  await expect(startRunningService(folder.dataDir, { command })).rejects.toThrow(
    /ended:\nnpm start takes no argument --port.*PORT=8080 npm start\n.*\n$/,
  );
});

it('a variable that looks misspelt is told of', async () => {
  const environment = { DATABSE_URL: 'postgres://u:hunter2@db/x' };
  const refusal = await startRunningService(folder.dataDir, { environment }).then(
    (it) => it.said(),
    (error: Error) => error.message,
  );
  expect(refusal).toMatch(/DATABSE_URL is not read: did you mean DATABASE_URL\?/);
  expect(refusal).not.toContain('hunter2');
});

it('an address that Kubernetes wrote into METRICS_PORT is told of, with the cure, and stops no start', async () => {
  const environment = { METRICS_PORT: 'tcp://10.96.12.7:9090' };
  const said = await startRunningService(folder.dataDir, { environment }).then(
    (it) => it.said(),
    (error: Error) => error.message,
  );
  expect(said).toMatch(/METRICS_PORT is not read: .* a service named metrics.* enableServiceLinks: false/);
});

it('bad settings are all named at once', async () => {
  const environment = { PORT: 'http', LOG_LEVEL: 'loud' };
  const started = startRunningService(folder.dataDir, { environment });
  await expect(started).rejects.toThrow(/PORT[\s\S]*LOG_LEVEL/);
});

it('SIGTERM: what is under way is answered, the exit is clean, no process is left', async () => {
  const pids = [service.process.pid as number, ...below()];
  const begun = await beginOrder(Number(new URL(service.url).port), key, 'order-begun');
  const others = Promise.allSettled(Array.from({ length: 20 }, (_, n) => post(`order-under-way-${n}`)));
  const ended = endBySignal(service, 'SIGTERM');
  await until(() => service.said().includes('shutting down'));
  expect(await begun.finish()).toMatch(/^HTTP\/1\.1 201 /);
  const replies = await others;
  const answered = replies.flatMap((reply) => (reply.status === 'fulfilled' ? [reply.value.status] : []));
  expect(answered.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  expect(await ended).toEqual([0, null]);
  await gone(pids);
});

it('the second start makes no cluster, no schema and no keys again, and nothing is lost', async () => {
  const onceOnly = [/making a PostgreSQL cluster/, /database migrated/, /rc_test_/];
  for (const words of onceOnly) expect(service.said()).toMatch(words);
  await end();
  service = await startRunningService(folder.dataDir);
  expect((await send(new URL('/health/ready', service.url), { method: 'GET' })).status).toBe(200);
  await until(() => /Docs\s+http/.test(service.said())); // the keys would stand below
  for (const words of onceOnly) expect(service.said()).not.toMatch(words);
  expect((await post('order-kept')).status).toBe(200);
});

it('kill -9 of the service alone leaves no PostgreSQL behind, and the next start works', async () => {
  const pids = below();
  expect(pids.length).toBeGreaterThan(1);
  service.process.kill('SIGKILL');
  await gone(pids);
  await startByNpm();
  expect((await post('order-kept')).status).toBe(200);
});

it.each(['SIGTERM', 'SIGKILL'] as const)('%s of npm start ends the service too', async (signal) => {
  await startByNpm();
  const pids = below();
  expect(pids.length).toBeGreaterThan(2);
  service.process.kill(signal);
  await gone(pids);
});

it('a port that is taken is told in one line, and nothing is left running', async () => {
  await end();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const start = startRunningService(folder.dataDir, { environment: { PORT: String(port) } });
  const refusal = await start.then(
    (it) => it.said(),
    (error: Error) => error.message,
  );
  other.close();
  const words = refusal.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  expect(words.slice(1)).toEqual([expect.stringMatching(/EADDRINUSE.*Set PORT to one that is free/)]);
  await until(() => processesOn(folder.dataDir).length === 0);
});
