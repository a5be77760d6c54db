// Amounts, numbers and times as whoever reads them does: in their language, in their time zone.
import { useLanguage } from './language.js';
import { formatMoney } from './money.js';
import type { Language } from './words.js';

const SHORT = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
const USUAL: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** How a language is written where this browser is: `en-US` for one, `fr-CA`. */
function localeOf(language: Language): string {
  return navigator.languages.find((one) => one.toLowerCase().startsWith(language)) ?? USUAL[language];
}

/** Formatters for whoever reads: their language, their time zone. */
export function useFormat() {
  const { language, timeZone } = useLanguage();
  const locale = localeOf(language);
  const times = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(iso));
  const thisYear = times({ year: 'numeric' })(new Date().toISOString());
  const inYear = times({ year: 'numeric' });
  return {
    language,
    timeZone,
    money: (minor: number, currency: string) => formatMoney(minor, currency, locale),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    percent: (value: number) =>
      `${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value)} %`,
    /** @param value 0 to 1; told in whole percents. */
    share: (value: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value),
    /** The year is said where it is another than now. */
    moment: (iso: string) => times({ ...SHORT, ...(inYear(iso) !== thisYear && { year: 'numeric' }) })(iso),
    /** To the second: for what comes many a minute. */
    second: times({ ...SHORT, second: '2-digit' }),
    exact: times({ dateStyle: 'full', timeStyle: 'long' }),
  };
}
