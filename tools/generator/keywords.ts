// The keywords of a request's schema: which are looked at, which only say something to a reader, and which are refused.
import { ContractError } from './contract-error.js';
import type { Schema } from './document.js';

/** Keywords that say nothing a validator would check. */
export const ANNOTATIONS = [
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  'x-any-characters',
  'x-item-schema',
];

/** Refuses a pattern that is no ECMA-262 expression, or that would let a message repeat what was sent. @throws ContractError */
export function checkPattern(where: string, pattern: string): void {
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw new ContractError(
      where,
      `pattern ${pattern} is not an ECMA-262 expression with the u flag`,
      'correct it',
    );
  }
  // class-validator fills these words in; a fault must never repeat what was sent.
  if (/\$(value|property|target|constraint)/.test(pattern))
    throw new ContractError(where, 'pattern holds $value', 'rewrite it');
}

/** Those of these keywords that the schema has, with their values. */
export function pick(schema: Schema, keywords: string[]): Record<string, never> {
  const found = keywords.filter((keyword) => schema[keyword] !== undefined);
  return Object.fromEntries(found.map((keyword) => [keyword, schema[keyword]])) as Record<string, never>;
}

/** A schema by what is meant to be sent: more is taken where something is kept of anything (x-kept-as), or what is unknown is ignored. */
export function asMeant(schema: Schema): Schema {
  const kept = { ...schema, ...(schema['x-kept-as'] as Schema | undefined) };
  return schema['x-refuse-misspelt'] === true ? { ...kept, additionalProperties: false } : kept;
}

/** Refuses any keyword but these and the annotations. @throws ContractError */
export function allowOnly(where: string, schema: Schema, keywords: string[]): void {
  const surplus = Object.keys(schema).find(
    (keyword) => !keywords.includes(keyword) && !ANNOTATIONS.includes(keyword),
  );
  if (surplus === undefined) return;
  throw new ContractError(
    where,
    `the DTO classes cannot express "${surplus}"`,
    'say it with supported keywords, as a rule of the operation (@Operation(id, { rules })), or teach tools/generator/model.ts',
  );
}
