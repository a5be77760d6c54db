// Messages in English and French, side by side: one that is missing in either does not compile.
import type { components } from '#generated/schema.js';

/** The languages of the pages, as a person's profile has them. */
export type Language = components['schemas']['Me']['language'];

/** A message, or what makes one from values. */
type Message = string | ((...values: never[]) => string);

/** The same names with the same values, in other words. */
type Translated<English> = {
  readonly [Name in keyof English]: English[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};

export type Words<English> = Readonly<Record<Language, Translated<English>>>;

export function inBoth<English extends Record<string, Message>>(
  en: English,
  fr: Translated<English>,
): Words<English> {
  return { en: en as unknown as Translated<English>, fr };
}

/** `1 order`, `3 orders`: French counts 0 as one. */
export function counted(count: number, one: string, many: string, language: Language): string {
  const isOne = language === 'fr' ? count < 2 : count === 1;
  return `${new Intl.NumberFormat(language).format(count)} ${isOne ? one : many}`;
}
