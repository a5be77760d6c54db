// The embedded PostgreSQL in bad times: killed backends, postmasters, owners, watchdogs, and what they leave behind. All of it happens to
// one data folder, as in a hard life: a cluster of its own for each would cost more than all the rest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type EmbeddedPostgres,
  joinEmbeddedPostgres,
} from '#platform/database/embedded/embedded-postgres.js';
import { isAlive, processesOn } from '../../../../support/processes.js';
import { until } from '../../../../support/until.js';
import {
  builtFolder,
  cleanUp,
  makePlace,
  postmasterPid,
  query,
  type Service,
  startHere,
  startService,
  stopAll,
} from './sandbox.js';

let data: string;
/** Who owns the data folder now, if anybody does: each test takes on what the one before has left. */
let here: EmbeddedPostgres | null = null;
let elsewhere: Service | null = null;
const log: string[] = [];

beforeAll(async () => {
  data = join(await makePlace(), 'data');
  // What a start leaves that died during initdb.
  const dead = spawn('true');
  await once(dead, 'exit');
  await mkdir(join(data, `postgresql.new-${dead.pid}-abcd`, 'cluster'), { recursive: true });
});
afterAll(cleanUp);

/** An owner in this process. */
async function ownedHere(): Promise<EmbeddedPostgres> {
  if (here === null) {
    await nobodyOwns();
    here = await startHere(data, {}, log);
  }
  return here;
}

/** An owner in a process of its own. */
async function ownedElsewhere(): Promise<Service> {
  if (elsewhere === null) {
    await nobodyOwns();
    elsewhere = await startService(data);
  }
  return elsewhere;
}

async function nobodyOwns(): Promise<void> {
  await stopAll();
  here = elsewhere = null;
}

const watchdogs = () => processesOn(data).filter((pid) => pid !== postmasterPid(data));
const isOwned = async () => (await joinEmbeddedPostgres(data)) !== null;

/** Starts a service, has a row committed there, and does this to it. */
async function commitAndLose(harm: (service: Service) => Promise<void>): Promise<void> {
  const service = await ownedElsewhere();
  await query(service.connection, 'drop table if exists kept');
  await query(service.connection, 'create table kept as select 1 as one');
  await harm(service);
  elsewhere = null;
  const next = await ownedElsewhere();
  expect(await query(next.connection, 'select one from kept')).toEqual([{ one: 1 }]);
}

describe('a crash of the embedded PostgreSQL', () => {
  it('removes the half cluster of a start that died during initdb', async () => {
    const { connection } = await ownedHere();
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(data).sort()).toEqual(['postgresql', 'postgresql.log']);
    expect(existsSync(join(data, 'postgresql', 'password'))).toBe(true);
  });

  it('heals by itself when the postmaster is killed, and the owner still owns it', async () => {
    const { connection } = await ownedHere();
    await query(connection, 'create table healed as select 1 as one');
    const killed = postmasterPid(data);
    process.kill(killed, 'SIGKILL');
    const answers = () =>
      query(connection, 'select one from healed').then(
        () => true,
        () => false,
      );
    await until(async () => postmasterPid(data) !== killed && (await answers()));
    expect(log.join('\n')).toContain('PostgreSQL ended unexpectedly (SIGKILL');
    await until(isOwned);
    await expect(startHere(data)).rejects.toMatchObject({ name: 'DataFolderInUse' });
  });

  it('takes the owner lock again when a killed session made PostgreSQL drop them all', async () => {
    const { connection } = await ownedHere();
    const [session] = await query<{ pid: number }>(
      connection,
      "select pid from pg_stat_activity where application_name = 'refcampaign owner'",
    );
    log.splice(0);
    process.kill(session?.pid ?? 0, 'SIGKILL');
    await until(() => log.some((line) => line.includes('taking it again')));
    await until(isOwned);
  });

  it('replaces a watchdog that was killed', async () => {
    await ownedHere();
    const [killed] = watchdogs();
    process.kill(killed ?? 0, 'SIGKILL');
    await until(() => {
      const now = watchdogs();
      return now.length === 1 && now[0] !== killed;
    });
  });

  it('is not blocked by a lock file whose process number now belongs to another program', async () => {
    await ownedHere();
    const lockFile = join(data, 'postgresql', 'cluster', 'postmaster.pid');
    const text = await readFile(lockFile, 'utf8');
    await nobodyOwns();
    const { uid, gid } = statSync(join(data, 'postgresql'));
    // PostgreSQL itself is fooled by any living process of its own user.
    const other = spawn('sleep', ['600'], process.getuid?.() === 0 ? { uid, gid } : {});
    try {
      await writeFile(lockFile, text.replace(/^\d+/, String(other.pid)));
      const next = await ownedHere();
      expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(other.exitCode).toBeNull();
    } finally {
      other.kill();
    }
  });

  it('ends with a process that has nothing else to do, without being told', async () => {
    await nobodyOwns();
    const module = pathToFileURL(join(builtFolder, 'embedded-postgres.js')).href;
    const code = `import { startEmbeddedPostgres } from '${module}';
      await startEmbeddedPostgres({ dataDir: process.argv[1], log() {} });`;
    const idle = spawn(process.execPath, ['--input-type=module', '-e', code, data], { stdio: 'inherit' });
    expect(await once(idle, 'exit')).toEqual([0, null]);
    await until(() => processesOn(data).length === 0);
  });

  it('stops when its owner is killed, loses no committed row, and stands in no later start’s way', () =>
    commitAndLose(async (service) => {
      service.process.kill('SIGKILL');
      await until(() => processesOn(data).length === 0);
    }));

  it('starts at once after owner, watchdog and PostgreSQL were killed together, with every committed row', () =>
    commitAndLose((service) => {
      service.process.kill('SIGKILL');
      for (const pid of processesOn(data)) process.kill(pid, 'SIGKILL');
      return Promise.resolve();
    }));

  it('is adopted by nobody: an orphan without owner and watchdog is stopped by the next start', async () => {
    const service = await ownedElsewhere();
    const orphan = postmasterPid(data);
    const mourners = processesOn(data).filter((pid) => pid !== orphan && pid !== service.process.pid);
    expect(mourners).toHaveLength(1);
    service.process.kill('SIGSTOP'); // or it would replace the watchdog
    for (const pid of mourners) process.kill(pid, 'SIGKILL');
    service.process.kill('SIGKILL');
    elsewhere = null;
    await until(() => ![service.process.pid as number, ...mourners].some(isAlive));
    expect(processesOn(data)).toEqual([orphan]); // and nobody is there any more who would stop it
    log.splice(0);
    here = await startHere(data, {}, log);
    expect(log.join('\n')).toContain(`Stopping PostgreSQL ${orphan}, left behind`);
    expect(processesOn(data)).not.toContain(orphan);
  });
});
