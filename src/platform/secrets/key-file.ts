// The key of an installation whose operator has set none: made once, beside the data of its own PostgreSQL.
import type { KeyObject } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSecretKeyText, parseSecretKey } from './key-text.js';

/**
 * Reads the file `secret-key` of the data folder (0600), or makes it. For whoever holds the folder: nobody else makes one meanwhile.
 * @param dataDir that is there
 * @throws Error, with the cure, for a file that holds no key: another key would read nothing of what the old one has encrypted.
 */
export async function secretKeyIn(dataDir: string): Promise<KeyObject> {
  const file = join(dataDir, 'secret-key');
  const text = (await readIfThere(file)) ?? (await make(file));
  const key = parseSecretKey(text.trim());
  if (key) return key;
  throw new Error(
    `${file} holds no key of 32 bytes. Restore it from a backup, or set SECRET_KEY to the key that it held. ` +
      'If both are lost, remove it: a new one is made, and who signs in with an authenticator app sets that up again.',
  );
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all: a crash leaves no half key. */
async function make(file: string): Promise<string> {
  const text = makeSecretKeyText();
  const unfinished = `${file}.new-${process.pid}`;
  await writeFile(unfinished, `${text}\n`, { mode: 0o600, flush: true });
  await rename(unfinished, file);
  return text;
}
