// The page of an event: when it is told, what is sent, by which key a repeat is known.
import { typeTextsOf } from '../../tools/generator/type-text.js';
import type { Contract, Json } from './contract.js';
import { resolve } from './contract.js';
import { keyTemplateOf, type ContractEvent, type ToldEvent } from './events.js';
import { fieldsOf, fieldTable } from './fields.js';
import { codeOf, examplesOf, fence, firstParagraph, oneLine, text } from './section-text.js';
import type { PageContent, ResponseTab, Section } from './sections.js';
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
        responses: [shownExamples(event)],
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

/** All of them, one at a time; of one status only, so to speak. */
function shownExamples({ body }: ContractEvent): ResponseTab {
  const examples = body.examples.map(({ name, summary, value }) => ({
    name,
    title: summary ?? name,
    code: codeOf('application/json', value),
  }));
  return { status: 'event', examples, open: true };
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
  return text(words.eventResponse, lines.join('\n'));
}

function fields(document: Json, { body }: ContractEvent, words: Words): Section {
  const { description = '' } = resolve(document, body.schema);
  const list = fieldsOf(body.schema, { document, words, place: 'body' });
  const section = text(words.eventFields, `${description}\n\n${fieldTable(list, words)}`);
  return { ...section, fields: { says: description, list } };
}

function types(document: Json, { body }: ContractEvent, words: Words): Section[] {
  const name = body.schema.$ref?.split('/').at(-1);
  if (name === undefined) return [];
  const definitions = typeTextsOf(document as never, name);
  return [{ ...text(words.types, fence(definitions.trim(), 'ts'), 'nothing'), folded: true }];
}
