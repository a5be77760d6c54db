// The contract in one text: what the root refers to is put where the root refers to it. Lines are moved, never written anew, so that
// what is served reads as it was written. Pure: no file is touched.
// Why so: docs/decisions/0018-the-contract-in-files-by-tag.md
import { ContractError } from './contract-error.js';
import { parseSource, type Entry, type Reference, type Source, type Sources } from './sources.js';

/**
 * One document without references to other files. The root decides the order; all names are one space, as in the document.
 * @throws ContractError, with file and line, for what is lost, defined twice, or not in the root.
 */
export function bundle(sources: Sources): string {
  const files = [...sources].map(([name, text]) => parseSource(name, text));
  const [root, ...parts] = files as [Source, ...Source[]];
  for (const part of parts) refuseOtherKeys(part, root);
  refuseLost(files);
  refuseTwins(root, parts);
  for (const part of parts) refuseUnlisted(part, root);
  const origin = `${root.name} and ${root.name.replace('.yaml', '/')}`;
  return `# Generated from ${origin} by tools/generator (npm run generate). Do not edit: change these instead.
${linesOf(root, parts).slice(root.keys[0]?.line).join('\n')}`;
}

/** The root's lines, with the lines of the parts in place of the references to them. */
function linesOf(root: Source, parts: Source[]): string[] {
  const lines = [...root.lines];
  // The last first, so that what is before stays on its line.
  for (const entry of root.entries.toSorted((left, right) => right.from - left.from)) {
    const reference = elsewhere(root, entry);
    const part = parts.find(({ name }) => name === reference?.file);
    const target = part?.entries.find(({ place }) => place === entry.place);
    if (part && target) lines.splice(entry.from, entry.to - entry.from, ...movedTo(entry, part, target));
  }
  return lines;
}

function movedTo({ indent }: Entry, part: Source, target: Entry): string[] {
  return part.lines
    .slice(target.from, target.to)
    .map((line) => (line === '' ? line : ' '.repeat(indent) + line.slice(target.indent)));
}

/** The reference to another file that an entry of the root is, if it is one. */
function elsewhere(root: Source, { from, to, isReference }: Entry): Reference | undefined {
  if (!isReference) return undefined;
  return root.references.find(({ line, file }) => line >= from && line < to && file !== root.name);
}

function refuseOtherKeys(part: Source, root: Source): void {
  const other = part.keys.find(({ key }) => !['paths', 'webhooks', 'components'].includes(key));
  if (!other) return;
  const where = `${part.name}:${other.line + 1}`;
  throw new ContractError(where, `has ${other.key}, which stands in ${root.name}`, 'move it there');
}

function refuseLost(files: Source[]): void {
  for (const { name, references } of files)
    for (const { line, written, file, pointer } of references) {
      const where = `${name}:${line + 1}`;
      const target = files.find((other) => other.name === file);
      if (!target)
        throw new ContractError(
          where,
          `$ref ${written} leads to a file that is not there`,
          'correct its name',
        );
      if (!target.has(pointer))
        throw new ContractError(where, `$ref ${written} points at nothing`, 'define it or correct the name');
    }
}

function refuseTwins(root: Source, parts: Source[]): void {
  const definitions = new Map<string, string>();
  const own = root.entries.filter((entry) => elsewhere(root, entry) === undefined);
  for (const { name, entries } of [{ name: root.name, entries: own }, ...parts])
    for (const { place, from } of entries) {
      const [first, second] = [definitions.get(place), `${name}:${from + 1}`];
      if (first !== undefined)
        throw new ContractError(place, `is defined in ${first} and in ${second}`, 'rename one or remove it');
      definitions.set(place, second);
    }
}

/** Every file is referred to, everything in it, and by the name that it has there. */
function refuseUnlisted(part: Source, root: Source): void {
  const references = root.entries.flatMap((entry) => ({ entry, reference: elsewhere(root, entry) }));
  const toPart = references.filter(({ reference }) => reference?.file === part.name);
  if (toPart.length === 0)
    throw new ContractError(
      part.name,
      `is a file that ${root.name} never refers to`,
      'refer to it or remove it',
    );
  for (const { entry, reference } of toPart)
    if (reference!.pointer !== entry.place)
      throw new ContractError(
        `${root.name}:${reference!.line + 1}`,
        `$ref ${reference!.written} has another name than ${entry.place}`,
        'use one name',
      );
  for (const { place, from } of part.entries)
    if (!toPart.some(({ entry }) => entry.place === place))
      throw new ContractError(
        `${part.name}:${from + 1}`,
        `${place} is not in ${root.name}`,
        `write there what it is called, with $ref: '${part.name}#${place}'`,
      );
}
