// Markdown → HTML as the site shows it: headings with links to themselves, code in colours, groups of code as tabs, call-outs, tables that
// a phone can show, links from page to page.
import { Marked, type Token, type Tokens } from 'marked';
import { codeBlock, tabs } from './code-block.js';
import { flowPicture } from './flow-picture.js';
import { escaped } from './html.js';
import { pictureSize } from './pictures.js';
import { headingId } from './sections.js';
import type { Language, Words } from './words.js';

export interface Heading {
  id: string;
  title: string;
  level: number;
  /** In the column beside the text. */
  beside?: boolean;
}

const LABELS: Record<string, string> = {
  sh: 'cURL',
  js: 'JavaScript',
  ts: 'TypeScript',
  python: 'Python',
  php: 'PHP',
  go: 'Go',
  ruby: 'Ruby',
  java: 'Java',
  csharp: 'C#',
  json: 'JSON',
  html: 'HTML',
  text: '',
};

/** Renders the texts of one page: ids are unique within it. */
export class PageMarkdown {
  readonly headings: Heading[] = [];
  private readonly ids = new Set<string>();
  private groups = 0;
  private readonly marked: Marked;

  constructor(
    private readonly language: Language,
    private readonly words: Words,
  ) {
    this.marked = new Marked({ renderer: this.renderer() });
  }

  /** Markdown → HTML. */
  html(markdown: string): string {
    const tokens = this.marked.lexer(markdown);
    return this.blocks(tokens);
  }

  /** Markdown within a line → HTML. */
  inline(markdown: string): string {
    return this.marked.parseInline(markdown, { async: false });
  }

  /** A heading with an id of its own, noted for the page's outline. */
  heading(level: number, title: string, html: string, wanted = headingId(title), linked = true): string {
    const id = this.unique(wanted);
    this.headings.push({ id, title, level });
    if (!linked) return `<h${level} id="${id}">${html}</h${level}>\n`;
    return `<h${level} id="${id}">${html} <a class="anchor" href="#${id}" aria-label="${escaped(title)}">#</a></h${level}>\n`;
  }

  /** Runs of code marked `group` become tabs; everything else is the renderer's. */
  private blocks(tokens: Token[]): string {
    const parts: string[] = [];
    let group: Tokens.Code[] = [];
    const close = () => {
      if (group.length > 0) parts.push(this.tabs(group));
      group = [];
    };
    for (const token of tokens) {
      if (isGrouped(token)) group.push(token);
      else if (token.type !== 'space') {
        close();
        parts.push(this.marked.parser([token]));
      }
    }
    close();
    return parts.join('');
  }

  private tabs(codes: Tokens.Code[]): string {
    return tabs({
      name: `tabs-${++this.groups}`,
      title: this.words.language,
      kind: 'languages',
      labels: codes.map((code) => infoOf(code).label),
      panels: codes.map(codeOf),
    });
  }

  /** The id of a place that is no heading. */
  place(id: string): string {
    return this.unique(id);
  }

  private unique(wanted: string): string {
    let id = wanted;
    for (let count = 1; this.ids.has(id); count++) id = `${wanted}-${count}`;
    this.ids.add(id);
    return id;
  }

  private renderer() {
    // oxlint-disable-next-line typescript/no-this-alias -- marked calls these with a `this` of its own
    const page = this;
    return {
      code: (token: Tokens.Code) =>
        infoOf(token).words.includes('flow') ? flowPicture(page.words) : codeOf(token),
      heading(this: { parser: { parseInline(tokens: Token[]): string } }, token: Tokens.Heading) {
        return page.heading(token.depth, plainText(token.tokens), this.parser.parseInline(token.tokens));
      },
      link(this: { parser: { parseInline(tokens: Token[]): string } }, { href, tokens }: Tokens.Link) {
        return `<a href="${escaped(page.address(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image: ({ href, text }: Tokens.Image) => page.picture(href, text),
      // A table's cell has no other way to begin a line.
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (text === '<br>' ? text : escaped(text)),
      // A list to tick off on paper: a box that nobody can tick would only puzzle who has the page read aloud.
      checkbox: () => '☐ ',
      blockquote(this: { parser: { parse(tokens: Token[]): string } }, { tokens, text }: Tokens.Blockquote) {
        const kind = page.kindOf(text);
        return `<div class="callout ${kind}" role="note">${this.parser.parse(tokens)}</div>\n`;
      },
      table(this: { parser: { parseInline(tokens: Token[]): string } }, token: Tokens.Table) {
        return tableHtml(token, (tokens) => this.parser.parseInline(tokens));
      },
    };
  }

  /** Its size is said beforehand, so that the text below does not move when it comes. */
  private picture(name: string, text: string): string {
    const { width, height } = pictureSize(this.language, name);
    const address = `${rootOf(this.language)}/${name}`;
    return `<img src="${escaped(address)}" alt="${escaped(text)}" width="${width}" height="${height}" loading="lazy">`;
  }

  private kindOf(text: string): string {
    return text.startsWith(`**${this.words.warning}`) ? 'warning' : 'note';
  }

  /** `errors.md#x` → this language's page; an address with a slash is itself. */
  private address(href: string): string {
    const page = /^([a-z0-9-]+)\.md(#.*)?$/.exec(href);
    return page ? addressOf(page[1] as string, this.language) + (page[2] ?? '') : href;
  }
}

/** Where a page is found. */
export function addressOf(slug: string, language: Language): string {
  return slug === 'index' ? rootOf(language) : `${rootOf(language)}/${slug}`;
}

/** Where a page's Markdown is found. */
export function markdownAddress(slug: string, language: Language): string {
  return `${rootOf(language)}/${slug}.md`;
}

function rootOf(language: Language): string {
  return language === 'en' ? '/docs' : `/docs/${language}`;
}

function isGrouped(token: Token): token is Tokens.Code {
  return token.type === 'code' && infoOf(token as Tokens.Code).words.includes('group');
}

/** A fence's info string: the language, words, and perhaps a label in quotes. */
function infoOf({ lang = '' }: Tokens.Code): { language: string; label: string; words: string[] } {
  const label = /"([^"]*)"/.exec(lang)?.[1];
  const [language = '', ...words] = lang.replace(/"[^"]*"/, '').split(/\s+/);
  return { language, label: label ?? LABELS[language] ?? language, words };
}

function codeOf(token: Tokens.Code): string {
  return codeBlock({ ...infoOf(token), text: token.text });
}

/** Each cell says its column, for screens too narrow for columns. */
function tableHtml(token: Tokens.Table, inline: (tokens: Token[]) => string): string {
  const labels = token.header.map(({ tokens }) => plainText(tokens));
  const head = token.header.map(({ tokens }) => `<th scope="col">${inline(tokens)}</th>`);
  const rows = token.rows.map((row) => {
    const cells = row.map(({ tokens }, column) => {
      const html = column === 0 ? breakable(inline(tokens)) : inline(tokens);
      return `<td data-label="${escaped(labels[column] as string)}">${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="table"><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>\n`;
}

/** `attribution.attempts[].value` may be broken at its dots. */
function breakable(html: string): string {
  return html.replace(/\.(?=[a-zA-Z])/g, '.<wbr>');
}

/** What a reader reads, without marks. */
export function plainText(tokens: Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens
        ? plainText(token.tokens)
        : 'text' in token
          ? unescaped(String(token.text))
          : '',
    )
    .join('');
}

/** marked hands text over with its entities. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
