// What a receiver answered, as it can be stored and shown: text of a bounded size, whatever came.
import { parseHttpDate } from './http-date.js';

export const MOST_BODY_BYTES = 16 * 1024;
export const MOST_HEADER_BYTES = 4 * 1024;
/** Longer than any pause between two tries. */
const LONGEST_RETRY_AFTER_SECONDS = 7 * 24 * 3600;

/** The beginning of a reply's body. */
export class ReceivedBody {
  private readonly chunks: Buffer[] = [];
  private bytes = 0;

  /** @returns whether there is room for more */
  add(chunk: Buffer): boolean {
    this.chunks.push(chunk);
    this.bytes += chunk.length;
    return this.bytes <= MOST_BODY_BYTES;
  }

  /** At most MOST_BODY_BYTES of UTF-8. What is no UTF-8, and NUL, which PostgreSQL stores in no text, is shown as U+FFFD. */
  toText(): string {
    if (this.bytes === 0) return '';
    const isCut = this.bytes > MOST_BODY_BYTES;
    const bytes = Buffer.concat(this.chunks).subarray(0, MOST_BODY_BYTES);
    // A character that the cut has halved is left out.
    const text = new TextDecoder().decode(bytes, { stream: isCut }).replaceAll('\0', '\uFFFD');
    // Three bytes stand for each that was none of UTF-8.
    const { read } = new TextEncoder().encodeInto(text, new Uint8Array(MOST_BODY_BYTES));
    return text.slice(0, read);
  }
}

/** The first headers that fit, without cookies: who reads the log of deliveries is not whom they were meant for. */
export function keptHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  let room = MOST_HEADER_BYTES;
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (typeof value !== 'string' || name === 'set-cookie') return [];
    room -= name.length + Buffer.byteLength(value);
    return room < 0 ? [] : [[name, value]];
  });
  return Object.fromEntries(kept);
}

/** How long the receiver asks us to wait, in seconds; null when it says nothing, or nothing that means something. */
export function retryAfterSeconds(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  const date = parseHttpDate(value);
  const seconds = /^\d+$/.test(value) ? Number(value) : date && (date.getTime() - now.getTime()) / 1000;
  return seconds === null ? null : Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_RETRY_AFTER_SECONDS);
}
