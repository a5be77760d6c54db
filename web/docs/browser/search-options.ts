// How pages are indexed and searched: the build makes the index with this, the page reads it with the same.

/** What a hit is, and so under which heading it is shown. */
export type Kind = 'guide' | 'operation' | 'field' | 'error';

export interface Found {
  id: string;
  address: string;
  page: string;
  title: string;
  text: string;
  kind: Kind;
  /** Of an operation's page: GET, POST …; else empty. */
  method: string;
  /** What its texts are written in. */
  lang: string;
  /** How much sooner this is meant than others that hold the same words; 1 for most. */
  weight: number;
  /** The words of the index that the query has hit. */
  terms: string[];
  score: number;
}

/** `recordPostback` → it and its parts: found by "postback", too. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}_]+/u)
    .flatMap((word) => [word, ...word.split(/(?<=[a-z])(?=[A-Z])|_/)])
    .filter((word, index, all) => word !== '' && all.indexOf(word) === index);
}

/** `Remboursé` → `rembourse`. */
export function plainWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export const searchOptions = {
  fields: ['name', 'meant', 'title', 'page', 'text'],
  storeFields: ['address', 'page', 'title', 'text', 'kind', 'method', 'lang', 'weight'],
  tokenize: wordsOf,
  processTerm: plainWord,
};
