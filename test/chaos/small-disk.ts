// A disk that really fills up: a small file system of its own, on which the kernel itself says ENOSPC.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Its standard input is a pipe that only we hold: when it closes, be it that we were killed, the disk is gone. */
const HOLDER = `
mount -t tmpfs -o "size=$2m,mode=755" refcampaign-chaos "$1" || exit 1
echo mounted
cat > /dev/null
umount -l "$1" && rmdir "$1"
`;

/** Why there can be no such disk here, in the words of the system; null when there can. */
export function whyNoSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-disk-'));
  const { error, status, stderr } = spawnSync('/bin/sh', ['-c', HOLDER, 'sh', folder, '1'], {
    input: '',
    encoding: 'utf8',
  });
  if (status === 0) return null;
  rmdirSync(folder);
  const [words] = (error?.message ?? stderr).trim().split('\n');
  return words || `mount ended with status ${status}`;
}

export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly holder: ChildProcess,
  ) {}

  /** @throws Error when it may not be mounted */
  static async mount(megabytes: number): Promise<SmallDisk> {
    const folder = mkdtempSync(join(tmpdir(), 'refcampaign-disk-'));
    const holder = spawn('/bin/sh', ['-c', HOLDER, 'sh', folder, String(megabytes)], {
      detached: true, // Ctrl-C is for us: it has yet to clean up
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      holder.stdout.once('data', () => resolve());
      holder.once('exit', (code) => reject(new Error(`mount ended with status ${code}`)));
    });
    return new SmallDisk(folder, holder);
  }

  /** Takes every byte that is left. */
  fill(): void {
    const file = openSync(this.ballast, 'w');
    try {
      for (const size of [1024 * 1024, 4096]) writeUntilFull(file, Buffer.alloc(size, 'x'));
    } finally {
      closeSync(file);
    }
  }

  /** Gives them back. */
  free(): void {
    rmSync(this.ballast, { force: true });
  }

  async unmount(): Promise<void> {
    if (this.holder.exitCode !== null) return;
    const ended = new Promise((resolve) => this.holder.once('exit', resolve));
    this.holder.stdin?.end();
    await ended;
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
