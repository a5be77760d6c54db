// Reads a file that others still write to.
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
const CHUNK_BYTES = 1024 * 1024;

/**
 * The lines of a file, each as soon as it is whole.
 * @param complete the path of a file that is there once nothing more will be written; without one, what is there is all
 */
export async function* growingLines(file: string, complete?: string): AsyncGenerator<string> {
  const handle = await open(file);
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const isLast = complete === undefined || existsSync(complete); // before the look: what came after it is read too
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES));
      rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        yield rest.toString('utf8', 0, end);
        rest = rest.subarray(end + 1);
      }
      if (bytesRead > 0) continue;
      if (isLast) return;
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await handle.close();
  }
}
