// The files that the contract is written in, the root and those of openapi/, each read into what it defines and what it refers to.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { LineCounter, isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Document, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { ContractError } from './contract-error.js';

/** Name as the root writes it, such as openapi/payouts.yaml → text. The root itself comes first. */
export type Sources = Map<string, string>;

/** One of these files. */
export interface Source {
  name: string;
  /** Its lines, in which references name no file any more: `#/components/schemas/Payout`. */
  lines: string[];
  /** Its first keys, such as `paths`, and the lines they are on. */
  keys: { key: string; line: number }[];
  entries: Entry[];
  references: Reference[];
  /** Whether there is something at a pointer, such as `/components/schemas/Payout`. */
  has: (pointer: string) => boolean;
}

/** A path or a component, on the lines `from` to before `to`; its key is indented by so many spaces. */
export interface Entry {
  /** As a pointer: `/paths/~1sdk.js`. */
  place: string;
  from: number;
  to: number;
  indent: number;
  /** Whether it is nothing but a `$ref`. */
  isReference: boolean;
}

/** A `$ref`. Lines are counted from 0. */
export interface Reference {
  written: string;
  line: number;
  /** The file it leads to, by its name among the sources. */
  file: string;
  pointer: string;
}

type Spot = Reference & { range: [number, number] };

/** The root, and the YAML files of the folder beside it that has its name. */
export function readSources(root: string): Sources {
  const folder = basename(root, '.yaml');
  const path = join(dirname(root), folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => /\.ya?ml$/.test(name)) : [];
  const files = names.sort().map((name) => [`${folder}/${name}`, join(path, name)] as const);
  return new Map(
    [[basename(root), root] as const, ...files].map(([name, file]) => [name, readFileSync(file, 'utf8')]),
  );
}

/** @throws ContractError for what is no YAML, and for paths or components that do not stand on lines of their own. */
export function parseSource(name: string, text: string): Source {
  const counter = new LineCounter();
  const document = parseDocument(text, { strict: true, uniqueKeys: true, lineCounter: counter });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw new ContractError(name, problem.message, 'correct the YAML');
  if (!isMap(document.contents))
    throw new ContractError(name, 'is no map', 'write paths and components in it');
  const lineOf = (offset: number) => counter.linePos(offset).line - 1;
  const spots = spotsOf(name, document, lineOf);
  return {
    name,
    lines: withoutFiles(text, spots).split('\n'),
    keys: pairsOf(document.contents).map(({ key }) => ({
      key: String(key.value),
      line: lineOf(key.range![0]),
    })),
    entries: sectionsOf(document).flatMap((section) => entriesOf(name, document, section, counter)),
    references: spots,
    has: (pointer) => document.hasIn(segmentsOf(pointer)),
  };
}

function sectionsOf(document: Document): string[][] {
  const components = document.get('components');
  const sections = isMap(components) ? pairsOf(components).map(({ key }) => String(key.value)) : [];
  return [['paths'], ['webhooks'], ...sections.map((section) => ['components', section])];
}

function entriesOf(name: string, document: Document, section: string[], counter: LineCounter): Entry[] {
  const map = document.getIn(section);
  if (!isMap(map)) return [];
  return pairsOf(map).map(({ key, value }) => {
    const start = counter.linePos(key.range![0]);
    if (map.flow === true)
      throw new ContractError(`${name}:${start.line}`, 'stands in braces', 'give it a line of its own');
    const end = counter.linePos((value?.range ?? key.range!)[1] - 1);
    const place = [...section, String(key.value)].map((part) => `/${escaped(part)}`).join('');
    const isReference = isMap(value) && value.items.length === 1 && value.has('$ref');
    return { place, from: start.line - 1, to: end.line, indent: start.col - 1, isReference };
  });
}

/** Every `$ref`, in the order of the text. */
function spotsOf(name: string, document: Document, lineOf: (offset: number) => number): Spot[] {
  const spots: Spot[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== '$ref' || !isScalar(value) || typeof value.value !== 'string')
        return;
      const [file = '', pointer = ''] = value.value.split('#');
      const [from, to] = value.range!;
      spots.push({
        written: value.value,
        line: lineOf(from),
        file: file === '' ? name : posix.join(posix.dirname(name), file),
        pointer,
        range: [from, to],
      });
    },
  });
  return spots;
}

/** From the last one to the first, so that what is before stays where it was found. */
function withoutFiles(text: string, spots: Spot[]): string {
  return spots.reduceRight(
    (rest, { pointer, range: [from, to] }) => `${rest.slice(0, from)}'#${pointer}'${rest.slice(to)}`,
    text,
  );
}

function pairsOf(map: YAMLMap): Pair<Scalar, ParsedNode | null>[] {
  return map.items as Pair<Scalar, ParsedNode | null>[];
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
