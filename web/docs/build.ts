// Builds the site: the contract and the guides in, dist/pages out. A second's work, done by bin/run.mjs after the code.
// Why so: docs/decisions/0015-a-documentation-site-of-static-pages.md
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';
import { appendixOf } from './appendix.js';
import { choicesStyle } from './choices-style.js';
import { readContract } from './contract.js';
import { eventPage } from './event-page.js';
import { eventsOf } from './events.js';
import { picturesIn } from './pictures.js';
import { guideSlugs, readGuide } from './guides.js';
import { escaped } from './html.js';
import { framed } from './layout.js';
import { llmsText } from './llms.js';
import type { Site } from './navigation.js';
import { pagesOf } from './navigation.js';
import { mainOf } from './page.js';
import { operationPage, referenceOverview } from './reference.js';
import { sampleLanguages } from './samples/index.js';
import { typescriptClient } from './samples/typescript-client.js';
import { searchIndex } from './search-index.js';
import type { PageContent } from './sections.js';
import { markdownOf } from './sections.js';
import { languages, wordsOf, type Language } from './words.js';

/** A file's path under dist/pages → its content. */
type Files = Map<string, string | Buffer>;

/** Every file of the site. */
function buildSite(): Files {
  const files = assets();
  const sites = languages.map(siteIn);
  const version = versionOf(files, sites);
  for (const site of sites) {
    const { language } = site;
    for (const page of [...pagesOf(site), ...site.appendix]) {
      files.set(`${language}/${page.slug}.html`, framed(site, { page, ...mainOf(site, page), version }));
      files.set(`${language}/${page.slug}.md`, markdownOf(page));
    }
    files.set(`${language}/not-found.html`, notFound(site, version));
    for (const [name, picture] of picturesIn(language)) files.set(`${language}/${name}`, picture);
    files.set(`${language}/search.json`, searchIndex(site));
    if (language === 'en') files.set('llms.txt', llmsText(site));
  }
  return files.set('version', version);
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
function assets(): Files {
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

function notFound(site: Site, version: string): string {
  const { words } = site;
  const page: PageContent = {
    slug: 'index',
    title: words.notFoundTitle,
    summary: words.notFoundText,
    lead: '',
    sections: [],
  };
  const main = `<h1>${escaped(page.title)}</h1><p>${escaped(words.notFoundText)}</p>`;
  return framed(site, { page, main, outline: [], version });
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
