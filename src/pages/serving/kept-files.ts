// Files that are read once and kept: what is there, and only that, for names that are not are without number.
import type { SiteFile } from './site-file.js';

export class KeptFiles {
  private readonly files = new Map<string, Promise<SiteFile | null>>();

  /** @param read null when there is no file of that name */
  constructor(private readonly read: (name: string) => Promise<SiteFile | null>) {}

  /** The file; null when there is none of that name. */
  find(name: string): Promise<SiteFile | null> {
    const known = this.files.get(name);
    if (known) return known;
    const found = this.read(name);
    this.files.set(name, found);
    void found.then((file) => file ?? this.files.delete(name)).catch(() => this.files.delete(name));
    return found;
  }
}

/** What `read` gives; null when there is no such file. */
export async function orMissing<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
