// The call that an operation's samples make: its first example body and the examples of its parameters.
import { SAMPLE_ORIGIN } from '#pages/serving/sample-origin.js';
import type { Operation, Parameter } from './contract.js';
import { exampleOf } from './fields.js';
import type { SampleRequest } from './samples/index.js';

/** The example call of an operation: required parameters only (and what the contract says samples need), the first body or another. */
export function requestOf(
  operation: Operation,
  body: unknown = operation.body?.examples[0]?.value,
): SampleRequest {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return encodeURIComponent(String(parameter ? exampleOf(parameter) : name));
  });
  return {
    method: operation.method,
    url: `${SAMPLE_ORIGIN}${path}${searchOf(operation.parameters)}`,
    needsKey: operation.key === 'needed',
    ...(body === undefined ? {} : { body }),
    replyType: replyTypeOf(operation),
  };
}

function searchOf(parameters: Parameter[]): string {
  const required = parameters.filter((one) => one.in === 'query' && (one.required || one['x-in-samples']));
  const search = new URLSearchParams(
    required.map((one): [string, string] => [one.name, String(exampleOf(one))]),
  );
  return search.size === 0 ? '' : `?${search.toString()}`;
}

/** By the first kind that a success declares. */
function replyTypeOf({ replies }: Operation): SampleRequest['replyType'] {
  const success = replies.find(({ status }) => status.startsWith('2'));
  const type = success?.content.keys().next().value;
  if (type === undefined) return 'none';
  if (type === 'application/json') return 'json';
  return type === 'text/csv' ? 'csv' : 'text';
}
