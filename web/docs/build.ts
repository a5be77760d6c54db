// Builds the site: the contract and the guides in, dist/pages out. A second's work, done by bin/run.mjs after the code.
// Why so: docs/decisions/0015-a-documentation-site-of-static-pages.md
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NEAREST_HERE, type NamedPage } from '#pages/docs/nearest-pages.js';
import { projectRoot } from '#platform/contract/project-root.js';
import { appendixOf } from './appendix.js';
import { choicesStyle } from './choices-style.js';
import { readContract } from './contract.js';
import { eventPage } from './event-page.js';
import { eventsOf } from './events.js';
import { picturesIn } from './pictures.js';
import { guideSlugs, readGuide } from './guides.js';
import { escaped } from './html.js';
import { hashedAssets } from './hashed-assets.js';
import { framed, type Framed } from './layout.js';
import { addressOf } from './markdown.js';
import { llmsText } from './llms.js';
import type { Site } from './navigation.js';
import { pagesOf } from './navigation.js';
import { mainOf } from './page.js';
import { operationPage, referenceOverview } from './reference.js';
import { sampleLanguages } from './samples/index.js';
import { typescriptClient } from './samples/typescript-client.js';
import { searchIndex } from './search-index.js';
import type { PageContent } from './sections.js';
import { describedBy, markdownOf } from './sections.js';
import { languages, wordsOf, type Language } from './words.js';

/** Search engines read the documentation, and follow no link of an affiliate. */
const ROBOTS = 'User-agent: *\nDisallow: /\nAllow: /docs\n';

/** A file's path under dist/pages → its content. */
type Files = Map<string, string | Buffer>;

/** Every file of the site. */
function buildSite(): Files {
  const plain = assets();
  const { names, hashed } = hashedAssets(plain);
  const files: Files = new Map([...plain, ...hashed]);
  const sites = languages.map(siteIn);
  const version = versionOf(files, sites);
  for (const site of sites) {
    const { language } = site;
    for (const page of [...pagesOf(site), ...site.appendix]) {
      files.set(
        `${language}/${page.slug}.html`,
        framed(site, { page, ...mainOf(site, page), version, assets: names }),
      );
      files.set(`${language}/${page.slug}.md`, markdownOf(page));
    }
    files.set(`${language}/not-found.html`, notFound(site, { version, assets: names }));
    files.set(`${language}/pages.json`, JSON.stringify(namedPagesOf(site)));
    for (const [name, picture] of picturesIn(language)) files.set(`${language}/${name}`, picture);
    files.set(`${language}/search.json`, searchIndex(site));
    if (language === 'en') files.set('llms.txt', llmsText(site));
  }
  return files.set('robots.txt', ROBOTS).set('version', version);
}

/** Changes with whatever a page loads, the search's index among it. */
function versionOf(files: Files, sites: Site[]): string {
  const pages = sites.flatMap((site) => pagesOf(site).map(markdownOf));
  return createHash('sha256')
    .update([...files.values(), ...pages].map(String).join('\0'))
    .digest('hex')
    .slice(0, 12);
}

/** The pages of one language. */
function siteIn(language: Language): Site {
  const words = wordsOf[language];
  const contract = readContract(language);
  const english = { ...contract, document: contract.source };
  const events = eventsOf(contract.source);
  const inEnglish = (page: PageContent) =>
    language === 'en' ? page : { ...page, untranslated: words.notTranslated };
  return {
    language,
    words,
    textLanguage: 'en',
    contract,
    guides: guideSlugs.map((slug) => readGuide(slug, language)),
    overview: inEnglish(referenceOverview(english, events, words)),
    appendix: appendixOf(words),
    events,
    reference: contract.tags.flatMap(({ name }) => [
      ...contract.operations
        .filter(({ tag }) => tag === name)
        .map((operation) =>
          operation.textLanguage === language
            ? operationPage(contract, operation, words)
            : inEnglish(operationPage(english, operation, words)),
        ),
      ...events.filter(({ tag }) => tag === name).map((event) => inEnglish(eventPage(english, event, words))),
    ]),
  };
}

/** Scripts come compiled from beside this file; the search library from its package. */
function assets(): Map<string, string> {
  const compiled = join(import.meta.dirname, 'browser');
  const scripts = readdirSync(compiled).filter((name) => name.endsWith('.js'));
  const sources = join(projectRoot(), 'web', 'docs', 'assets');
  const tokens = readFileSync(join(projectRoot(), 'web', 'ui', 'tokens.css'), 'utf8');
  const labels = [...sampleLanguages, typescriptClient].map(({ label }) => label);
  const library = createRequire(import.meta.url)
    .resolve('minisearch')
    .replace(/dist.*$/, 'dist/es/index.js');
  return new Map([
    ...scripts.map((name) => [name, withoutMap(readFileSync(join(compiled, name), 'utf8'))] as const),
    ...readdirSync(sources).map((name) => [name, readFileSync(join(sources, name), 'utf8')] as const),
    ['site.css', [tokens, readFileSync(join(sources, 'site.css'), 'utf8'), choicesStyle(labels)].join('\n')],
    ['minisearch.js', withoutMap(readFileSync(library, 'utf8'))],
  ]);
}

/** The maps of the scripts are not handed out. */
function withoutMap(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

/** By what a page may be asked for: the service offers the nearest to who asks for one that is not there. */
function namedPagesOf(site: Site): NamedPage[] {
  return pagesOf(site).map((page) => ({
    address: addressOf(page.slug, site.language),
    title: escaped(page.title),
    name: describedBy(page) ?? '',
  }));
}

function notFound(site: Site, built: Pick<Framed, 'version' | 'assets'>): string {
  const { words } = site;
  const page: PageContent = {
    slug: 'not-found',
    title: words.notFoundTitle,
    summary: words.notFoundText,
    lead: '',
    sections: [],
  };
  const nearest = `<p>${escaped(words.notFoundNearest)}</p><ul>${NEAREST_HERE}</ul>`;
  const search = `<p class="by-search">${escaped(words.notFoundSearch)}</p>`;
  const main = `<h1>${escaped(page.title)}</h1><p>${escaped(words.notFoundText)}</p><div class="nearest">${nearest}</div>${search}`;
  return framed(site, { page, main, outline: [], ...built });
}

/** Written beside and put in place at the end: a server that runs meanwhile never sees half a site. */
function write(files: Files, folder: string): void {
  const fresh = `${folder}.${process.pid}`;
  for (const language of languages) mkdirSync(join(fresh, language), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(fresh, name), text);
  const old = `${fresh}.old`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === import.meta.filename) write(buildSite(), join(projectRoot(), 'dist', 'pages'));
