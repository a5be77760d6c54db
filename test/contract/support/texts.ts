// The texts that a page of the reference may show: every summary and description that an operation holds, or refers to.
import type { Json } from './document.js';

/** An object of the contract that holds texts. */
export interface TextHolder {
  /** As an overlay's target names it. */
  target: string;
  /** `summary` and `description`, as far as there are any. */
  texts: Record<string, string>;
}

/** Of these operations, each holder once. */
export function textHolders(document: Json, operationIds: readonly string[]): TextHolder[] {
  const holders = new Map<string, TextHolder>();
  const visit = (value: unknown, target: string): void => {
    if (typeof value !== 'object' || value === null || holders.has(target)) return;
    const texts = textsIn(value as Json);
    holders.set(target, { target, texts });
    const { $ref } = value as Json;
    if (typeof $ref === 'string') visitReference($ref);
    for (const [key, child] of Object.entries(value))
      if (!DATA.has(key)) visit(child, target + step(key, child, Array.isArray(value)));
  };
  const visitReference = (reference: string) => {
    const names = reference.slice(2).split('/');
    const found = names.reduce<unknown>((at, name) => (at as Json)[name], document);
    visit(found, `$${names.map((name) => step(name, null, false)).join('')}`);
  };
  for (const [target, operation] of operationsWith(document, operationIds)) visit(operation, target);
  return [...holders.values()].filter(({ texts }) => Object.keys(texts).length > 0);
}

/** What callers send and get is no text of ours, whatever its fields are called. */
const DATA = new Set(['value', 'example', 'default', 'const', 'enum']);

function textsIn(holder: Json): Record<string, string> {
  const found = ['summary', 'description'].map((key) => [key, holder[key]] as const);
  return Object.fromEntries(
    found.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

function step(key: string, child: unknown, isList: boolean): string {
  if (isList) return `[?@.name=='${(child as { name?: string } | null)?.name ?? key}']`;
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`;
}

function operationsWith(document: Json, ids: readonly string[]): [string, Json][] {
  return Object.entries(document['paths'] as Record<string, Record<string, Json>>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => ids.includes(String(operation['operationId'])))
      .map(([method, operation]): [string, Json] => [`$.paths['${path}'].${method}`, operation]),
  );
}
