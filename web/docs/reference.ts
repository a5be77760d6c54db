// The pages of the reference: one for what all calls have in common, one for each operation. Those of events are in event-page.ts.
import { inlineType, typeTextsOf } from '../../tools/generator/type-text.js';
import type { OpenApiDocument, Schema as TypedSchema } from '../../tools/generator/document.js';
import type { Contract, Example, Json, Operation, Schema } from './contract.js';
import { resolve } from './contract.js';
import { clientCallOf } from './client-calls.js';
import type { ContractEvent } from './events.js';
import { fieldsOf, fieldTable, parametersOf } from './fields.js';
import { requestOf } from './requests.js';
import { responseFields, responseList, responseSample } from './responses.js';
import { sampleLanguages } from './samples/index.js';
import { clientSampleOf, typescriptClient } from './samples/typescript-client.js';
import { examplesOf, fence, firstParagraph, text } from './section-text.js';
import type { CallExample, Code, PageContent, Section } from './sections.js';
import { lowered, splitAtHeadings } from './sections.js';
import type { Words } from './words.js';

/** About two screens of text. */
const MOST_PROSE_CHARACTERS = 2200;

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

/** The page of an operation: what it is for, then what is sent, then what comes back. */
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
      ...(operation.key === 'pages' ? [] : [requestSamples(document, operation, words)]),
      ...responseSample(operation, words),
      ...prose(parts),
      authorization(operation, words),
      ...parameters(document, operation, words),
      ...body(document, operation, words),
      responseList(operation, words),
      ...responseFields(contract, operation, words),
      ...types(document, operation, words),
    ],
  };
}

/** What would push the fields away is folded: who needs it opens it, or comes by a link to it. */
function prose(parts: { title: string; markdown: string }[]): Section[] {
  let length = 0;
  return parts.map(({ title, markdown }) => {
    length += markdown.length;
    return { ...text(title, markdown, 'title and text'), folded: length > MOST_PROSE_CHARACTERS };
  });
}

function requestSamples(document: Json, operation: Operation, words: Words): Section {
  const calls = callsOf(document, operation);
  const fences = calls[0]?.programs.map(({ text: program, language }) => fence(program, language)) ?? [];
  return {
    id: 'request',
    title: words.requestSample,
    markdown: fences.join('\n'),
    column: 'samples',
    english: 'nothing',
    calls,
  };
}

function callsOf(document: Json, operation: Operation): CallExample[] {
  const examples = operation.body?.examples ?? [];
  const calls = examples.length > 0 ? examples : [{ name: '', value: undefined }];
  return calls.map(({ name, summary, value }: Partial<Example>) => ({
    name: name ?? '',
    title: summary ?? name ?? '',
    programs: programsOf(document, operation, value),
  }));
}

/** In every language, and with our own client where it has the operation. */
function programsOf(document: Json, operation: Operation, body: unknown): Code[] {
  const request = requestOf(operation, body);
  const programs = sampleLanguages.map(({ label, fence: language, sampleOf }) => ({
    label,
    language,
    text: sampleOf(request),
  }));
  const call = clientCallOf(document, operation, body);
  if (call === null) return programs;
  const { label, fence: language } = typescriptClient;
  const [first, ...others] = programs;
  const ours = { label, language, text: clientSampleOf(call) };
  return first ? [first, ours, ...others] : [ours];
}

function authorization({ key, permission }: Operation, words: Words): Section {
  const header = '`Authorization: Bearer rc_test_…`';
  const needs = permission === 'any' ? words.permissionAny : `${words.permissionNeeded} \`${permission}\`.`;
  const markdown = {
    needed: `${header}\n\n${words.keyNeeded}\n\n${needs}`,
    optional: `${header}\n\n${words.keyOptional}\n\n${needs}`,
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
    if (own.length === 0) return [];
    const list = parametersOf(own, { document, words, place });
    return [{ ...text(titles[place], fieldTable(list, words)), fields: { says: '', list } }];
  });
}

function body(document: Json, operation: Operation, words: Words): Section[] {
  if (!operation.body) return [];
  const { schema, examples } = operation.body;
  const says = resolve(document, schema).description ?? '';
  const list = fieldsOf(schema, { document, words, place: 'body' });
  const section = text(words.requestBody, `${says}\n\n${fieldTable(list, words)}`);
  const first = { ...section, fields: { says, list } };
  if (examples.length < 2) return [first];
  const more = text(words.examples, examplesOf('application/json', examples.slice(1)));
  return [first, { ...more, onlyMarkdown: true }];
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
  return [{ ...text(words.types, markdown, 'nothing'), folded: true }];
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
