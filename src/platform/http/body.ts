// Reads a request's JSON body: by hand, because it must wait until the key was checked, and refuse in the contract's order.
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '#platform/errors/failure.js';
import { ExactNumber } from '#platform/values/exact-number.js';
import { parseExactly, repeatsNames } from '#platform/values/exact-json.js';

/** The sender went away before the body was complete: there is nobody to answer. */
export class Aborted extends Error {
  override name = 'Aborted';
}

/**
 * The JSON object in the body. Throws Failure PAYLOAD_TOO_LARGE (by Content-Length at once, else by counting) or INVALID_REQUEST,
 * in that order; Aborted when the sender goes away.
 */
export async function readJsonObject(
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes: number,
): Promise<object> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const unreadable = headerProblem(request);
  // A body too large is 413 whatever it calls itself, so a chunked one is counted even when it will be refused.
  if (unreadable !== null && request.headers['transfer-encoding'] === undefined) throw unreadable;
  if (expectsContinue(request)) response.writeContinue();
  const bytes = await readBytes(request, limitBytes);
  if (unreadable !== null) throw unreadable;
  return parseObject(bytes);
}

/**
 * For operations that refuse no body (x-lenient-body): the JSON object in it, whatever it calls itself; null when there is none, or
 * it is larger than the limit. Throws Aborted when the sender goes away.
 */
export async function readObjectIfAny(
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes: number,
): Promise<object | null> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return null;
  if (expectsContinue(request)) response.writeContinue();
  try {
    return parseObject(await readBytes(request, limitBytes));
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** Node says "go on" by itself unless told not to; see adapter.ts. */
function expectsContinue(request: IncomingMessage): boolean {
  return request.headers.expect?.toLowerCase() === '100-continue';
}

function headerProblem(request: IncomingMessage): Failure | null {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') return new Failure('COMPRESSED_BODY');
  const contentType = request.headers['content-type'];
  if (contentType === undefined)
    return new Failure('WRONG_CONTENT_TYPE', 'Content-Type is missing; it must be application/json.');
  const [media, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  if (media !== 'application/json') return new Failure('WRONG_CONTENT_TYPE');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return isUtf8 ? null : new Failure('WRONG_CONTENT_TYPE', 'The charset of the body must be utf-8.');
}

function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (finish: () => void) => {
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      finish();
    };
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limitBytes) settle(() => reject(tooLarge(limitBytes)));
      else chunks.push(chunk);
    };
    const onEnd = () =>
      settle(() => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length)));
    const onClose = () => settle(() => reject(new Aborted('The sender went away.')));
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
    // The sender may have left while its key was checked: 'close' will not come again.
    if (request.destroyed && !request.readableEnded) onClose();
  });
}

function parseObject(bytes: Buffer): object {
  if (bytes.length === 0) throw new Failure('EMPTY_BODY');
  return requireObject(parseJson(decode(bytes)));
}

/** @throws Failure INVALID_REQUEST for what is no object, or one with a field twice: which of the two amounts is meant? */
export function requireObject(parsed: unknown): object {
  const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  if (!isObject || parsed instanceof ExactNumber) throw new Failure('NOT_AN_OBJECT');
  if (repeatsNames(parsed)) throw new Failure('REPEATED_FIELD');
  return parsed;
}

/** A byte order mark is read over, as RFC 8259 allows. */
function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Failure('NOT_UTF8');
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function parseJson(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    // Not the parser's own words: they quote the text.
    throw new Failure('MALFORMED_JSON');
  }
}

/** The failure of a body of more than that. */
export function tooLarge(limitBytes: number): Failure {
  return new Failure('PAYLOAD_TOO_LARGE', `The body must not be larger than ${limitBytes} bytes.`);
}
