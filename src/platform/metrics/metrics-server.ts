// Hands the figures to whoever scrapes them, on a port of its own: they are for the operator's network, not for callers.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import type { Log } from '#platform/logging/log.js';
import type { Metrics } from './metrics.js';

export interface MetricsServer {
  port: number;
  /** Calling it again changes nothing. */
  stop(): Promise<void>;
}

/** Listens. @throws Error when the port is taken. */
export async function startMetricsServer(
  metrics: Metrics,
  { host, port }: { host: string; port: number },
  log: Log,
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Figures are at GET /metrics.\n');
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': Registry.PROMETHEUS_CONTENT_TYPE }).end(text),
      (error: unknown) => {
        log.error('the metrics could not be written', { error });
        response.writeHead(500).end();
      },
    );
  });
  await listening(server, host, port);
  // What goes wrong later with one connection or the other is no reason to end the process.
  server.on('error', (error) => log.warn('the metrics server met an error', { error }));
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A scrape under way is cut off: figures come again, and the end does not wait for them. */
function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
