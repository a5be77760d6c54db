// Which encoding a caller takes: the one place where Accept-Encoding is read.
import type { IncomingHttpHeaders } from 'node:http';
import type { components } from '#generated/schema.js';

export type Encoding = components['headers']['ContentEncoding'];

/** Of gzip, for what is compressed as it is asked for. The usual 6 takes four to eleven times as long for a tenth to a quarter less (docs/performance.md). */
export const COMPRESSION_LEVEL = 1;

/**
 * The encoding to send (RFC 9110, 12.5.3): of those offered the one with the highest weight, the first of equals; null for the text as it
 * is, which always can be sent, and is where the caller gives it more weight than the others.
 * @param offered what there is, the best first.
 */
export function encodingFor(
  { 'accept-encoding': accepted }: IncomingHttpHeaders,
  offered: readonly Encoding[],
): Encoding | null {
  if (accepted === undefined) return null;
  const weights = weightsOf(accepted);
  let chosen: Encoding | null = null;
  let most = weights.get('identity') ?? 0;
  for (const encoding of offered) {
    const weight = weights.get(encoding) ?? weights.get('*') ?? 0;
    if (weight === 0 || weight < most || (chosen !== null && weight === most)) continue;
    chosen = encoding;
    most = weight;
  }
  return chosen;
}

/** What such a reply says: that it depends on what is accepted, and what it is. */
export function encodingHeaders(encoding: Encoding | null): Record<string, string> {
  return { Vary: 'Accept-Encoding', ...(encoding === null ? {} : { 'Content-Encoding': encoding }) };
}

/** Each name's weight, 0 to 1; 0 also where the weight is no such number. */
function weightsOf(accepted: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    const isWeight = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight);
    // x-gzip is what old callers say for gzip, by the RFC.
    weights.set(name === 'x-gzip' ? 'gzip' : name, isWeight ? Number(weight) : 0);
  }
  return weights;
}
