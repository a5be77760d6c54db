// Type-level only: says whether a type holds nothing the contract does not. TypeScript lets surplus properties pass everywhere but in
// fresh literals; here they are found at any depth, through lists, unions and optional properties.

type Primitive = string | number | boolean | bigint | symbol | null | undefined;
type IsAny<T> = 0 extends 1 & T ? true : false;

/** The properties of T that have names of their own, not the index signature's. */
type NamedKeys<T> = keyof { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };

/** The part of a union that is neither null, undefined nor another plain value. */
type Structures<T> = T extends Primitive ? never : T;

/**
 * Where `Actual` says more than `Allowed`: a union of paths such as "data.links[].secret"; never if nowhere. Assignability is a
 * question for `extends`, asked separately.
 */
export type ExcessProperties<Actual, Allowed, At extends string = 'data'> =
  IsAny<Actual> extends true
    ? `${At} is any`
    : unknown extends Allowed
      ? never
      : Actual extends Primitive
        ? never
        : SurplusOfStructure<Actual, Structures<Allowed>, At>;

/** One member of a union may be as any one of the allowed members is. */
type SurplusOfStructure<Actual, Allowed, At extends string> =
  true extends FitsOne<Actual, Allowed, At>
    ? never
    : Allowed extends unknown
      ? SurplusAgainst<Actual, Allowed, At>
      : never;

type FitsOne<Actual, Allowed, At extends string> = Allowed extends unknown
  ? Actual extends Allowed
    ? [SurplusAgainst<Actual, Allowed, At>] extends [never]
      ? true
      : false
    : false
  : never;

type SurplusAgainst<Actual, Allowed, At extends string> = Actual extends readonly (infer Item)[]
  ? Allowed extends readonly (infer AllowedItem)[]
    ? ExcessProperties<Item, AllowedItem, `${At}[]`>
    : never
  : string extends keyof Allowed
    ? never
    : | (Exclude<NamedKeys<Actual>, keyof Allowed> extends infer Key
          ? Key extends string
            ? `${At}.${Key}`
            : never
          : never)
      | {
          [K in keyof Actual & keyof Allowed & string]: ExcessProperties<Actual[K], Allowed[K], `${At}.${K}`>;
        }[keyof Actual & keyof Allowed & string];
