// The contract as the site reads it: the bundled document, its operations in reading order, and what its references stand for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';
import { overlaid, readOverlay } from './overlay.js';
import type { Language } from './words.js';

export type Json = Record<string, unknown>;

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  format?: string;
  pattern?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  'x-max-bytes'?: number;
  /** Of a field that nothing is refused for: what is kept of it. */
  'x-kept-as'?: Schema;
  /** Of items that are checked one by one later: what each is meant to be. */
  'x-item-schema'?: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  /** Not required by itself, but a call without any of several is refused: samples send this one. */
  'x-in-samples'?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface Example {
  /** A reply's example has the name of the request's that it answers. */
  name: string;
  summary?: string;
  value: unknown;
}

export interface Media {
  schema: Schema;
  examples: Example[];
}

export interface Reply {
  status: string;
  description: string;
  /** Name → what it says. */
  headers: Record<string, string>;
  /** Media type → what is sent. */
  content: Map<string, Media>;
}

export interface Operation {
  id: string;
  slug: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** `pages`: no key; it is for the pages of this installation, with a session or to begin one. */
  key: 'needed' | 'optional' | 'none' | 'pages';
  /** What the key must be allowed to do, `any` for nothing; null without a key. */
  permission: string | null;
  parameters: Parameter[];
  body: Media | null;
  replies: Reply[];
  /** What its texts are written in. */
  textLanguage: Language;
}

export interface Contract {
  document: Json;
  /** As written, in English. */
  source: Json;
  title: string;
  version: string;
  description: string;
  tags: { name: string; description: string }[];
  operations: Operation[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * Reads the bundled contract, with the texts of a language for the operations that are translated. Preflights (`OPTIONS`) are left out: no
 * person makes them.
 */
export function readContract(language: Language = 'en'): Contract {
  const text = readFileSync(join(projectRoot(), 'generated', 'openapi.json'), 'utf8');
  const source = JSON.parse(text) as Json;
  const overlay = language === 'en' ? null : readOverlay(language);
  const document = overlay ? overlaid(source, overlay) : source;
  const written = operationsOf(source, 'en');
  const operations = overlay
    ? operationsOf(document, language).map((operation, at) =>
        overlay['x-operations'].includes(operation.id) ? operation : (written[at] as Operation),
      )
    : written;
  const info = document['info'] as Record<'title' | 'version' | 'description', string>;
  const { title, version, description } = info;
  return {
    document,
    source,
    title,
    version,
    description,
    tags: document['tags'] as Contract['tags'],
    operations,
  };
}

/** What a local `$ref` stands for; anything without `$ref` is itself. */
export function resolve<T>(document: Json, value: T): T {
  const ref = (value as { $ref?: string }).$ref;
  if (ref === undefined) return value;
  const target = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], document);
  return resolve(document, target as T);
}

/** `recordPostback` → `record-postback`: the page's name. */
export function slugOf(operationId: string): string {
  return operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function operationsOf(document: Json, textLanguage: Language): Operation[] {
  return Object.entries(document['paths'] as Record<string, Json>).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method] as Json | undefined;
      if (!found) return [];
      const shared = (item['parameters'] ?? []) as Parameter[];
      return [{ ...toOperation(document, method, path, found, shared), textLanguage }];
    }),
  );
}

function toOperation(
  document: Json,
  method: string,
  path: string,
  found: Json,
  shared: Parameter[],
): Omit<Operation, 'textLanguage'> {
  const id = found['operationId'] as string;
  const own = (found['parameters'] ?? []) as Parameter[];
  const requestBody = found['requestBody'] as Json | undefined;
  return {
    id,
    slug: slugOf(id),
    method: method.toUpperCase(),
    path,
    tag: (found['tags'] as string[])[0] as string,
    summary: found['summary'] as string,
    description: found['description'] as string,
    key: path.startsWith('/api/v1/auth/') ? 'pages' : keyOf(found['security'] as object[]),
    permission: (found['x-permission'] as string | undefined) ?? null,
    parameters: [...shared, ...own].map((one) => resolve(document, one)),
    body: requestBody
      ? (mediaOf(document, resolve(document, requestBody)).values().next().value ?? null)
      : null,
    replies: Object.entries(found['responses'] as Record<string, Json>).map(([status, reply]) =>
      toReply(document, status, resolve(document, reply)),
    ),
  };
}

function keyOf(security: object[]): Operation['key'] {
  if (security.length === 0) return 'none';
  if (security.some((way) => Object.keys(way).length === 0)) return 'optional';
  return security.some((way) => 'apiKey' in way) ? 'needed' : 'pages';
}

function toReply(document: Json, status: string, reply: Json): Reply {
  const headers = Object.entries((reply['headers'] ?? {}) as Record<string, Json>).map(
    ([name, header]) => [name, resolve(document, header)['description'] as string] as const,
  );
  return {
    status,
    description: reply['description'] as string,
    headers: Object.fromEntries(headers),
    content: mediaOf(document, reply),
  };
}

/** The media types of a body or a reply, each with its examples. */
export function mediaOf(document: Json, holder: Json): Map<string, Media> {
  const content = (holder['content'] ?? {}) as Record<string, { schema: Schema; examples?: Json }>;
  return new Map(
    Object.entries(content).map(([type, { schema, examples }]) => [
      type,
      {
        schema,
        examples: Object.entries(examples ?? {}).map(([name, one]) => ({
          ...resolve(document, one as Example),
          name,
        })),
      },
    ]),
  );
}
