// The built site on disk (dist/pages, by web/docs/build.ts) as replies: found by name, with this installation's address in the samples,
// compressed once and kept.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compress, type Compressed } from '#platform/http/compressed.js';
import { projectRoot } from '#platform/contract/project-root.js';
import { SAMPLE_ORIGIN } from './sample-origin.js';

const TYPES: Record<string, string> = {
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

export interface SiteFile extends Compressed {
  type: string;
}

export class Pages {
  /** Of the scripts, the style and the icon: what stands behind `?v=` in the pages of this build. */
  readonly version: string;
  private readonly files = new Map<string, Promise<SiteFile | null>>();
  private readonly origin: string;
  private readonly path: string;

  /**
   * @param publicUrl where this installation is reached; with a path, if a proxy puts it under one.
   * @throws Error when there is no build.
   */
  constructor(
    publicUrl: string,
    private readonly folder = join(projectRoot(), 'dist', 'pages'),
  ) {
    const { origin, pathname } = new URL(publicUrl);
    // These would end a string in a shell's sample or in HTML; in an address they mean the same when encoded.
    const encoded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    this.path = pathname.replace(/\/+$/, '').replace(/['&$()]/g, encoded);
    this.origin = origin + this.path;
    this.version = readFileSync(join(folder, 'version'), 'utf8');
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
      const plain = Buffer.from(this.placed(await readFile(join(this.folder, name), 'utf8'), name));
      return {
        type: `${type}; charset=utf-8`,
        ...(await compress(plain)),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** The file as it is right for this installation's address. */
  private placed(text: string, name: string): string {
    const addressed = text.replaceAll(SAMPLE_ORIGIN, () => this.origin);
    if (this.path === '') return addressed;
    if (name.endsWith('.html')) {
      const links = / (href|src|data-address|data-path|data-root)="(?=\/|")/g;
      return addressed.replace(links, (_, attribute: string) => ` ${attribute}="${this.path}`);
    }
    return name.endsWith('search.json')
      ? addressed.replaceAll('"/docs', () => `"${this.path}/docs`)
      : addressed;
  }
}
