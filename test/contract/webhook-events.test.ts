// The names of events: what an endpoint may ask for is what there is to be told.
import { document } from './support/document.js';

const { schemas } = document['components'] as { schemas: Record<string, Record<string, unknown>> };
const told = schemas['EventName']!['x-extensible-enum'] as string[];

it('an endpoint may ask for every event that there is, and for no other', () => {
  const { enum: asked } = schemas['SubscribedEvents']!['items'] as { enum: string[] };
  expect(asked).toEqual(told);
  expect(new Set(told).size).toBe(told.length);
});

it('every event is explained, and has the form that replies promise', () => {
  const { description, pattern } = schemas['EventName'] as { description: string; pattern: string };
  const explained = [...description.matchAll(/`([a-z_]+\.[a-z_]+)`/g)].map(([, name]) => name);
  expect(explained.sort()).toEqual([...told].sort());
  expect(told.filter((name) => !new RegExp(pattern).test(name))).toEqual([]);
});
