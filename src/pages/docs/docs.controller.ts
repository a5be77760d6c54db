// The documentation site, and the list of its pages for programs.
import { Controller, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { GetDocsPagePath, GetFrenchDocsPagePath } from '#generated/dto.js';
import { Config } from '#config.js';
import { Operation, raw, type Schema } from '#platform/contract/operation.js';
import {
  CACHE_FOR_EVER,
  missingReply,
  siteReply,
  type Serving,
  type SiteFile,
} from '#pages/serving/site-file.js';
import { Pages } from './pages.js';

/** Nothing from another host, no script in the page itself, in no one's frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** As the build names what pages load: `site-0123456789ab.js`. */
const NAMED_BY_CONTENT = /-[0-9a-f]{12}\.[a-z]+$/;

/** Not a page by this name: what is shown for all the names that are none. */
const NOT_FOUND = 'not-found';

@Controller()
export class DocsController {
  private readonly pages: Pages;

  constructor(config: Config) {
    this.pages = new Pages(config.publicUrl);
  }

  /** A path, not an address: who came by another name of this installation stays on it. */
  @Operation('getStart')
  start() {
    const headers = { Location: `${this.pages.path}/docs`, 'Cache-Control': 'no-cache' } as const;
    return raw(302, { headers });
  }

  @Operation('getRobotsText')
  async getRobotsText(@Req() request: Request) {
    return this.found(request, await this.built('robots.txt'));
  }

  @Operation('getDocs')
  async get(@Req() request: Request) {
    return this.found(request, await this.built('en/index.html'));
  }

  @Operation('getDocsPage')
  async getPage(@Param() { page }: GetDocsPagePath, @Req() request: Request) {
    const name = page === 'fr' ? 'fr/index.html' : fileOf('en', page);
    const file = (await this.find(name)) ?? (page === 'llms.txt' ? null : await this.find(page));
    return file ? this.found(request, file) : this.missing(request, 'en', page);
  }

  @Operation('getFrenchDocsPage')
  async getFrenchPage(@Param() { page }: GetFrenchDocsPagePath, @Req() request: Request) {
    const file = await this.find(fileOf('fr', page));
    return file ? this.found(request, file) : this.missing(request, 'fr', page);
  }

  @Operation('getLlmsText')
  async getLlmsText(@Req() request: Request) {
    return this.found(request, await this.built('llms.txt'));
  }

  private async find(name: string): Promise<SiteFile | null> {
    return name.includes(NOT_FOUND) ? null : this.pages.find(name);
  }

  private found(request: Request, file: SiteFile) {
    return siteReply(request, file, this.servingOf(request, file));
  }

  private async missing(request: Request, language: Schema<'Language'>, asked: string) {
    const file = await this.pages.missing(language, asked);
    return missingReply(request, file, this.servingOf(request, file));
  }

  /** Another build's script under this address is not what that build meant: it is not to be kept. */
  private servingOf({ url }: Request, { type }: SiteFile): Serving {
    const isFile = !/^text\/(html|markdown|plain)/.test(type);
    const isNamedByContent = NAMED_BY_CONTENT.test(url) || url.endsWith(`?v=${this.pages.version}`);
    const isKept = isFile && isNamedByContent;
    return { policy: POLICY, caching: isKept ? CACHE_FOR_EVER : 'no-cache' };
  }

  /** A file that every build has. */
  private async built(name: string): Promise<SiteFile> {
    const found = await this.pages.find(name);
    if (!found) throw new Error(`dist/pages/${name} is missing: run "npm run build"`);
    return found;
  }
}

/** `errors` is a page, `errors.md` its Markdown, `search.json` a file. */
function fileOf(language: Schema<'Language'>, page: string): string {
  return `${language}/${page.includes('.') ? page : `${page}.html`}`;
}
