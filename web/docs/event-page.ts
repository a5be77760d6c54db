// The page of an event: when it is told, what is sent, by which key a repeat is known.
import { typeTextsOf } from '../../tools/generator/type-text.js';
import type { Contract, Json } from './contract.js';
import { resolve } from './contract.js';
import { keyTemplateOf, type ContractEvent, type ToldEvent } from './events.js';
import { fieldTable } from './fields.js';
import { examplesOf, fence, firstParagraph, oneLine, text } from './reference.js';
import type { PageContent, Section } from './sections.js';
import type { Words } from './words.js';

/** The page of an event. */
export function eventPage({ document }: Contract, event: ContractEvent, words: Words): PageContent {
  return {
    slug: event.slug,
    title: event.summary,
    summary: `${event.name}: ${firstParagraph(event.description)}`,
    lead: `\`${event.name}\`\n\n${event.description.trim()}`,
    event: event.name,
    sections: [
      {
        ...text(words.eventBody, sent(event), 'nothing'),
        column: 'samples',
      },
      text(words.eventReceiving, words.eventReceivingText, 'nothing'),
      ...idempotencyKey(event, words),
      reply(event, words),
      fields(document, event, words),
      ...types(document, event, words),
    ],
  };
}

/** One example needs no word of what it shows: the page says it. */
function sent({ body }: ContractEvent): string {
  const [first, ...others] = body.examples;
  return examplesOf(
    'application/json',
    first && others.length === 0 ? [{ value: first.value }] : body.examples,
  );
}

/** What the key is made of, and what follows from it; the example says both. */
function idempotencyKey({ body }: ContractEvent, words: Words): Section[] {
  const example = body.examples[0]?.value as ToldEvent | undefined;
  if (!example) return [];
  const template = keyTemplateOf(example);
  const rule = template.endsWith(':{id}') ? words.eventKeyOfEach : words.eventKeyOfThing;
  return [text(words.eventKey, `${fence(template, 'text')}\n${rule}`, 'nothing')];
}

function reply({ replies }: ContractEvent, words: Words): Section {
  const lines = replies.map(([status, says]) => `- **${status}**: ${oneLine(says)}`);
  return text(words.eventReply, lines.join('\n'));
}

function fields(document: Json, { body }: ContractEvent, words: Words): Section {
  const { description = '' } = resolve(document, body.schema);
  return text(words.eventFields, `${description}\n\n${fieldTable(document, body.schema, words)}`);
}

function types(document: Json, { body }: ContractEvent, words: Words): Section[] {
  const name = body.schema.$ref?.split('/').at(-1);
  if (name === undefined) return [];
  const definitions = typeTextsOf(document as never, name);
  return [text(words.types, fence(definitions.trim(), 'ts'), 'nothing')];
}
