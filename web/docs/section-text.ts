// Pieces of Markdown that sections are made of: fenced code, examples, single lines.
import type { Example } from './contract.js';
import type { Code, Section } from './sections.js';
import { headingId } from './sections.js';

/** A section of text. */
export function text(title: string, markdown: string, english: Section['english'] = 'text'): Section {
  return { id: headingId(title), title, markdown, column: 'text', english };
}

/** Examples, each under what it shows. */
export function examplesOf(type: string, examples: Pick<Example, 'summary' | 'value'>[]): string {
  return examples
    .map(({ summary, value }) => {
      const { language, text } = codeOf(type, value);
      return `${summary ? `${summary}:\n\n` : ''}${fence(text, language)}`;
    })
    .join('\n\n');
}

/** An example's value as it would be read: JSON formatted, text as it is. */
export function codeOf(type: string, value: unknown): Code {
  if (typeof value !== 'string')
    return { label: 'JSON', language: 'json', text: JSON.stringify(value, null, 2) };
  return {
    label: type === 'text/plain' ? '' : type,
    language: type.includes('html') ? 'html' : 'text',
    text: value.trimEnd(),
  };
}

/** A fenced block of code. */
export function fence(code: string, info: string): string {
  const ticks = code.includes('```') ? '````' : '```';
  return `${ticks}${info}\n${code.trimEnd()}\n${ticks}\n`;
}

/** What comes before the first empty line, on one line. */
export function firstParagraph(markdown: string): string {
  return oneLine(markdown.split('\n\n')[0] as string);
}

/** Without line breaks. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
