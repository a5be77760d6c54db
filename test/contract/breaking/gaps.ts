// The breaking changes that `redocly diff` 2.77.0 does not see (found by running it over changes.ts): those of what is asked for, of what
// is answered, and of the keywords of the house, operation by operation.
import type { Json } from '../support/document.js';
import { houseGaps } from './house-gaps.js';
import { replyGaps } from './reply-gaps.js';
import { requestGaps } from './request-gaps.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];

/** [pointer to the operation, what broke in it], for every operation that both contracts have. Both as comparable.ts writes them. */
export function gapsBetween(before: Json, after: Json): [string, string][] {
  return eachPair(before, after).flatMap(([where, was, is]) =>
    [...requestGaps(was, is), ...replyGaps(was, is), ...houseGaps(was, is)].map((what): [string, string] => [
      where,
      what,
    ]),
  );
}

function eachPair(before: Json, after: Json): [string, Json, Json][] {
  const newItems = new Map(pathsOf(after).map(([path, item]) => [unnamed(path), item]));
  return pathsOf(before).flatMap(([path, item]) => {
    const newItem = newItems.get(unnamed(path)) ?? {};
    return METHODS.filter((method) => item[method] && newItem[method]).map((method): [string, Json, Json] => [
      `#/paths/${path.replaceAll('/', '~1')}/${method}`,
      whole(before, item, method),
      whole(after, newItem, method),
    ]);
  });
}

function pathsOf(contract: Json): [string, Json][] {
  return Object.entries((contract['paths'] ?? {}) as Record<string, Json>);
}

/** Two paths are one when only the names of their parameters differ. */
function unnamed(path: string): string {
  return path.replace(/\{\w+\}/g, '{}');
}

/** The operation with its references followed, and with the servers that hold for it and how it is called. */
function whole(contract: Json, item: Json, method: string): Json {
  const operation = item[method] as Json;
  const servers = operation['servers'] ?? item['servers'] ?? contract['servers'] ?? [{ url: '/' }];
  return { ...(followed(contract, operation, []) as Json), servers, method };
}

/** A copy without references; what stands beside one holds too. One that leads into itself ends where it would begin again. */
function followed(contract: Json, value: unknown, open: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => followed(contract, item, open));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref: ref, ...rest } = value as Json;
  const beside = (isRef: boolean) =>
    Object.fromEntries(
      Object.entries(isRef ? rest : value).map(([key, inner]) => [key, followed(contract, inner, open)]),
    );
  if (typeof ref !== 'string') return beside(false);
  if (open.includes(ref)) return {};
  const steps = ref.slice(2).split('/');
  const target = steps.reduce<unknown>((at, step) => (at as Json)[step.replaceAll('~1', '/')], contract);
  return { ...(followed(contract, target, [...open, ref]) as Json), ...beside(true) };
}
