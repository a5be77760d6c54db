// Amounts: from minor units to what people of a language read, and back from what they typed. How many digits a currency has is our own
// table's to say, never the browser's.
import { minorUnits } from '#platform/values/currencies.js';

/** Minor units as a decimal: 4990 of EUR is "49.90", of JPY "4990". Exact, whatever the size. */
export function toDecimal(minor: number, currency: string): string {
  const digits = minorUnits.get(currency) ?? 0;
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${minor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''}`;
}

/**
 * What a person typed ("1 234,5", "1,234.50") in minor units; null for what is no amount of this currency, or could be two: "1,234"
 * in a currency with cents is a thousand to one reader and one to another.
 */
export function fromTyped(typed: string, currency: string): number | null {
  const digits = minorUnits.get(currency) ?? 0;
  const text = typed.replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^[\d.,]*\d[\d.,]*$/.test(text)) return null;
  const [, whole = '', fraction = ''] = /^([\d.,]*?)(?:[.,](\d*))?$/.exec(text) ?? [];
  if (fraction.length > digits) {
    const isWhole = isGrouped(text) && (digits === 0 || isGrouped(whole));
    return isWhole ? toMinor(text.replace(/[.,]/g, ''), '', digits) : null;
  }
  if (/[.,]/.test(whole) && !isGrouped(whole)) return null;
  return toMinor(whole.replace(/[.,]/g, ''), fraction, digits);
}

/** `1,234,567`: three digits behind each sign, which is the same. */
function isGrouped(text: string): boolean {
  return /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(text);
}

function toMinor(whole: string, fraction: string, digits: number): number | null {
  const minor = Number(`${whole || '0'}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** @param locale such as `en-GB` */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = minorUnits.get(currency) ?? 0;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As a text: beyond 2^53 a number would lose its cents.
  return format.format(toDecimal(minor, currency) as unknown as number);
}
