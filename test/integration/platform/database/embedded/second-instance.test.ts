// One data folder, several who want it: one owns it, the others are told, and nothing is harmed.
import { join } from 'node:path';
import { DataFolderInUse } from '#platform/database/embedded/embedded-postgres.js';
import { processesOn } from '../../../../support/processes.js';
import {
  cleanUp,
  endService,
  makePlace,
  postmasterPid,
  query,
  startHere,
  startService,
  stopAll,
} from './sandbox.js';

/** Empty at first. One for all tests: each stops what runs there, and a cluster costs more than all else. */
let data: string;
beforeAll(async () => {
  data = join(await makePlace(), 'data');
});
afterAll(cleanUp);

describe('a second instance on the same data folder', () => {
  it('started at the same moment on an empty folder: one wins, whole, the others are refused', async () => {
    const starts = await Promise.allSettled([startHere(data), startHere(data), startHere(data)]);
    const winners = starts.filter((start) => start.status === 'fulfilled');
    const losers = starts.filter((start) => start.status === 'rejected');
    expect(losers.map(({ reason }) => (reason as Error).name)).toEqual([
      'DataFolderInUse',
      'DataFolderInUse',
    ]);
    expect(winners).toHaveLength(1);
    expect(await query(winners[0]!.value.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stopAll();
  });

  it('that starts while the first is stopping waits for it', async () => {
    const first = await startHere(data);
    const stopped = first.stop();
    const second = startHere(data).catch((error: unknown) => error as Error);
    await stopped;
    const outcome = await second;
    // It may have looked a moment before PostgreSQL wrote "stopping" down; then it is refused, which is as right.
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DataFolderInUse);
    else expect(await query(outcome.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stopAll();
  });

  it('is refused with a clear message and does the first no harm', async () => {
    const first = await startService(data);
    const pid = postmasterPid(data);
    const refusal = await startHere(data).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataFolderInUse);
    expect((refusal as Error).message).toBe(
      `The data folder ${data} is in use by another running instance (process ${first.process.pid}, PostgreSQL ${pid}). ` +
        `Stop that instance first, or set DATA_DIR to another folder.`,
    );
    expect(await query(first.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(postmasterPid(data)).toBe(pid);
    expect(await endService(first.process)).toBe(0);
    expect(processesOn(data)).toEqual([]);
  });
});
