// The built dashboard on disk (dist/dashboard, by web/dashboard/build.ts): its page with this installation's address, and the files that
// it loads, compressed when they were built.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';
import { compress, compressed } from '#platform/http/compressed.js';
import { InstallationAddress } from '#pages/serving/installation-address.js';
import { KeptFiles, orMissing } from '#pages/serving/kept-files.js';
import { typeOf, type SiteFile } from '#pages/serving/site-file.js';

/** `main-1a2b3c4d.js`: the only names that a build gives. */
const NAME = /^[a-z-]{1,50}-[0-9A-Za-z]{6,20}\.(js|css|svg)$/;

export class BuiltDashboard {
  private readonly assets = new KeptFiles((name) => this.read(name));
  private readonly html: Promise<SiteFile>;

  /** @throws Error when there is no build. */
  constructor(
    publicUrl: string,
    private readonly folder = join(projectRoot(), 'dist', 'dashboard'),
  ) {
    const text = new InstallationAddress(publicUrl).inPage(readFileSync(join(folder, 'index.html'), 'utf8'));
    this.html = compress(Buffer.from(text)).then((form) => ({
      type: typeOf('index.html') as string,
      ...form,
    }));
  }

  /** The application's page, the same at every address. */
  page(): Promise<SiteFile> {
    return this.html;
  }

  /** A script, the style or the icon; null when this build has none of that name. */
  asset(name: string): Promise<SiteFile | null> {
    return this.assets.find(name);
  }

  private async read(name: string): Promise<SiteFile | null> {
    const type = NAME.test(name) ? typeOf(name) : null;
    if (type === null) return null;
    const path = join(this.folder, 'assets', name);
    const forms = await orMissing(
      Promise.all([path, `${path}.gz`, `${path}.br`].map((form) => readFile(form))),
    );
    if (forms === null) return null;
    const [plain, gzipped, brotli] = forms as [Buffer, Buffer, Buffer];
    return { type, ...compressed(plain, gzipped, brotli) };
  }
}
