// The decorators generated/dto.ts adds to class-validator's: what its own cannot say, or say differently from JSON Schema.
import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import type { FormatName } from '#platform/values/formats.js';
import { formats } from '#platform/values/formats.js';
import { toExact } from '#platform/values/exact-number.js';
import { lengthInCharacters } from '#platform/values/sizes.js';
import type { KeptAs } from './kept.js';

/** A class made by the generator: constructed without arguments, its properties described by its decorators. */
export type DtoClass = new () => object;

/** What must be known about a property before class-transformer may touch it. */
export interface PropertyShape {
  /** A field that decides nothing: anything may be sent, and what is kept of it; see kept.ts. */
  kept?: KeptAs;
  /** A closed object. */
  object?: () => DtoClass;
  /** A list of closed objects. */
  list?: () => DtoClass;
  /** A list of texts, and what each of them must be. */
  texts?: { minLength?: number; maxLength?: number; pattern?: string; enum?: readonly string[] };
  /** A list of whatever the sender likes; each item is looked at by the handler. */
  anything?: boolean;
  maxItems?: number;
  /** Text that is only compared, never stored: U+0000 and lone surrogates may stand in it. */
  anyCharacters?: boolean;
}

export type Shape = Readonly<Record<string, PropertyShape | undefined>>;

const shapes = new WeakMap<object, Shape>();

/** Names every property of the class. What is not named here is a fault. */
export function Closed(shape: Shape): ClassDecorator {
  return (target) => {
    // Without a prototype: a name that objects have of themselves is no property of the class.
    shapes.set(target, Object.assign(Object.create(null) as Shape, shape));
  };
}

const open = new WeakSet<object>();

/** What is not named in Closed() is a fault only if it resembles a name there; else it is left out of the body, and told. See mend.ts. */
export function IgnoresUnknown(): ClassDecorator {
  return (target) => {
    open.add(target);
  };
}

export function ignoresUnknown(dto: DtoClass): boolean {
  return open.has(dto);
}

/** The properties of a generated class; throws for any other class. */
export function shapeOf(dto: DtoClass): Shape {
  const shape = shapes.get(dto);
  if (!shape) throw new Error(`${dto.name} is not a class of generated/dto.ts`);
  return shape;
}

// Not @IsOptional(), which lets null through as well.
/** Condition of ValidateIf: absent is fine, null is not. */
export const sent = (_: object, value: unknown): boolean => value !== undefined;
/** Condition of ValidateIf: null is fine. */
export const notNull = (_: object, value: unknown): boolean => value !== null;

function decorate(name: string, message: string, accepts: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: accepts, defaultMessage: () => message } });
}

export function Required(): PropertyDecorator {
  return decorate('isRequired', 'is required', (value) => value !== undefined);
}

/** Lengths in code points, as JSON Schema counts (validator.js counts something else). `max` may be Infinity. */
export function LengthInCharacters(min: number, max: number): PropertyDecorator {
  return decorate('lengthInCharacters', lengthWords(min, max), (value) => {
    if (typeof value !== 'string') return false;
    const length = lengthInCharacters(value);
    return length >= min && length <= max;
  });
}

export function lengthWords(min: number, max: number): string {
  if (max === Infinity) return min === 1 ? 'must not be empty' : `must be at least ${min} characters long`;
  return min === 0 ? `must be at most ${max} characters long` : `must be ${min} to ${max} characters long`;
}

export function HasFormat(name: FormatName): PropertyDecorator {
  const { accepts, message } = formats[name];
  return decorate('hasFormat', message, (value) => typeof value === 'string' && accepts(value));
}

/**
 * Carries a free object past class-transformer, which drops keys named `__proto__`, and fails on one named `constructor`. It looks
 * at own enumerable properties only, and finds none here.
 */
export class Untouched {
  readonly #value: unknown;

  constructor(value?: unknown) {
    this.#value = value;
  }

  unwrap(): unknown {
    return this.#value;
  }
}

/** The value as JSON.parse made it. */
export function AsSent(): PropertyDecorator {
  return Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => {
    const value = obj[key];
    return value instanceof Untouched ? value.unwrap() : value;
  });
}

/** Query parameters are text: `read` makes of it what the contract's type says, or leaves it to be refused. */
export function FromText(read: (text: unknown) => unknown): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => read(value));
}

/** Plain decimal notation only: no hexadecimal, no spaces, no exponent, no empty text; and no number that would become another. */
export function toNumber(text: unknown): unknown {
  if (typeof text !== 'string' || !/^-?\d{1,20}(\.\d{1,20})?$/.test(text)) return text;
  const number = toExact(text);
  return typeof number === 'number' ? number : text;
}

export function toFlag(text: unknown): unknown {
  return text === 'true' ? true : text === 'false' ? false : text;
}
