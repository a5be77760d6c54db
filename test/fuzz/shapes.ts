// What the contract says can be sent to each operation.
import { operations } from '#generated/operations.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import type { OperationId } from '#platform/contract/routes.js';
import { document, eachOperation, resolve, type Json } from '../contract/support/document.js';

/** What can be sent to one operation. */
export interface Shape {
  id: OperationId;
  facts: OperationFacts;
  pathParameters: Json[];
  queryParameters: Json[];
  /** The name of the body's schema; null when it takes none. */
  bodySchema: string | null;
}

/** Every operation of the contract. */
export const shapes: readonly Shape[] = [...eachOperation()].map(([name, operation]) => {
  const id = name as OperationId;
  const facts: OperationFacts = operations[id];
  const item = (document['paths'] as Record<string, Json>)[facts.path]!;
  const parameters = [item['parameters'], operation['parameters']].flatMap((some) => (some ?? []) as Json[]);
  const all = parameters.map(resolve);
  const body = operation['requestBody'] as { content: Record<string, { schema: Json }> } | undefined;
  const ref = body?.content['application/json']?.schema['$ref'] as string | undefined;
  return {
    id,
    facts,
    pathParameters: all.filter((parameter) => parameter['in'] === 'path'),
    queryParameters: all.filter((parameter) => parameter['in'] === 'query'),
    bodySchema: ref === undefined ? null : ref.split('/').at(-1)!,
  };
});
