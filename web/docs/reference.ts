// The pages of the reference: one for what all calls have in common, one for each operation. Those of events are in event-page.ts.
import { inlineType, typeTextsOf } from '../../tools/generator/type-text.js';
import type { OpenApiDocument, Schema as TypedSchema } from '../../tools/generator/document.js';
import type { Contract, Example, Json, Media, Operation, Reply, Schema } from './contract.js';
import { resolve } from './contract.js';
import type { ContractEvent } from './events.js';
import { fieldTable, parameterTable } from './fields.js';
import { requestOf } from './requests.js';
import { sampleLanguages } from './samples/index.js';
import type { Block, PageContent, Section } from './sections.js';
import { headingId, lowered, splitAtHeadings } from './sections.js';
import type { Words } from './words.js';

/** What all calls have in common (the contract's own description), and a list of the operations and events. */
export function referenceOverview(contract: Contract, events: ContractEvent[], words: Words): PageContent {
  const { lead, parts } = splitAtHeadings(contract.description);
  const list = contract.tags.map(({ name, description }) => {
    const own = contract.operations.filter(({ tag }) => tag === name);
    const lines = own.map(
      ({ method, path, slug, summary }) => `- [${summary}](${slug}.md): \`${method} ${path}\``,
    );
    const told = events
      .filter(({ tag }) => tag === name)
      .map((event) => `- [${event.summary}](${event.slug}.md): \`${event.name}\``);
    return `### ${name}\n\n${lowered(description, 2)}\n\n${[...lines, ...told].join('\n')}`;
  });
  return {
    slug: 'reference',
    title: words.referenceTitle,
    summary: words.referenceSummary,
    lead,
    sections: [
      ...parts.map(({ title, markdown }) => text(title, markdown, 'title and text')),
      text(words.allOperations, list.join('\n\n')),
    ],
  };
}

/** The page of an operation. */
export function operationPage(contract: Contract, operation: Operation, words: Words): PageContent {
  const { lead, parts } = splitAtHeadings(operation.description);
  const { document } = contract;
  return {
    slug: operation.slug,
    title: operation.summary,
    summary: firstParagraph(lead),
    lead: `\`${operation.method} ${operation.path}\` (\`${operation.id}\`)\n\n${lead}`,
    operationId: operation.id,
    sections: [
      // What needs a browser no sample of a program can show.
      ...(operation.key === 'pages' ? [] : [requestSamples(operation, words)]),
      ...replySample(operation, words),
      authorization(operation, words),
      ...parameters(document, operation, words),
      ...body(document, operation, words),
      replies(operation, words),
      ...replyFields(document, operation, words),
      ...types(document, operation, words),
      ...parts.map(({ title, markdown }) => text(title, markdown, 'title and text')),
    ],
  };
}

/** A section of text. */
export function text(title: string, markdown: string, english: Section['english'] = 'text'): Section {
  return { id: headingId(title), title, markdown, column: 'text', english };
}

function requestSamples(operation: Operation, words: Words): Section {
  const request = requestOf(operation);
  const fences = sampleLanguages.map(
    (language) => `${fence(language.sampleOf(request), `${language.fence} group "${language.label}"`)}`,
  );
  return {
    id: 'request',
    title: words.requestSample,
    markdown: fences.join('\n'),
    column: 'samples',
    english: 'nothing',
  };
}

/** The first example of what a new call gives, beside the request. */
function replySample(operation: Operation, words: Words): Section[] {
  const reply = replyOfNewCall(operation);
  const media = reply && [...reply.content.entries()][0];
  const example = media?.[1].examples[0];
  if (!media || !example) return [];
  const title = `${words.replySample} ${reply.status}`;
  return [
    { id: 'reply', title, markdown: shown(media[0], example.value), column: 'samples', english: 'nothing' },
  ];
}

function replyOfNewCall({ replies }: Operation): Reply | undefined {
  return (
    replies.find(({ status }) => status === '201') ??
    replies.find(({ status }) => status.startsWith('2')) ??
    replies[0]
  );
}

function authorization({ key, permission }: Operation, words: Words): Section {
  const header = fence('Authorization: Bearer rc_test_…', 'http');
  const needs = permission === 'any' ? words.permissionAny : `${words.permissionNeeded} \`${permission}\`.`;
  const markdown = {
    needed: `${words.keyNeeded}\n\n${needs}\n\n${header}`,
    optional: `${words.keyOptional}\n\n${needs}\n\n${header}`,
    none: words.keyNone,
    pages:
      permission === null || permission === 'self'
        ? words.keyPages
        : `${words.keyPages}\n\n${words.roleNeeded} \`${permission}\`.`,
  }[key];
  return text(words.authorization, markdown, 'nothing');
}

