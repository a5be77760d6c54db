// The built site on disk (dist/pages, by site/build.ts) as replies: found by name, with this installation's address in the samples,
// compressed once and kept.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipWithCallback } from 'node:zlib';
import { projectRoot } from '../contract/project-root.js';

const gzip = promisify(gzipWithCallback);

/** What stands in the built pages for the address of the installation: where `npm start` listens. */
const SAMPLE_ORIGIN = 'http://127.0.0.1:3000';

const TYPES: Record<string, string> = {
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

export interface SiteFile {
  type: string;
  plain: Buffer;
  gzipped: Buffer;
}

export class Pages {
  private readonly files = new Map<string, Promise<SiteFile | null>>();
  private readonly origin: string;

  /** @param publicUrl where this installation is reached. */
  constructor(
    publicUrl: string,
    private readonly folder = join(projectRoot(), 'dist', 'pages'),
  ) {
    this.origin = new URL(publicUrl).href.replace(/\/$/, '');
  }

  /** A file of the site, `en/errors.html` for one; null when there is none of that name. */
  find(name: string): Promise<SiteFile | null> {
    const known = this.files.get(name);
    if (known) return known;
    const found = this.read(name);
    this.files.set(name, found);
    // Only what is there is kept: names that are not are without number.
    void found.then((file) => file ?? this.files.delete(name)).catch(() => this.files.delete(name));
    return found;
  }

  private async read(name: string): Promise<SiteFile | null> {
    const [, extension] = /^(?:[a-z]+\/)?[a-z0-9-]{1,100}\.([a-z]{1,10})$/.exec(name) ?? [];
    const type = TYPES[extension ?? ''];
    if (type === undefined) return null;
    try {
      const text = await readFile(join(this.folder, name), 'utf8');
      const plain = Buffer.from(text.replaceAll(SAMPLE_ORIGIN, this.origin));
      return { type: `${type}; charset=utf-8`, plain, gzipped: await gzip(plain, { level: 9 }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
}
