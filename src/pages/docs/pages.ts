// The built site on disk (dist/pages, by web/docs/build.ts) as replies: found by name, with this installation's address in the samples,
// compressed once and kept.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compress, uncompressed } from '#platform/http/compressed.js';
import type { Schema } from '#platform/contract/operation.js';
import { projectRoot } from '#platform/contract/project-root.js';
import { NEAREST_HERE, nearestPages, type NamedPage } from './nearest-pages.js';
import { InstallationAddress } from '#pages/serving/installation-address.js';
import { KeptFiles, orMissing } from '#pages/serving/kept-files.js';
import { typeOf, type SiteFile } from '#pages/serving/site-file.js';

export class Pages {
  /** Of the scripts, the style and the icon: what stands behind `?v=` in the pages of this build. */
  readonly version: string;
  private readonly files = new KeptFiles((name) => this.read(name));
  private readonly address: InstallationAddress;

  /**
   * @param publicUrl where this installation is reached; with a path, if a proxy puts it under one.
   * @throws Error when there is no build.
   */
  constructor(
    publicUrl: string,
    private readonly folder = join(projectRoot(), 'dist', 'pages'),
  ) {
    this.address = new InstallationAddress(publicUrl);
    this.version = readFileSync(join(folder, 'version'), 'utf8');
  }

  /** A file of the site, `en/errors.html` for one; null when there is none of that name. */
  find(name: string): Promise<SiteFile | null> {
    return this.files.find(name);
  }

  /** The page that says that there is none of the asked name, with the nearest that there are. */
  async missing(language: Schema<'Language'>, asked: string): Promise<SiteFile> {
    const file = await this.find(`${language}/not-found.html`);
    const list = await this.find(`${language}/pages.json`);
    if (!file || !list) throw new Error('dist/pages is not complete: run "npm run build"');
    const pages = JSON.parse(list.plain.body.toString()) as NamedPage[];
    const links = nearestPages(asked, pages).map(
      ({ address, title }) => `<li><a href="${this.address.path}${address}">${title}</a></li>`,
    );
    const html = file.plain.body.toString().replace(NEAREST_HERE, () => links.join(''));
    return { type: file.type, ...uncompressed(Buffer.from(html)) };
  }

  /** The installation's own path; empty, or with a slash before it and none behind. */
  get path(): string {
    return this.address.path;
  }

  private async read(name: string): Promise<SiteFile | null> {
    const type = /^(?:[a-z]+\/)?[a-z0-9-]{1,100}\.[a-z]{1,10}$/.test(name) ? typeOf(name) : null;
    if (type === null) return null;
    const content = await orMissing(readFile(join(this.folder, name)));
    if (content === null) return null;
    if (name.endsWith('.png')) return { type, ...uncompressed(content) };
    return { type, ...(await compress(Buffer.from(this.placed(content.toString(), name)))) };
  }

  /** The file as it is right for this installation's address. */
  private placed(text: string, name: string): string {
    const { address } = this;
    if (name.endsWith('.html')) return address.inPage(text);
    const addressed = address.inText(text);
    const isIndex = name.endsWith('search.json');
    return isIndex ? addressed.replaceAll('"/docs', () => `"${address.path}/docs`) : addressed;
  }
}
