// Every reason that the contract gives for a missing credit is told, with what to do about it, in both languages, each in words of its own.
import { adviceWords, reasonWords } from '../../../web/dashboard/app/why/reason-words.js';
import { document, resolve, type Json } from '../../contract/support/document.js';

const { schemas } = document['components'] as { schemas: Record<string, Json> };
const { reason } = resolve(schemas['TraceFinding'] as Json)['properties'] as Record<string, Json>;
const declared = resolve(reason as Json)['x-extensible-enum'] as string[];

it.each([
  ['what is missing, in English', reasonWords.en],
  ['what is missing, in French', reasonWords.fr],
  ['what to do, in English', adviceWords.en],
  ['what to do, in French', adviceWords.fr],
])('%s', (_, words) => {
  expect(declared.length).toBeGreaterThan(20);
  expect(Object.keys(words).sort()).toEqual([...declared].sort());
  const said = Object.values(words);
  expect(said.every((one) => /\S/.test(one))).toBe(true);
  expect(new Set(said).size).toBe(said.length);
});

it('nothing stands in French as it does in English', () => {
  const both = [reasonWords, adviceWords];
  const same = both.flatMap(({ en, fr }) =>
    Object.entries(fr).filter(([name, said]) => said === en[name as keyof typeof en]),
  );
  expect(same).toEqual([]);
});
