// Code → HTML with classes for its colours, at build time: no page carries a highlighter.
import { createRequire } from 'node:module';
import { escaped } from './html.js';

interface Highlighter {
  highlight(code: string, options: { language: string }): { value: string };
  registerLanguage(name: string, definition: unknown): void;
}

const LANGUAGES = [
  'bash',
  'csharp',
  'go',
  'http',
  'java',
  'javascript',
  'json',
  'php',
  'python',
  'ruby',
  'sql',
  'typescript',
  'xml',
];
const ALSO: Record<string, string> = { sh: 'bash', js: 'javascript', ts: 'typescript', html: 'xml' };

// Required, not imported: its types would bring the browser's globals into the whole project.
const require = createRequire(import.meta.url);
const highlighter = require('highlight.js/lib/core') as Highlighter;
for (const name of LANGUAGES) {
  highlighter.registerLanguage(name, require(`highlight.js/lib/languages/${name}`));
}

/** The two languages of the site show the same code. */
const known = new Map<string, string>();

/**
 * The code's HTML.
 * @throws Error for a language that is neither known nor `text`: a misspelt fence would go unnoticed.
 */
export function highlighted(code: string, language: string): string {
  if (language === 'text' || language === '') return escaped(code);
  const name = ALSO[language] ?? language;
  if (!LANGUAGES.includes(name)) throw new Error(`No page can show code in "${language}"`);
  const key = `${name}\n${code}`;
  const html = known.get(key) ?? highlighter.highlight(code, { language: name }).value;
  known.set(key, html);
  return html;
}
