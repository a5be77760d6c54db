// The contract's `format`s, defined once: the DTO classes and ajv (in tests) both ask here, so they cannot disagree.
import { isCurrency } from './currencies.js';

export interface Format {
  /** Whether the text is of this format. Total: never throws. */
  accepts: (text: string) => boolean;
  /** The fault's message; must not hold the value. */
  message: string;
}

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const YEAR_1_MS = Date.parse('0001-01-01T00:00:00Z');
const YEAR_10000_MS = Date.UTC(10000, 0);
const EMAIL =
  /^[^\s@"(),:;<>[\]\\\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}\p{M}-]{2,63}$/u;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const SPACE_OR_CONTROL = /[\s\p{Cc}]/u;

/**
 * The moment an RFC 3339 date-time names (`t` and `z` in either case, as its grammar says), to the millisecond; null for
 * anything else. Calendar checked (no 30 February, no 25:00). A leap second (`:60`) is refused: no clock here can hold it. So is what is
 * not in the years 0001 to 9999 in UTC, which replies are in: no date-time can name it.
 */
export function parseDateTime(text: string): Date | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as Six;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = offsetMinutes(match[8], Number(match[9] ?? 0), Number(match[10] ?? 0));
  if (offset === null) return null;
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return null;
  const milliseconds = Number((match[7] ?? '0').slice(0, 3).padEnd(3, '0'));
  moment.setUTCHours(hour, minute - offset, second, milliseconds);
  return moment.getTime() >= YEAR_1_MS && moment.getTime() < YEAR_10000_MS ? moment : null;
}

type Six = [number, number, number, number, number, number];

function offsetMinutes(sign: string | undefined, hours: number, minutes: number): number | null {
  if (hours > 23 || minutes > 59) return null;
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** https anywhere; http only where nobody else can listen (localhost, loopback). No user and password, no spaces. */
export function isLandingUrl(text: string): boolean {
  if (SPACE_OR_CONTROL.test(text) || !/^https?:\/\/[^/\\]/i.test(text)) return false;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || LOOPBACK.test(url.hostname);
}

export const formats = {
  'date-time': {
    accepts: (text) => parseDateTime(text) !== null,
    message:
      'must be an RFC 3339 date-time with a time zone, such as 2026-03-01T12:00:00Z, of the years 0001 to 9999',
  },
  currency: {
    accepts: isCurrency,
    message: 'must be an active ISO 4217 currency code of three letters, such as EUR',
  },
  'landing-url': {
    accepts: isLandingUrl,
    message:
      'must be an https URL without user name or password (http only for localhost and loopback addresses)',
  },
  email: {
    accepts: (text) => text.length <= 254 && EMAIL.test(text),
    message: 'must be an email address',
  },
  uuid: { accepts: (text) => UUID.test(text), message: 'must be a UUID' },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
