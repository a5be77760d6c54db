// One request of a fuzz run as parts that can be changed and dropped one by one, and as what goes over the wire.
import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { OperationId } from '#platform/contract/routes.js';
import type { Reply } from '../support/call.js';
import type { Caller } from './world.js';

export interface Draft {
  /** What it was made from; a changed path or method may lead elsewhere. */
  operationId: OperationId;
  /** What was done to a valid request, in words; nothing when it is as the contract has it. */
  changes: string[];
  method: string;
  /** Percent-encoded. */
  path: string;
  /** `name=value`, percent-encoded. */
  query: string[];
  /** Names in lower case, the key's header among them. */
  headers: Record<string, string>;
  caller: Caller;
  /** Sent as JSON, unless `raw` is there; undefined when there is no body. */
  json?: unknown;
  /** Sent as it is. */
  raw?: Buffer;
}

/** Path and query as in the request line. */
export function targetOf({ path, query }: Draft): string {
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** What is sent as the body; null when there is none. */
export function bodyOf({ json, raw }: Draft): Buffer | null {
  if (raw !== undefined) return raw;
  return json === undefined ? null : Buffer.from(JSON.stringify(json));
}

/** Sends it over a connection of its own. @throws Error when no whole reply comes. */
export function sendDraft(draft: Draft, port: number): Promise<Reply<unknown>> {
  return new Promise((resolve, reject) => {
    const body = bodyOf(draft);
    // Node says no length of a body that goes with GET; it would be read as the next request.
    const headers = { ...draft.headers, ...(body && { 'content-length': body.length }) };
    const { method } = draft;
    const options = { host: '127.0.0.1', port, method, path: targetOf(draft), headers, agent: false };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          const text = unpacked(Buffer.concat(chunks), response.headers['content-encoding']).toString('utf8');
          const isJson = response.headers['content-type']?.startsWith('application/json') === true;
          const body: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text });
        } catch (error) {
          reject(new Error(`the reply cannot be read: ${String(error)}`));
        }
      });
    });
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === 'gzip') return gunzipSync(bytes);
  return encoding === 'br' ? brotliDecompressSync(bytes) : bytes;
}

/** The request as a command to paste. A body that is no text goes through `base64 -d`. */
export function toCurl(draft: Draft, port: number): string {
  const headers = Object.entries(draft.headers).map(([name, value]) =>
    value === '' ? `-H ${quoted(`${name};`)}` : `-H ${quoted(`${name}: ${value}`)}`,
  );
  const body = bodyOf(draft);
  const text = body?.toString('utf8') ?? '';
  const isText = body === null || (Buffer.from(text).equals(body) && !text.includes('\0'));
  const how = draft.method === 'HEAD' ? '--head' : `-X ${draft.method}`;
  const address = quoted(`http://127.0.0.1:${port}${targetOf(draft)}`);
  const call = [`curl -i --path-as-is -g ${how} ${address}`, ...headers];
  if (body === null) return call.join(' ');
  if (isText) return [...call, `--data-raw ${quoted(text)}`].join(' ');
  return `echo ${body.toString('base64')} | base64 -d | ${[...call, '--data-binary @-'].join(' ')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
