// An export takes no more memory for many rows than for few: the resident set of a service of its own, read while it exports.
//
//   node test/run.mjs test/chaos/export                        30,000 rows; the chaos run: 100,000
//   EXPORT_ROWS=1000000 node test/run.mjs test/chaos/export    the million of the promise (two or three minutes, most of it to make them)
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { Client } from 'pg';
import { joinEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { insertManyConversions } from '../support/many-conversions.js';
import { clientOptions } from '../support/postgres.js';
import {
  endBySignal,
  killTree,
  makeDataFolder,
  startRunningService,
  type RunningService,
} from '../support/running-service.js';

const isLong = Number(process.env['CHAOS_ROUNDS'] ?? 3) >= 20;
const COUNT = Number(process.env['EXPORT_ROWS'] ?? (isLong ? 100_000 : 30_000));
const MOST_MEGABYTES = 150;
/** Left alone, V8 lets garbage lie until some 90 MB of it are worth a collection, whoever makes it; told to keep small it shows what is needed. */
const KEEP_SMALL = ['--max-old-space-size=64', '--max-semi-space-size=4'];

let folder: ReturnType<typeof makeDataFolder>;
let service: RunningService;
let key: string;

beforeAll(async () => {
  folder = makeDataFolder();
  // The first start may have to build, which leaves its own mark on the memory.
  const first = await startRunningService(folder.dataDir);
  key = first.key as string;
  await endBySignal(first, 'SIGTERM');
  const command = [process.execPath, ...KEEP_SMALL, 'bin/run.mjs', 'main'];
  service = await startRunningService(folder.dataDir, { command });
  const postgres = await joinEmbeddedPostgres(folder.dataDir);
  if (!postgres) throw new Error('no PostgreSQL with an owner runs');
  const client = new Client(clientOptions(postgres.connection));
  await client.connect();
  const rows = {
    query: async <Row>(sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as Row[],
  };
  const [merchant] = await rows.query<{ id: string }>('select id from merchants');
  await insertManyConversions(rows, merchant?.id as string, 'test', COUNT);
  await client.end();
}, 300_000);

afterAll(async () => {
  await killTree(service);
  folder.remove();
});

/** Megabytes of memory that the process has now. */
function residentNow(): number {
  const status = readFileSync(`/proc/${service.process.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

function open(): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${key}` };
  return new Promise((resolve, reject) => {
    get(`${service.url}/api/v1/conversions/export`, { headers, agent: false }, resolve).on('error', reject);
  });
}

it(`exports ${COUNT} conversions, each once, and has less than ${MOST_MEGABYTES} MB all the while`, async () => {
  const [before, startedAt] = [residentNow(), performance.now()];
  let [peak, lines, bytes] = [before, 0, 0];
  const look = setInterval(() => (peak = Math.max(peak, residentNow())), 50);
  for await (const chunk of await open()) {
    bytes += (chunk as Buffer).length;
    for (const byte of chunk as Buffer) if (byte === 0x0a) lines++;
  }
  clearInterval(look);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `export: ${COUNT} rows, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s; ` +
      `resident ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most`,
  );
  expect(lines - 1).toBeGreaterThanOrEqual(COUNT);
  expect(peak).toBeLessThan(MOST_MEGABYTES);
}, 300_000);
