// @Operation('recordPostback'): everything the contract says about a controller's method, from one word; and the compiler's check that
// what the method returns is what the contract promises, surplus properties included.
import { HttpCode, RequestMapping, RequestMethod, SetMetadata, applyDecorators } from '@nestjs/common';
import type { dtos } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import type { components, operations as contract } from '#generated/schema.js';
import type { ExcessProperties } from './excess-properties.js';
import type { Issue } from '#platform/errors/failure.js';
import type { OperationFacts } from './operation-facts.js';
import type { Paged, Raw, Reply, Streamed } from './replies.js';
import type { OperationId } from './routes.js';
import type { AnyRule } from './validation.js';

export { paged, raw, reply, streamed } from './replies.js';
export type { OperationId } from './routes.js';

/** A schema of the contract, by name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type Table = typeof operations;
type Responses<Id extends OperationId> = contract[Id]['responses'];
/** The success statuses of an operation: 2xx and 3xx. */
export type SuccessStatus<Id extends OperationId> = Extract<keyof Responses<Id>, 200 | 201 | 202 | 204 | 302>;

type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never;
type DataOf<Response> = JsonOf<Response> extends { data: infer D } ? D : never;

/** What stands in `data` of an operation's success reply. */
export type Data<Id extends OperationId, Status extends keyof Responses<Id> = SuccessStatus<Id>> = DataOf<
  Responses<Id>[Status]
>;

type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;

/** What a handler may return. */
export type Allowed<Id extends OperationId> = Table[Id]['streamed'] extends true
  ? Streamed<SuccessStatus<Id>>
  : Table[Id]['enveloped'] extends false
    ? Raw<Extract<keyof Responses<Id>, number>>
    : Table[Id]['paged'] extends true
      ? Data<Id> extends readonly (infer Item)[]
        ? Paged<Item>
        : never
      : true extends IsUnion<SuccessStatus<Id>>
        ? { [Status in SuccessStatus<Id>]: Reply<Status, Data<Id, Status>> }[SuccessStatus<Id>]
        : Data<Id>;

/** Why a handler does not compile. */
export interface Mismatch<Why, Promised> {
  'the reply is not what openapi.yaml promises': Why;
  promised: Promised;
}

type Check<Id extends OperationId, Returned> = [Returned] extends [Allowed<Id>]
  ? [ExcessProperties<Returned, Allowed<Id>>] extends [never]
    ? unknown
    : Mismatch<ExcessProperties<Returned, Allowed<Id>>, Allowed<Id>>
  : Mismatch<'wrong status, missing property or wrong type', Allowed<Id>>;

// Nest's handlers take whatever their parameter decorators say.
// oxlint-disable-next-line typescript/no-explicit-any
type AnyHandler = (...parameters: any[]) => unknown;

type OperationDecorator<Id extends OperationId> = <Handler extends AnyHandler>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler> & Check<Id, Awaited<ReturnType<Handler>>>,
) => void;

type InstanceOf<Dto> = Dto extends new () => infer Instance ? Instance : Record<never, never>;
/** The body that an operation's handler is given. */
export type BodyOf<Id extends OperationId> = InstanceOf<(typeof dtos)[Id]['body']>;
/** A body or query whose fields may hold anything: what a rule is given. */
export type Unchecked<T> = { readonly [Field in keyof T]?: unknown };
/**
 * A rule no schema can hold, for two fields or the time. Runs together with the schema, so that all faults come at once: it must take
 * anything in any field, and say nothing about what the schema will have refused. Faults hold no values.
 */
export type Rule<Id extends OperationId> = (
  body: Unchecked<InstanceOf<(typeof dtos)[Id]['body']>>,
  query: Unchecked<InstanceOf<(typeof dtos)[Id]['query']>>,
  now: Date,
) => Issue[];

export interface OperationOptions<Id extends OperationId> {
  rules?: readonly Rule<Id>[];
}

/** Metadata key on a handler: the operation it answers. */
export const OPERATION = 'contract:operation';
export interface HandlerMetadata {
  id: OperationId;
  rules: readonly AnyRule[];
}

/** Makes a controller's method answer an operation: route, status, security, limits, validation and reply type. */
export function Operation<const Id extends OperationId>(
  id: Id,
  options: OperationOptions<Id> = {},
): OperationDecorator<Id> {
  const facts: OperationFacts = operations[id];
  const metadata: HandlerMetadata = { id, rules: options.rules ?? [] };
  return applyDecorators(
    RequestMapping({ path: expressPath(facts.path), method: methodOf(facts) }),
    HttpCode(facts.statuses.find((status) => status >= 200 && status < 400) ?? 200),
    SetMetadata(OPERATION, metadata),
  ) as OperationDecorator<Id>;
}

/** `/campaigns/{campaignId}` as Express writes it: `/campaigns/:campaignId`. */
export function expressPath(path: string): string {
  return path.replace(/\{([^}]*)\}/g, ':$1');
}

function methodOf({ method }: OperationFacts): RequestMethod {
  return RequestMethod[method.toUpperCase() as keyof typeof RequestMethod];
}
