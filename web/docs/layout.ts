// The frame around every page: head, bar, menu, outline, foot.
import type { AssetNames } from './hashed-assets.js';
import { escaped } from './html.js';
import type { Heading } from './markdown.js';
import { addressOf, markdownAddress } from './markdown.js';
import type { Site } from './navigation.js';
import { menu, pagesOf } from './navigation.js';
import type { PageContent } from './sections.js';
import { describedBy } from './sections.js';
import { languages, wordsOf } from './words.js';

export interface Framed {
  page: PageContent;
  /** What stands in <main>. */
  main: string;
  outline: Heading[];
  /** Changes with whatever the search loads. */
  version: string;
  /** What the files are called that the page loads. */
  assets: AssetNames;
}

/** The whole HTML document. */
export function framed(site: Site, { page, main, outline, version, assets }: Framed): string {
  const { words, language } = site;
  const isThere = page.slug !== 'not-found';
  const isReference = describedBy(page) !== undefined;
  const asset = (name: string) => `/docs/${assets.get(name) ?? name}`;
  const title = page.slug === 'index' ? words.siteName : `${page.title} · ${words.siteName}`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(plain(page.summary))}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('site.css')}">
${languages.map((one) => `<link rel="alternate" hreflang="${one}" href="${addressOf(page.slug, one)}">`).join('\n')}
${isThere ? `<link rel="alternate" type="text/markdown" href="${markdownAddress(page.slug, language)}">` : '<meta name="robots" content="noindex">'}
<script src="${asset('theme.js')}"></script>
<script type="module" src="${asset('site.js')}"></script>
</head>
<body${bodyWords(site, version)}>
<a class="skip" href="#content">${escaped(words.skipToContent)}</a>
${bar(site, page.slug)}
<div class="frame">
<nav class="menu" id="menu" aria-label="${escaped(words.navigation)}"><a class="close-menu" href="#content">${escaped(words.close)}</a>${menu(site, page.slug)}</nav>
<main id="content" tabindex="-1"${isReference ? ' class="reference"' : ''}>${outlineOf(site, outline, isReference ? 2 : 3)}
<div class="article">${main}${around(site, page)}${foot(site)}</div></main>
</div>
${searchDialog(site)}
</body></html>
`;
}

function bar(site: Site, slug: string): string {
  const { words, language } = site;
  const themes = [
    ['system', words.themeSystem],
    ['light', words.themeLight],
    ['dark', words.themeDark],
  ];
  const others = languages.filter((one) => one !== language);
  return `<header class="bar"><a class="open-menu" href="#menu">${escaped(words.menu)}</a>
<a class="name" href="${addressOf('index', language)}" aria-label="${escaped(words.siteName)}"><span class="mark" aria-hidden="true">◆</span> <span class="name-text">${escaped(words.siteName)}</span></a>
<button type="button" class="open-search" aria-haspopup="dialog">${escaped(words.search)} <kbd aria-hidden="true">/</kbd></button>
<select class="theme" aria-label="${escaped(words.theme)}">${themes.map(([value, label]) => `<option value="${value}">${escaped(label as string)}</option>`).join('')}</select>
${others.map((one) => `<a class="language" href="${addressOf(slug, one)}" lang="${one}" hreflang="${one}">${wordsOf[one].languageName}</a>`).join('')}</header>`;
}

/** What the scripts say. */
function bodyWords({ words, language }: Site, version: string): string {
  const said = {
    copy: words.copy,
    copied: words.copied,
    'copy-failed': words.copyFailed,
    version,
    language,
    root: '',
  };
  return Object.entries(said)
    .map(([name, text]) => ` data-${name}="${escaped(text)}"`)
    .join('');
}

/** Links to the headings of a page, down to a level: beside the text, or a line above it that stays. */
function outlineOf({ words }: Site, headings: Heading[], deepest: number): string {
  const shown = headings.filter(({ level }) => level >= 2 && level <= deepest);
  if (shown.length < 2) return '';
  const links = shown.map(
    ({ id, title, level, beside }) =>
      `<li class="level-${level}${beside ? ' beside' : ''}"><a href="#${id}">${escaped(title)}</a></li>`,
  );
  return `<nav class="outline" aria-labelledby="outline-title"><h2 id="outline-title">${escaped(words.onThisPage)}</h2><ul>${links.join('')}</ul></nav>`;
}

/** The pages before and after this one. */
function around(site: Site, page: PageContent): string {
  const { words, language } = site;
  const pages = pagesOf(site);
  const at = pages.findIndex(({ slug }) => slug === page.slug);
  if (at < 0) return '';
  const link = (to: PageContent | undefined, label: string, rel: string) =>
    to
      ? `<a rel="${rel}" href="${addressOf(to.slug, language)}"><small>${escaped(label)}</small> <span${to.untranslated === undefined ? '' : ' lang="en"'}>${escaped(to.title)}</span></a>`
      : '';
  return `<nav class="around" aria-label="${escaped(`${words.previous}, ${words.next}`)}">${link(pages[at - 1], words.previous, 'prev')}${link(pages[at + 1], words.next, 'next')}</nav>`;
}

/** What these pages are of. They are built where they are served: the day is that of the build. */
function foot({ words, language, contract }: Site): string {
  const built = new Date();
  const day = built.toLocaleDateString(words.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const date = `<time datetime="${built.toISOString().slice(0, 10)}">${escaped(day)}</time>`;
  return `<footer><p><span>Version ${escaped(contract.version)}, ${escaped(words.builtOn)} ${date}</span>
<a href="${addressOf('changelog', language)}">${escaped(words.changelog)}</a> <a href="${addressOf('licence', language)}">${escaped(words.licence)}</a> <a href="/openapi.yaml">OpenAPI</a> <a href="/llms.txt">llms.txt</a></p></footer>`;
}

function searchDialog({ words }: Site): string {
  const said = {
    empty: words.searchEmpty,
    failed: words.searchFailed,
    found: words.searchFound,
    recent: words.searchRecent,
    forget: words.searchForget,
    guide: words.guides,
    operation: words.searchOperations,
    field: words.searchFields,
    error: words.searchErrors,
  };
  const data = Object.entries(said).map(([name, text]) => ` data-${name}="${escaped(text)}"`);
  const hint = escaped(words.searchHint);
  return `<dialog class="search" aria-label="${hint}"${data.join('')}>
<form method="dialog"><input type="search" role="combobox" aria-controls="search-hits" aria-expanded="false" aria-autocomplete="list" aria-label="${hint}" placeholder="${hint}" autocomplete="off" spellcheck="false"><button>${escaped(words.close)}</button></form>
<p class="count" role="status"></p><div class="recent" hidden></div><div class="hits" id="search-hits" role="listbox" aria-label="${hint}" hidden></div></dialog>`;
}

/** A summary without Markdown's marks. */
export function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}
