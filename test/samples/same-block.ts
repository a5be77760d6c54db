// Whether a block of a French guide is the English one: running one of them is then enough.
import type { Fence } from './fences.js';
import { isParsed, wordsOf } from './syntax.js';

/** Drawings and tables: words for people, not for a machine. */
const FREE = ['text', ''];

/**
 * Programs are the same word for word, but for comments and for strings that hold a space (prose). SQL and HTML are the same but for
 * comments, JSON and HTTP to the letter. Text may say it in another way.
 */
export async function sameBlock(english: Fence, french: Fence): Promise<boolean> {
  if (english.language !== french.language) return false;
  if (FREE.includes(english.language)) return true;
  if (!isParsed(english.language)) return bare(english) === bare(french);
  const [ours, theirs] = await Promise.all(
    [english, french].map(({ language, text }) => wordsOf(language, text)),
  );
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

function bare({ language, text }: Fence): string {
  if (language === 'sql') return text.replace(/--.*$/gm, '').replace(/\s+/g, ' ');
  if (language === 'html') return text.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
  return text;
}
