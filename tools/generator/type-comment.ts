// The doc comment of a type or a property: what it means, in the description's first sentence, and the rules it keeps.
import type { Schema } from './document.js';

const WIDTH = 100;
/** Shorter first sentences ("Evidence.") say nothing alone. */
const FEWEST_WORDS = 3;

/** The comment above a declaration, with its line break, or nothing if there is nothing to say. */
export function commentOf(schema: Schema, indent: string, more: string[] = []): string {
  const lead = leadOf((schema['description'] as string | undefined) ?? '');
  const said = lead.text.join(' ').toLowerCase();
  const rules = rulesOf(schema).filter((rule) => !said.includes(rule.slice(0, -1).toLowerCase()));
  const rest = [...rules, ...more];
  return comment(
    lead.list.length === 0
      ? wrapped([...lead.text, ...rest])
      : [...wrapped(lead.text), ...lead.list, ...wrapped(rest)],
    indent,
  );
}

/** Paragraphs of sentences as a doc comment. Those without words are left out. */
export function docComment(paragraphs: string[][], indent: string): string {
  const texts = paragraphs.map(wrapped).filter((lines) => lines.length > 0);
  return comment(
    texts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
    indent,
  );
}

function comment(text: string[], indent: string): string {
  const lines = text.map((line) => line.replaceAll('*/', '*\\/'));
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */\n`].join(
    '\n',
  );
}

/** The first sentence, and what `null` means; a list that it introduces, or that stands in its place, is kept whole. */
function leadOf(description: string): { text: string[]; list: string[] } {
  const [first = '', ...rest] = description.trim().split(/\n\n+/);
  if (first.startsWith('- ')) return { text: [], list: first.split('\n') };
  if (first.endsWith(':')) return { text: [oneLine(first)], list: (rest[0] ?? '').split('\n') };
  const sentence = firstSentence(oneLine(first));
  const ofNull = oneLine(first)
    .slice(sentence.length)
    .match(/(?<= )`null`[^.]*\.(?= |$)/)?.[0];
  return { text: [sentence, ofNull ?? ''].filter((text) => text !== ''), list: [] };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function firstSentence(text: string): string {
  const ends = [...text.matchAll(/[.!?](?= |$)/g)].map(({ index }) => index + 1);
  const enough = ends.find((end) => text.slice(0, end).split(' ').length >= FEWEST_WORDS);
  return text.slice(0, enough);
}

/** What a value must keep, beyond its type, as short sentences: "Integer, 0–100." */
export function rulesOf(schema: Schema): string[] {
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  const rules = types.length === 1 ? rulesOfType(schema, types[0]!) : [];
  const sentences = rules.length === 0 ? [] : [`${capitalised(rules.join(', '))}.`];
  if (schema['default'] !== undefined) sentences.push(`Default: ${JSON.stringify(schema['default'])}.`);
  return sentences;
}

function rulesOfType(schema: Schema, type: string): string[] {
  const between = (least: string, most: string, unit: string) =>
    range(schema[least] as number | undefined, schema[most] as number | undefined, unit);
  if (schema.enum !== undefined || schema.const !== undefined) return [];
  if (type === 'string') return [...between('minLength', 'maxLength', 'characters'), ...formOf(schema)];
  if (type === 'integer') return ['integer', ...between('minimum', 'maximum', '')];
  if (type === 'number') return between('minimum', 'maximum', '');
  if (type === 'array') return between('minItems', 'maxItems', 'items');
  if (type === 'object') return between('minProperties', 'maxProperties', 'keys');
  return [];
}

/** A format says in words what its pattern says in signs. */
function formOf(schema: Schema): string[] {
  if (schema['format'] === 'date-time') return ['RFC 3339 date-time'];
  if (schema['format'] !== undefined) return [];
  return schema['pattern'] === undefined ? [] : [`pattern \`${schema['pattern'] as string}\``];
}

function range(least: number | undefined, most: number | undefined, unit: string): string[] {
  const said = (text: string) => [`${text} ${unit}`.trim()];
  const written = (value: number) => value.toLocaleString('en-US');
  if (least !== undefined && least === most) return said(`exactly ${written(least)}`);
  if (least !== undefined && most !== undefined) return said(`${written(least)}–${written(most)}`);
  if (least !== undefined) return said(`at least ${written(least)}`);
  return most === undefined ? [] : said(`at most ${written(most)}`);
}

function capitalised(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function wrapped(sentences: string[]): string[] {
  const lines: string[] = [];
  for (const word of sentences
    .join(' ')
    .split(' ')
    .filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
