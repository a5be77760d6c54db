// What is sent and what comes back, as the contract has it.
import type { components, operations } from '#generated/schema.js';
import type { CalledOperation } from './ways.js';

export type Schemas = components['schemas'];
export type Mode = 'live' | 'test';

/** Of words that later versions may add to, those of this one. */
export type Known<Word> = Word extends string ? (string extends Word ? never : Word) : never;

/** Whose orders a call is about: with a session each call says so. */
export interface Tenant {
  merchantId: string;
  mode: Mode;
}

type Sent<Part> = [Part] extends [undefined] ? undefined : Part;
type JsonOf<Reply> = Reply extends { content: { 'application/json': infer Json } } ? Json : never;

export type Query<Id extends CalledOperation> = Sent<operations[Id]['parameters']['query']>;
export type Path<Id extends CalledOperation> = Sent<operations[Id]['parameters']['path']>;
export type Body<Id extends CalledOperation> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Json } };
}
  ? Json
  : undefined;

type Success<Replies> = { [Status in keyof Replies & (200 | 201 | 202)]: JsonOf<Replies[Status]> };

/** The JSON of a success, in its envelope. */
export type Reply<Id extends CalledOperation> = Success<operations[Id]['responses']>[keyof Success<
  operations[Id]['responses']
>];

/** What an operation needs has to be there, what it does not know must not be. */
type Needs<Name extends string, Part> = Part extends undefined
  ? { [Key in Name]?: undefined }
  : undefined extends Part
    ? { [Key in Name]?: Part }
    : { [Key in Name]: Part };

export type CallOptions<Id extends CalledOperation> = Needs<'path', Path<Id>> &
  Needs<'body', Body<Id>> & {
    query?: Query<Id>;
    tenant?: Tenant;
    signal?: AbortSignal;
    /** Whether the person may be asked to sign in, or who they are, and the call be sent again. */
    asks?: boolean;
  };