function parameters(document: Json, operation: Operation, words: Words): Section[] {
  const titles = { path: words.pathParameters, query: words.queryParameters, header: words.headerParameters };
  return (['path', 'query', 'header'] as const).flatMap((place) => {
    const own = operation.parameters.filter((one) => one.in === place);
    return own.length === 0 ? [] : [text(titles[place], parameterTable(document, own, words))];
  });
}

function body(document: Json, operation: Operation, words: Words): Section[] {
  if (!operation.body) return [];
  const { schema, examples } = operation.body;
  const named = resolve(document, schema);
  const first = text(words.body, `${named.description ?? ''}\n\n${fieldTable(document, schema, words)}`);
  if (examples.length < 2) return [first];
  const more = text(words.bodyExamples, examplesOf('application/json', examples.slice(1)));
  return [first, { ...more, folded: true }];
}

function replies(operation: Operation, words: Words): Section {
  const first = replyOfNewCall(operation);
  const blocks = operation.replies.map((reply) => replyBlock(reply, reply === first, words));
  return { ...text(words.replies, ''), blocks };
}

function replyBlock(reply: Reply, open: boolean, words: Words): Block {
  const headers = Object.entries(reply.headers).map(([name, says]) => `- \`${name}\`: ${oneLine(says)}`);
  const contents = [...reply.content.entries()].map(([type, media]) => examplesOf(type, media.examples));
  return {
    id: `reply-${reply.status}`,
    title: reply.status,
    says: oneLine(reply.description),
    markdown: [
      headers.length > 0 ? `${words.replyHeaders}:\n\n${headers.join('\n')}` : '',
      ...(contents.length > 0 ? contents : [words.noBody]),
    ].join('\n\n'),
    open,
  };
}

function replyFields(document: Json, operation: Operation, words: Words): Section[] {
  const json = replyOfNewCall(operation)?.content.get('application/json');
  const table = json ? fieldTable(document, dataOf(document, json), words) : '';
  return table === '' ? [] : [{ ...text(words.replyFields, table), folded: true }];
}

/** What is inside the envelope; the envelope is explained once, in the overview. */
function dataOf(document: Json, media: Media): Schema {
  const whole = resolve(document, media.schema);
  return whole.properties?.['data'] ?? whole;
}

/** Examples, each under what it shows. */
export function examplesOf(type: string, examples: Example[]): string {
  return examples
    .map(({ summary, value }) => `${summary ? `${summary}:\n\n` : ''}${shown(type, value)}`)
    .join('\n\n');
}

/** An example's value as it would be read: JSON formatted, text as it is. */
function shown(type: string, value: unknown): string {
  if (typeof value === 'string') return fence(value.trimEnd(), type.includes('html') ? 'html' : 'text');
  return fence(JSON.stringify(value, null, 2), 'json');
}

function types(document: Json, operation: Operation, words: Words): Section[] {
  const names = [operation.body?.schema, ...successes(operation)].flatMap((schema) => {
    const name = schema?.$ref?.split('/').at(-1);
    return name === undefined ? [] : [name];
  });
  const named = [...new Set(names)].map((name) => typeTextsOf(document as never as OpenApiDocument, name));
  const texts = [...parameterType(document, operation), ...named];
  if (texts.length === 0) return [];
  const markdown = texts.map((one) => fence(one.trim(), 'ts')).join('\n\n');
  return [text(words.types, markdown, 'nothing')];
}

/** Path and query as one type, named after the operation. */
function parameterType(document: Json, { id, parameters }: Operation): string[] {
  if (parameters.length === 0) return [];
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}Parameters`;
  const lines = parameters.map(
    (one) =>
      `  ${one.name}${one.required ? '' : '?'}: ${inlineType(resolve(document, one.schema) as TypedSchema)};`,
  );
  return [`export interface ${name} {\n${lines.join('\n')}\n}`];
}

function successes({ replies }: Operation): Schema[] {
  return replies
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => [...content.values()].map(({ schema }) => schema));
}

/** A fenced block of code. */
export function fence(code: string, info: string): string {
  const ticks = code.includes('```') ? '````' : '```';
  return `${ticks}${info}\n${code.trimEnd()}\n${ticks}\n`;
}

/** What comes before the first empty line, on one line. */
export function firstParagraph(markdown: string): string {
  return oneLine(markdown.split('\n\n')[0] as string);
}

/** Without line breaks. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
