// How pages are indexed and searched: the build makes the index with this, the page reads it with the same.

export interface Found {
  id: string;
  address: string;
  page: string;
  title: string;
}

export const searchOptions = {
  fields: ['name', 'title', 'page', 'text'],
  storeFields: ['address', 'page', 'title'],
  /** `recordPostback` is found by "postback", `externalId` by "external", `remboursé` by "rembourse". */
  tokenize: (text: string): string[] =>
    text
      .split(/[^\p{L}\p{N}_]+/u)
      .flatMap((word) => [word, ...word.split(/(?<=[a-z])(?=[A-Z])|_/)])
      .filter((word, index, all) => word !== '' && all.indexOf(word) === index),
  processTerm: (term: string): string => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  searchOptions: {
    prefix: true,
    fuzzy: 0.15,
    boost: { name: 8, title: 4, page: 2 },
    combineWith: 'AND' as const,
  },
};
