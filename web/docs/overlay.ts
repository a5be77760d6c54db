// The contract in another language: an OpenAPI Overlay (version 1.0.0) is laid over the bundled document and replaces its texts.
// Why so: docs/decisions/0034-texts-in-another-language-by-an-overlay.md
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '#platform/contract/project-root.js';

type Json = Record<string, unknown>;

export interface Action {
  /** Where in the document, in the part of JSONPath (RFC 9535) that `find` knows; it must name one place. */
  target: string;
  /** Fingerprint of the English that these texts translate; another one says that they are out of date. */
  'x-source': string;
  /** A summary, a description, or both. */
  update: Record<string, string>;
}

export interface Overlay {
  overlay: string;
  /** The operations whose texts are all translated. */
  'x-operations': string[];
  actions: Action[];
}

/** Reads `openapi.<language>.yaml`. */
export function readOverlay(language: string): Overlay {
  return parse(readFileSync(join(projectRoot(), `openapi.${language}.yaml`), 'utf8')) as Overlay;
}

/** A copy of the document with the overlay's texts. By the standard a target that names nothing is passed over; a test is red for it. */
export function overlaid(document: Json, { actions }: Overlay): Json {
  const copy = structuredClone(document);
  for (const { target, update } of actions) Object.assign(found(copy, target) ?? {}, update);
  return copy;
}

/**
 * The object that a target names: `$.paths['/api/v1/ping'].get`, `$.a.parameters[?@.name=='limit']`. Names, and list entries by a field; a
 * position in a list would mean another entry after the next insertion.
 * @throws Error if there is none, or if the target is written otherwise.
 */
export function find(document: Json, target: string): Json {
  const object = found(document, target);
  if (object === null) throw new Error(`${target} names nothing of the contract`);
  return object;
}

function found(document: Json, target: string): Json | null {
  const value = stepsOf(target).reduce<unknown>((at, step) => step(at), document);
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}

type Step = (at: unknown) => unknown;

const STEP = /\.([A-Za-z_]\w*)|\['([^']+)'\]|\[\?@\.(\w+)=='([^']+)'\]/y;

function stepsOf(target: string): Step[] {
  if (!target.startsWith('$')) throw new Error(`${target} does not begin with $`);
  const steps: Step[] = [];
  let at = 1;
  while (at < target.length) {
    STEP.lastIndex = at;
    const [whole = '', name, quoted, field = '', value] = STEP.exec(target) ?? [];
    if (whole === '') throw new Error(`${target} cannot be read from ${target.slice(at)} on`);
    const key = name ?? quoted;
    steps.push(key === undefined ? entryWith(field, value) : (holder) => (holder as Json | undefined)?.[key]);
    at += whole.length;
  }
  return steps;
}

/** The one entry of a list with this value; undefined for none or several. */
function entryWith(field: string, value: string | undefined): Step {
  return (list) => {
    const entries = Array.isArray(list) ? (list as Json[]) : [];
    const fitting = entries.filter((entry) => entry[field] === value);
    return fitting.length === 1 ? fitting[0] : undefined;
  };
}

/** Changes with any of the texts. */
export function fingerprintOf(texts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 8);
}
