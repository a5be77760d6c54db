// The reasons of errors: the contract lists those that the service gives, examples use them as the table has them, and the guide names each.
import { readFileSync } from 'node:fs';
import { reasons, type ErrorReason } from '#platform/errors/reasons.js';
import { document } from './support/document.js';

const { schemas } = document['components'] as { schemas: Record<string, Record<string, unknown>> };
const listed = schemas['ErrorReason']!['x-extensible-enum'] as string[];
const finer = (Object.keys(reasons) as ErrorReason[]).filter((reason) => reasons[reason].code !== reason);

it('are the same in the contract and in the service', () => {
  expect(finer.length).toBeGreaterThan(20);
  expect([...listed].sort()).toEqual(Object.keys(reasons).sort());
});

it('belong to the code that they are shown with, in every example', () => {
  const shown = [...errorsIn(document)];
  expect(shown.length).toBeGreaterThan(50);
  const wrong = shown.filter(({ code, reason }) => reasons[reason as ErrorReason]?.code !== code);
  expect(wrong).toEqual([]);
});

it.each(['en', 'fr'])('each finer one is explained in the guide, in %s', (language) => {
  const path = new URL(`../../web/docs/guides/${language}/errors.md`, import.meta.url);
  const table = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
  expect(finer.filter((reason) => !table.includes(`\`${reason}\``))).toEqual([]);
});

/** Every `{ code, reason }` of the document's examples. */
function* errorsIn(value: unknown): Generator<{ code: unknown; reason: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  const { code, reason } = value as { code?: unknown; reason?: unknown };
  if (typeof code === 'string' && typeof reason === 'string') yield { code, reason };
  for (const inner of Object.values(value)) yield* errorsIn(inner);
}
