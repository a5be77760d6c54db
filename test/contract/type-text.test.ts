// The readable types: every schema of the contract prints, compiles, and means exactly what generated/schema.ts means.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { OpenApiDocument, Schema } from '../../tools/generator/document.js';
import { namesUsedBy, typeText, typeTextsOf } from '../../tools/generator/type-text.js';
import { document as contract } from './support/document.js';

const document = contract as unknown as OpenApiDocument;
const names = Object.keys(document.components.schemas);

/** A document with the one schema `Thing`, and what else is given. */
function documentWith(thing: Schema, others: Record<string, Schema> = {}): OpenApiDocument {
  return { openapi: '3.1.1', paths: {}, components: { schemas: { Thing: thing, ...others } } };
}

/** What the compiler says, in strict mode, to a text that may import generated/schema.ts. */
function complaintsAbout(text: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const path = fileURLToPath(new URL('../../generated/compared.ts', import.meta.url));
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === path || exists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : readSource(name, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([path], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the types of the contract', () => {
  // What a list's items are meant to be, although the schema takes any, is for readers alone.
  const asChecked = JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'x-item-schema' ? undefined : value,
  ) as OpenApiDocument;
  const all = names.map((name) => typeText(asChecked, name)).join('\n');
  // Identical, not only assignable: an optional property that one of them lacks would be assignable both ways. An intersection
  // (openapi-typescript's way of saying "and further properties") is flattened first.
  const comparison = `
import type { components } from './schema.js';
type Flat<T> = T extends object ? { [K in keyof T]: T[K] } : T;
type Same<A, B> = (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false;
`;
  const checkOf = (name: string) =>
    `export const is${name}: Same<${name}, components['schemas']['${name}']> = true;\n`;

  it('compile in strict mode and are the same as those of openapi-typescript, schema by schema', () => {
    expect(names.length).toBeGreaterThan(80);
    expect(complaintsAbout(all + comparison + names.map(checkOf).join(''))).toEqual([]);
  });

  it('would not be the same with one optional property less, one null more or one word less', () => {
    const spoilt = [
      ['PostbackResult', 'conversionId: string | null;', 'conversionId: string;'],
      ['RecordPostbackBody', '  rcsid?: string | null;\n', ''],
      ['RecordPostbackBody', "'SALE' | 'LEAD'", "'SALE'"],
      ['CreateCampaignBody', 'currency?: string', 'currency: string'],
    ];
    const texts = spoilt.map(([name, from, to], index) => {
      const right = typeText(asChecked, name!);
      expect(right).toContain(from);
      return `namespace Spoilt${index} {\n${all.replace(right, right.replace(from!, to!))}${checkOf(name!)}}\n`;
    });
    expect(complaintsAbout(texts.join('') + comparison)).toHaveLength(spoilt.length);
  });

  it('stand root first, then what it refers to, each once', () => {
    const used = namesUsedBy(document, 'PostbackReply');
    expect(used.slice(0, 3)).toEqual(['PostbackReply', 'PostbackResult', 'ConversionStatus']);
    const declared = [...typeTextsOf(document, 'PostbackReply').matchAll(/^export \w+ (\w+)/gm)];
    expect(declared.map(([, name]) => name)).toEqual(used);
    expect(new Set(used).size).toBe(used.length);
  });

  it('tell readers what the items of a batch are meant to be', () => {
    expect(typeText(document, 'RecordBatchBody')).toContain('conversions: RecordPostbackBody[];');
    expect(namesUsedBy(document, 'RecordBatchBody')).toEqual(['RecordBatchBody', 'RecordPostbackBody']);
  });

  it('say in a reply that fields may come', () => {
    expect(typeText(document, 'PostbackReply')).toMatch(
      /^\/\*\* Later versions may add fields\. \*\/\nexport/,
    );
  });
});

describe('a type', () => {
  it('has what each property means and the rules it keeps', () => {
    const text = typeText(
      documentWith({
        type: 'object',
        description: 'A thing of yours. More about it.',
        required: ['name', 'size'],
        properties: {
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 255,
            description: 'What you call it. Not unique.',
          },
          size: { type: 'integer', minimum: 0, maximum: 10_000, default: 25 },
          seenAt: {
            type: ['string', 'null'],
            format: 'date-time',
            description: 'When it was seen. Rarely asked. `null` if never.',
          },
        },
      }),
      'Thing',
    );
    expect(text).toBe(`/** A thing of yours. */
export interface Thing {
  /** What you call it. 1–255 characters. */
  name: string;
  /** Integer, 0–10,000. Default: 25. */
  size: number;
  /** When it was seen. \`null\` if never. RFC 3339 date-time. */
  seenAt?: string | null;
}
`);
  });

  it('prints objects in objects, lists, records, choices and null', () => {
    const text = typeText(
      documentWith(
        {
          type: ['object', 'null'],
          required: ['inner'],
          properties: {
            inner: {
              type: 'array',
              items: { type: 'object', required: ['a-b'], properties: { 'a-b': { const: true } } },
            },
            free: { type: 'object', additionalProperties: true },
            either: { oneOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] },
            words: { type: 'array', items: { enum: ['it’s', "it's", null] } },
            whatever: { type: 'array', items: {} },
          },
        },
        { Other: { type: 'string', enum: ['A'] } },
      ),
      'Thing',
    );
    expect(text).toBe(`export type Thing = {
  inner: Array<{
    "a-b": true;
  }>;
  free?: Record<string, unknown>;
  either?: Other | null;
  words?: ('it’s' | 'it\\'s' | null)[];
  whatever?: unknown[];
} | null;
`);
  });

  it('keeps a list that explains its values whole, and no text ends its comment', () => {
    const list = 'What happened, in words:\n\n- `A`: this.\n- `B`: that */ and more.\n\nMore.';
    const schema = documentWith({ type: 'string', description: list, pattern: '^a*/$' });
    expect(typeText(schema, 'Thing')).toBe(`/**
 * What happened, in words:
 * - \`A\`: this.
 * - \`B\`: that *\\/ and more.
 * Pattern \`^a*\\/$\`.
 */
export type Thing = string;
`);
  });

  it('sets each of many values on a line of its own', () => {
    const values = ['A', 'B', 'C'].map((letter) => letter.repeat(40));
    expect(typeText(documentWith({ type: 'string', enum: values }), 'Thing')).toBe(
      `export type Thing =\n${values.map((value) => `  | '${value}'`).join('\n')};\n`,
    );
  });

  it('is refused for a schema that is not there or has no readable type', () => {
    expect(() => typeText(documentWith({}), 'Nothing')).toThrow('components.schemas.Nothing: is not there');
    expect(() => typeText(documentWith({ allOf: [] }), 'Thing')).toThrow('has allOf');
    expect(() => typeText(documentWith({ type: 'text' }), 'Thing')).toThrow('has the type text');
    expect(() => typeTextsOf(documentWith({ $ref: '#/components/schemas/Gone' }), 'Thing')).toThrow('Gone');
  });
});
