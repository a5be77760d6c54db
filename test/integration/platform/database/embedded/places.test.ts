// Whoever starts it, wherever it lies: root and ordinary users, private folders, npm without install scripts.
import { chmodSync, existsSync, lstatSync, statSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseAccount } from '#platform/database/embedded/account.js';
import { prepareBinaries } from '#platform/database/embedded/binaries.js';
import { joinEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { processesOn } from '../../../../support/processes.js';
import { makeProject, linksOf } from './project.js';
import {
  cleanUp,
  endService,
  forgetCopiedPrograms,
  giveToOrdinaryUser,
  isRoot,
  makeData,
  makePlace,
  ordinaryUser,
  query,
  startHere,
  startService,
} from './sandbox.js';

afterEach(cleanUp);

describe('the embedded PostgreSQL', () => {
  it('works for an ordinary user in a private folder, the library links missing, and keeps running as that user, whoever starts it', async () => {
    const project = await makeProject(await makePlace(), false);
    giveToOrdinaryUser(project);
    const data = join(project, 'data');
    const service = await startService(data, { project, uid: ordinaryUser });
    expect(await query(service.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(service.dataDirectory).toBe(data);
    expect(linksOf(project).every((link) => lstatSync(link).isSymbolicLink())).toBe(true);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(await endService(service.process)).toBe(0);
    expect(processesOn(data)).toEqual([]);

    const owner = statSync(join(data, 'postgresql')).uid;
    expect(owner).toBe(ordinaryUser ?? process.getuid?.());
    await chmod(project, 0o755);
    await chmod(data, 0o755);
    const here = await startHere(data);
    expect(statSync(join(data, 'postgresql', 'cluster', 'postmaster.pid')).uid).toBe(owner);
    await here.stop();
    await chmod(data, 0o700);
    const again = await startService(data, { project, uid: ordinaryUser });
    expect(await query(again.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('works for an ordinary user who may not write into node_modules, where the links are missing', async () => {
    const project = await makeProject(await makePlace(), false);
    giveToOrdinaryUser(project);
    for (const link of linksOf(project)) chmodSync(join(link, '..'), 0o555);
    const data = join(project, 'data');
    const service = await startService(data, { project, uid: ordinaryUser });
    expect(await query(service.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    // Where root tests as itself these modes bind nobody; everywhere else the programs had to be copied.
    expect(service.log.join('\n')).toContain(`programs were copied to ${data}/binaries-`);
    expect(linksOf(project).some((link) => existsSync(link))).toBe(false);
  });

  it('works in a private folder (as root: the data lies in /var/lib, noted, and found again)', async () => {
    await forgetCopiedPrograms(async () => {
      const place = await makePlace(0o700);
      const project = await makeProject(place);
      const data = join(project, 'data');
      const first = await startService(data, { project });
      await query(first.connection, 'create table kept as select 1 as one');
      if (isRoot) {
        expect(first.dataDirectory).toMatch(/^\/var\/lib\/refcampaign\/[0-9a-f]{12}$/);
        expect((await readFile(join(data, 'location'), 'utf8')).trim()).toBe(first.dataDirectory);
        expect(first.log.join('\n')).toContain(`the data lies in ${first.dataDirectory}`);
      } else {
        expect(first.dataDirectory).toBe(data);
      }
      expect((await joinEmbeddedPostgres(data))?.connection).toEqual(first.connection);
      await endService(first.process);

      await chmod(place, 0o755);
      const second = await startService(data, { project });
      expect(second.dataDirectory).toBe(first.dataDirectory);
      expect(await query(second.connection, 'select one from kept')).toEqual([{ one: 1 }]);
      await endService(second.process);
    });
  });

  it('tells the cure when the data became unreachable, and makes no new, empty cluster', async () => {
    const place = await makePlace();
    const data = await makeData(place);
    // Root's PostgreSQL cannot enter the folder above; an ordinary user's cannot open what belongs to somebody else.
    await chmod(place, 0o700);
    if (isRoot) {
      await expect(startHere(data)).rejects.toThrow(/cannot enter .*chmod o\+x/);
      expect(existsSync(join(data, 'location'))).toBe(false);
    }
    await chmod(place, 0o755);
    const { connection } = await startHere(data);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says on a machine without programs for it that DATABASE_URL is the way', async () => {
    const platform = Object.getOwnPropertyDescriptor(process, 'platform')!;
    Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
    try {
      await expect(startHere(join(await makePlace(), 'data'))).rejects.toThrow(/Windows.*DATABASE_URL/);
      Object.defineProperty(process, 'platform', { ...platform, value: 'freebsd' });
      const prepared = prepareBinaries(chooseAccount(null), '/nowhere', () => undefined);
      await expect(prepared).rejects.toThrow(/freebsd.*DATABASE_URL/);
    } finally {
      Object.defineProperty(process, 'platform', platform);
    }
  });
});
