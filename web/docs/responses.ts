// What an operation answers: its statuses with what each says, their examples, and the fields of what a new call gives.
import type { Contract, Json, Media, Operation, Reply, Schema } from './contract.js';
import { resolve } from './contract.js';
import { fieldsOf, fieldTable } from './fields.js';
import { codeOf, examplesOf, oneLine, text } from './section-text.js';
import type { Block, ResponseTab, Section } from './sections.js';
import type { Words } from './words.js';

/** The first example of what a new call gives; on the page every status and every example, to choose from. */
export function responseSample({ replies }: Operation, words: Words): Section[] {
  const first = replyOfNewCall(replies);
  const media = first && [...first.content.entries()][0];
  const tabs = replies.map((reply) => tabOf(reply, reply === first));
  return [
    {
      id: 'response',
      title: words.responseSample,
      markdown: media ? `${first.status}:\n\n${examplesOf(media[0], media[1].examples.slice(0, 1))}` : '',
      column: 'samples',
      english: 'nothing',
      responses: tabs,
    },
  ];
}

function tabOf({ status, content }: Reply, open: boolean): ResponseTab {
  const examples = [...content.entries()].flatMap(([type, media]) =>
    media.examples.map(({ name, summary, value }) => ({
      name: content.size > 1 ? `${name}-${kindOf(type)}` : name, // each kind may have an example of the same name
      title: summary ?? name,
      code: codeOf(type, value),
    })),
  );
  return { status, examples, open };
}

/** `text/markdown` → `markdown`. */
function kindOf(type: string): string {
  return /\/([a-z]+)/.exec(type)?.[1] ?? type;
}

/** Every status, with what it says. The examples of each follow in the Markdown, and stand beside on the page. */
export function responseList({ replies }: Operation, words: Words): Section {
  const blocks = replies.map((reply) => blockOf(reply, words));
  return { ...text(words.responses, ''), blocks };
}

function blockOf(reply: Reply, words: Words): Block {
  const { status } = reply;
  const headers = Object.entries(reply.headers).map(([name, says]) => `- \`${name}\`: ${oneLine(says)}`);
  const told = headers.length > 0 ? `${words.responseHeaders}:\n\n${headers.join('\n')}` : '';
  const contents = [...reply.content.entries()].map(([type, media]) => examplesOf(type, media.examples));
  const links = tabOf(reply, false).examples.map(
    ({ name, title }) => `- [${title}](#${exampleId(status, name)})`,
  );
  return {
    id: `response-${status}`,
    title: status,
    says: oneLine(reply.description),
    markdown: [told, ...(contents.length > 0 ? contents : [words.noBody])].join('\n\n'),
    shown: [told, links.length > 0 ? `${words.examples}:\n\n${links.join('\n')}` : words.noBody].join('\n\n'),
  };
}

/** The place of an example in the column of samples. */
export function exampleId(status: string, name: string): string {
  return `example-${status}-${name}`;
}

/** The fields of what a new call gives; folded, for who asks for them. */
export function responseFields({ document }: Contract, { replies }: Operation, words: Words): Section[] {
  const json = replyOfNewCall(replies)?.content.get('application/json');
  if (!json) return [];
  const list = fieldsOf(dataOf(document, json), { document, words, place: 'response' });
  if (list.length === 0) return [];
  const section = text(words.responseFields, fieldTable(list, words));
  return [{ ...section, fields: { says: '', list }, folded: true }];
}

/** What is inside the envelope; the envelope is explained once, in the overview. */
function dataOf(document: Json, media: Media): Schema {
  const whole = resolve(document, media.schema);
  return whole.properties?.['data'] ?? whole;
}

function replyOfNewCall(replies: Reply[]): Reply | undefined {
  return (
    replies.find(({ status }) => status === '201') ??
    replies.find(({ status }) => status.startsWith('2')) ??
    replies[0]
  );
}
