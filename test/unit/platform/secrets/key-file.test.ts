// The key beside an embedded PostgreSQL: made once, readable by its owner alone, never replaced.
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretKeyIn } from '#platform/secrets/key-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refcampaign-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('is made on the first start and read on each later one', async () => {
  const first = await secretKeyIn(folder);
  const second = await secretKeyIn(folder);
  expect(first.export()).toHaveLength(32);
  expect(second.export()).toEqual(first.export());
  expect(await readdir(folder)).toEqual(['secret-key']);
  expect((await stat(join(folder, 'secret-key'))).mode & 0o777).toBe(0o600);
});

it('two folders have two keys', async () => {
  const other = await mkdtemp(join(tmpdir(), 'refcampaign-key-'));
  expect((await secretKeyIn(other)).export()).not.toEqual((await secretKeyIn(folder)).export());
  await rm(other, { recursive: true });
});

it('a file that holds none refuses the start with the cure, and stays as it is', async () => {
  const file = join(folder, 'secret-key');
  await writeFile(file, 'half a ke');
  const refusal = expect(secretKeyIn(folder)).rejects;
  await refusal.toThrow(/secret-key holds no key of 32 bytes\. Restore it from a backup/);
  await expect(secretKeyIn(folder)).rejects.not.toThrow(/half a ke/);
  expect(await readFile(file, 'utf8')).toBe('half a ke');
});
