// Every action that the contract knows is told in words, in both languages, each in words of its own.
import { actionWords } from '../../../web/dashboard/app/audit-log/action-words.js';
import { document, resolve, type Json } from '../../contract/support/document.js';

const { schemas } = document['components'] as { schemas: Record<string, Json> };
const declared = resolve(schemas['AuditAction'] as Json)['x-extensible-enum'] as string[];

it.each(['en', 'fr'] as const)('in %s', (language) => {
  expect(declared.length).toBeGreaterThan(10);
  expect(Object.keys(actionWords[language]).sort()).toEqual([...declared].sort());
  const words = Object.values(actionWords[language]);
  expect(words.every((one) => /\S/.test(one))).toBe(true);
  expect(new Set(words).size).toBe(words.length);
});
