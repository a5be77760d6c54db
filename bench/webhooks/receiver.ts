// The merchants' server of `npm run bench -- webhooks`, in a process of its own: takes deliveries over TLS, answers at once or, at one path,
// not at all, and says on a second port how long they took to arrive. Start: PORT=0 TLS=<folder> node --import ./bin/typescript.mjs …
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';

/** What came since the last time somebody asked. */
export interface Arrivals {
  /** Whole deliveries that were answered. */
  count: number;
  /** By the time of day. */
  firstMs: number;
  lastMs: number;
  /** From the event's own time to here; of the paths that were never told to hang. */
  lagsMs: number[];
}

const folder = process.env['TLS'] ?? '.';
const tls = { cert: readFileSync(join(folder, 'cert.pem')), key: readFileSync(join(folder, 'key.pem')) };
const TIMESTAMP = '"timestamp":"';

let arrivals: Arrivals = none();
/** Not measured, whether it hangs or not: what the others wait for is in question. */
let odd: string | null = null;
let hangs = false;

const receiver = createTlsServer(tls, (request, response) => {
  void buffer(request).then(
    (body) => take(request.url ?? '', body, response),
    () => undefined,
  );
});
/** `PUT /<path>` makes that path hang, `DELETE /<path>` lets it answer; both leave it out of the lags. `GET /` tells and begins anew. */
const control = createServer((request, response) => {
  void text(request).then(() => {
    if (request.method === 'GET') {
      response.end(JSON.stringify(arrivals));
      arrivals = none();
      return;
    }
    odd = request.url ?? null;
    hangs = request.method === 'PUT';
    response.end();
  });
});

function take(path: string, body: Buffer, response: ServerResponse): void {
  if (path === odd && hangs) return;
  const now = Date.now();
  response.writeHead(204).end();
  arrivals.firstMs ||= now;
  arrivals.lastMs = now;
  arrivals.count++;
  if (path === odd) return;
  const at = body.lastIndexOf(TIMESTAMP) + TIMESTAMP.length;
  arrivals.lagsMs.push(now - Date.parse(body.toString('latin1', at, at + 24)));
}

function none(): Arrivals {
  return { count: 0, firstMs: 0, lastMs: 0, lagsMs: [] };
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

process.on('SIGTERM', () => process.exit(0));
const listening = await portOf(receiver);
process.stdout.write(`${JSON.stringify({ listening, metricsPort: await portOf(control) })}\n`);
