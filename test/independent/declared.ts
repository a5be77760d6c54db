// What the contract declares of a reply beside its body: the status, the media types and the headers that must be there. The validator
// has no opinion on these where there is no JSON body to judge.
import type { Json } from '../contract/support/document.js';
import type { Exchange } from '../support/exchanges.js';

/** What the reply's status, headers and media type have against the contract; null when nothing, or when it does not know the call. */
export function faultBesideBody(contract: Json, exchange: Exchange): string | null {
  const operation = operationOf(contract, exchange);
  if (!operation) return null;
  const reply = replyOf(contract, operation, exchange.status);
  if (!reply) return `status ${exchange.status} is not declared`;
  return missingHeader(contract, reply, exchange) ?? wrongType(reply, exchange);
}

/** The media types of the reply; null when the contract does not name the operation or the status. */
export function namedTypes(contract: Json, exchange: Exchange): string[] | null {
  const operation = operationOf(contract, exchange);
  const reply = operation && replyOf(contract, operation, exchange.status);
  return reply ? Object.keys(reply['content'] ?? {}) : null;
}

/** The media type that the reply gives itself, without its parameters. */
export function typeOf({ replyHeaders }: Exchange): string | undefined {
  return replyHeaders['content-type']?.split(';')[0];
}

function missingHeader(contract: Json, reply: Json, { replyHeaders }: Exchange): string | null {
  const missing = Object.entries((reply['headers'] ?? {}) as Record<string, Json>).find(
    ([name, header]) =>
      resolveIn(contract, header)['required'] === true && replyHeaders[name.toLowerCase()] === undefined,
  );
  return missing ? `header ${missing[0]} is missing` : null;
}

/**
 * A reply of a media type that the contract does not name. The validator would judge its body by the first type that is named
 * ("take first contentType, if none found", openapi.response.validator.js of 5.6.2), so right JSON under a wrong name passes it.
 */
function wrongType(reply: Json, exchange: Exchange): string | null {
  const types = Object.keys(reply['content'] ?? {});
  const type = typeOf(exchange);
  if (types.length === 0 || types.includes(type ?? '')) return null;
  return `media type ${type ?? 'missing'} is not named`;
}

/** The path of the contract that an address belongs to, as it stands there (`/r/{code}`); undefined when it names none. */
export function pathOf(contract: Json, target: string): string | undefined {
  const path = target.split('?')[0]!;
  const known = Object.keys(contract['paths'] as Json).filter((template) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  // A fixed path goes before one with a name in it.
  return known.sort((one, other) => one.split('{').length - other.split('{').length)[0];
}

/** HEAD is answered as GET is; the contract does not name it. */
function operationOf(contract: Json, { method, target }: Exchange): Json | undefined {
  const path = pathOf(contract, target);
  if (path === undefined) return undefined;
  const item = (contract['paths'] as Record<string, Json>)[path]!;
  return item[method === 'HEAD' ? 'get' : method.toLowerCase()] as Json | undefined;
}

function replyOf(contract: Json, operation: Json, status: number): Json | undefined {
  const reply = (operation['responses'] as Record<string, Json> | undefined)?.[String(status)];
  return reply && resolveIn(contract, reply);
}

/** What the value refers to; itself when it is no reference. */
export function resolveIn(contract: Json, value: Json): Json {
  const ref = value['$ref'] as string | undefined;
  if (ref === undefined) return value;
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Json)[step], contract) as Json;
}
