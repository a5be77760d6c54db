// What a query finds, in the order that it is shown in. The tests ask the built index by this very code.
import type MiniSearch from 'minisearch';
import { plainWord, wordsOf, type Found, type Kind } from './search-options.js';
import { synonymsOf } from './search-synonyms.js';

/** Hits of one kind, the best first. */
export interface Group {
  kind: Kind;
  hits: Found[];
}

/** What has so little of the best hit's score has the words by chance. */
const LEAST_SHARE = 0.03;

/** More of one kind would push the others out of sight. */
const MOST_OF_A_KIND = 6;

const BOOST = { name: 10, meant: 16, title: 4, page: 1.5, text: 1 };

/** Hits by kind: the kind with the best hit first. */
export function search(index: MiniSearch, query: string, language: string): Group[] {
  const groups = new Map<Kind, Found[]>();
  for (const hit of rankedHits(index, query, language)) {
    const hits = groups.get(hit.kind) ?? [];
    if (hits.length < MOST_OF_A_KIND) hits.push(hit);
    groups.set(hit.kind, hits);
  }
  return [...groups].map(([kind, hits]) => ({ kind, hits }));
}

function rankedHits(index: MiniSearch, query: string, language: string): Found[] {
  const words = query.split(/\s+/).filter((word) => wordsOf(word).length > 0);
  if (words.length === 0) return [];
  const queries = words.map((word) => eitherOf(word, language));
  const all = index.search({ combineWith: 'AND', queries }, { boostDocument });
  // Nothing has all the words: what has some of them is better than nothing.
  const found = all.length > 0 ? all : index.search({ combineWith: 'OR', queries }, { boostDocument });
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= best * LEAST_SHARE) as unknown as Found[];
}

/** A word, or, counted less, one that means the same. */
function eitherOf(word: string, language: string) {
  const plain = plainWord(word);
  const typed = {
    queries: [word],
    combineWith: 'AND' as const,
    prefix: plain.length > 2,
    fuzzy: plain.length > 4 ? 0.2 : false,
    weights: { prefix: 0.5, fuzzy: 0.2 },
    boost: BOOST,
  };
  const less = Object.fromEntries(Object.entries(BOOST).map(([field, boost]) => [field, boost / 3]));
  const others = synonymsOf(plain, language).map((one) => ({ queries: [one], boost: less, prefix: false }));
  return { combineWith: 'OR' as const, queries: [typed, ...others] };
}

function boostDocument(_id: unknown, _term: string, stored?: Record<string, unknown>): number {
  return (stored?.['weight'] as number | undefined) ?? 1;
}
