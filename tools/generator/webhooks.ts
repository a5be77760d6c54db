// The events that the contract declares under `webhooks:`, and their types for who receives them. Pure: no file is touched.
import { ContractError } from './contract-error.js';
import type { OpenApiDocument, OperationObject } from './document.js';
import { resolveRef, schemaName } from './document.js';
import { docComment } from './type-comment.js';
import { literal } from './type-text.js';

export interface Webhook {
  /** Such as `conversion.created`. */
  event: string;
  summary: string;
  description: string;
  /** The name of its body's schema. */
  schema: string;
}

/** Every event, in the order of the document. */
export function webhooksOf(document: OpenApiDocument): Webhook[] {
  return Object.keys(document.webhooks ?? {}).map((event) => toWebhook(document, event));
}

function toWebhook(document: OpenApiDocument, event: string): Webhook {
  const where = `webhooks.${event}`;
  const operation = document.webhooks?.[event]?.['post'] as OperationObject | undefined;
  const body = resolveRef(document, operation?.requestBody ?? {}, where);
  const ref = body.content?.['application/json']?.schema?.$ref;
  if (operation === undefined || ref === undefined)
    throw new ContractError(where, 'has no body to post', 'give it a post with a $ref to a schema as JSON');
  const schema = schemaName(ref, where);
  if (!document.components.schemas[schema]?.properties?.['event'])
    throw new ContractError(where, `posts ${schema}, which has no event`, 'let `event` hold its name');
  const { summary, description } = operation as { summary?: string; description?: string };
  return { event, schema, summary: summary ?? event, description: description ?? '' };
}

/** The text of webhooks.ts, under the header that says where it comes from. */
export function webhooksFile(header: string, document: OpenApiDocument): string {
  const members = webhooksOf(document).map(({ event, schema, summary, description }) => {
    const comment = docComment([[`${summary}.`], [description.replace(/\s+/g, ' ').trim()]], '  ');
    return `${comment}  ${literal(event)}: Named<${literal(event)}, t.${schema}>;\n`;
  });
  return `${header}import type * as t from './types.js';

type Named<Name extends string, Event> = Omit<Event, 'event'> & { event: Name };

/** What is told of each event, by its name. */
export interface WebhookEvents {
${members.join('\n')}}
`;
}
