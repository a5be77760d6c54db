// What remembering costs by itself, without calls around it: the end of a call, and writing down a full list. Slices of whole calls cannot
// see so little beside what a shared machine does.
import { newId } from '#platform/values/ids.js';
import { RecordRequestsService } from '#accounts/requests/record-requests.service.js';
import { Exchange } from '#platform/contract/exchange.js';
import { matchRoute } from '#platform/contract/routes.js';
import { loadConfig } from '#config.js';
import { createLog } from '#platform/logging/log.js';
import { startService } from '#service.js';
import type { Cluster } from '../stage/cluster.js';
import { familyMicroseconds } from '../stage/processes.js';

const DATABASE = 'bench_requests_alone';
const CALLS = 1_000_000;
const LISTS = 300;
/** As many as are kept of a merchant, a mode and a kind. */
const FULL = 200;

export interface Alone {
  /** Of the program, when a call ends. */
  callNanoseconds: number;
  /** For writing down the 200 newest calls of a busy merchant, and removing those before; of the program and of PostgreSQL. */
  listProgramMicroseconds: number;
  listPostgresMicroseconds: number | null;
}

export async function measureAlone(cluster: Cluster): Promise<Alone> {
  await cluster.createDatabase(DATABASE);
  const url = cluster.url(DATABASE);
  const config = loadConfig({ DATABASE_URL: url, PORT: '0' });
  const service = await startService(config, { url }, createLog('silent'));
  try {
    const recorder = service.app.get(RecordRequestsService, { strict: false });
    await recorder.poll.stop(1000);
    const exchanges = Array.from({ length: FULL }, toExchange(newId()));
    endCalls(recorder, exchanges, CALLS); // until it is compiled
    const callNanoseconds = (endCalls(recorder, exchanges, CALLS) * 1000) / CALLS;
    await writeLists(recorder, exchanges);
    const before = familyMicroseconds(cluster.postmaster);
    const program = await writeLists(recorder, exchanges);
    const after = familyMicroseconds(cluster.postmaster);
    return {
      callNanoseconds,
      listProgramMicroseconds: program / LISTS,
      listPostgresMicroseconds: before === null || after === null ? null : (after - before) / LISTS,
    };
  } finally {
    await service.stop(1000);
  }
}

/** Calls of one key, as they are when they end. */
function toExchange(merchantId: string): () => Exchange {
  const route = matchRoute('POST', '/api/v1/conversions/postback');
  const keyId = newId();
  return () => {
    const exchange = new Exchange(newId(), () => new Date(), route, '/docs/errors');
    const caller = { merchantId, mode: 'test', keyId, permissions: 1 };
    exchange.caller = caller;
    return exchange;
  };
}

/** @returns microseconds of this process */
function endCalls(recorder: RecordRequestsService, exchanges: readonly Exchange[], count: number): number {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call++) recorder.ended(exchanges[call % exchanges.length]!, 201, 5.5);
  return usedSince(before);
}

/** @returns microseconds of this process */
async function writeLists(recorder: RecordRequestsService, exchanges: readonly Exchange[]): Promise<number> {
  const before = process.cpuUsage();
  for (let list = 0; list < LISTS; list++) {
    endCalls(recorder, exchanges, FULL);
    await recorder.flush();
  }
  return usedSince(before);
}

function usedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
