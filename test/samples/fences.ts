// The fenced code blocks of a Markdown page, by the conventions that guides and reference pages are written in.
import { marked } from 'marked';

export interface Fence {
  /** From 1, in the order of the page. */
  number: number;
  /** `sh`, `js`, `json`, … */
  language: string;
  /** What follows the language: `group`, `fragment`, `excerpt`. */
  words: string[];
  text: string;
  /** Whether only white space stands between this block and the one before. */
  followsAtOnce: boolean;
}

export function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  let followsAtOnce = false;
  void marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'code') {
      const [language = '', ...words] = ((token['lang'] as string | undefined) ?? '').split(' ');
      fences.push({
        number: fences.length + 1,
        language,
        words,
        text: `${token['text'] as string}\n`,
        followsAtOnce,
      });
    }
    followsAtOnce = token.type === 'code' || (token.type === 'space' && followsAtOnce);
  });
  return fences;
}
