// The documentation site, and the list of its pages for programs.
import { Controller, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { GetDocsPagePath, GetFrenchDocsPagePath } from '../../generated/dto.js';
import { Config } from '../config.js';
import { acceptsGzip } from '../contract/accepts-gzip.js';
import { Operation, raw } from '../contract/operation.js';
import { Pages, type SiteFile } from './pages.js';

/** Nothing from another host, no script in the page itself, in no one's frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const CACHE_FOR_EVER = 'public, max-age=31536000, immutable';

@Controller()
export class DocsController {
  private readonly pages: Pages;

  constructor(config: Config) {
    this.pages = new Pages(config.publicUrl);
  }

  @Operation('getDocs')
  async get(@Req() request: Request) {
    return raw(200, reply(request, await this.built('en/index.html')));
  }

  @Operation('getDocsPage')
  async getPage(@Param() path: GetDocsPagePath, @Req() request: Request) {
    const { page } = path;
    const found =
      page === 'fr'
        ? await this.built('fr/index.html')
        : ((await this.pages.find(fileOf('en', page))) ?? (await this.pages.find(page)));
    if (found && page !== 'llms.txt') return raw(200, reply(request, found));
    return raw(404, reply(request, await this.built('en/not-found.html')));
  }

  @Operation('getFrenchDocsPage')
  async getFrenchPage(@Param() path: GetFrenchDocsPagePath, @Req() request: Request) {
    const found = await this.pages.find(fileOf('fr', path.page));
    if (found) return raw(200, reply(request, found));
    return raw(404, reply(request, await this.built('fr/not-found.html')));
  }

  @Operation('getLlmsText')
  async getLlmsText(@Req() request: Request) {
    return raw(200, reply(request, await this.built('llms.txt')));
  }

  /** A file that every build has. */
  private async built(name: string): Promise<SiteFile> {
    const found = await this.pages.find(name);
    if (!found) throw new Error(`dist/pages/${name} is missing: run "npm run build"`);
    return found;
  }
}

/** `errors` is a page, `errors.md` its Markdown, `search.json` a file. */
function fileOf(language: 'en' | 'fr', page: string): string {
  return `${language}/${page.includes('.') ? page : `${page}.html`}`;
}

function reply(request: Request, { type, plain, gzipped }: SiteFile) {
  const zipped = acceptsGzip(request.headers['accept-encoding']);
  const isPage = /^text\/(html|markdown|plain)/.test(type);
  const versioned = !isPage && /[?&]v=/.test(request.url);
  return {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cache-Control': versioned ? CACHE_FOR_EVER : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    },
    body: zipped ? gzipped : plain,
  };
}
