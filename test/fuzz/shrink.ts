// A failing request made smaller: whatever can be left out while the same fault comes is left out.
import type { Json } from '../contract/support/document.js';
import type { Draft } from './draft.js';

/** It is sent this often at most. */
const MOST_TRIES = 80;

/** @param fails whether the request, sent once more, has the same fault */
export async function shrunk(draft: Draft, fails: (smaller: Draft) => Promise<boolean>): Promise<Draft> {
  let smallest = draft;
  let tries = 0;
  for (let found = true; found && tries < MOST_TRIES;) {
    found = false;
    for (const candidate of smallerThan(smallest)) {
      if (++tries > MOST_TRIES) break;
      if (!(await fails(candidate))) continue;
      smallest = candidate;
      found = true;
      break;
    }
  }
  return smallest;
}

/** The request less one thing each. */
function* smallerThan(draft: Draft): Generator<Draft> {
  for (const index of draft.query.keys())
    yield { ...draft, query: draft.query.filter((_, other) => other !== index) };
  for (const name of Object.keys(draft.headers)) {
    if (name !== 'authorization') yield { ...draft, headers: without(draft.headers, name) };
  }
  if (draft.raw !== undefined) return;
  for (const json of smallerValues(draft.json)) yield { ...draft, json };
}

function* smallerValues(value: unknown): Generator {
  if (typeof value === 'string' && value.length > 8) yield value.slice(0, value.length / 2);
  if (Array.isArray(value)) {
    for (const index of value.keys()) yield value.filter((_, other) => other !== index);
    for (const [index, item] of value.entries())
      for (const smaller of smallerValues(item)) yield value.with(index, smaller);
  } else if (typeof value === 'object' && value !== null) {
    for (const name of Object.keys(value)) yield without(value as Json, name);
    for (const [name, inner] of Object.entries(value))
      for (const smaller of smallerValues(inner)) yield { ...value, [name]: smaller };
  }
}

function without<Value>(value: Record<string, Value>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
}
