// Where everything ends up that a browser sends to a host other than this machine. It is set as the browser's proxy, which Chromium
// asks for every host but loopback: pages, workers, beacons, frames, prefetches. Nothing leaves from here.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where Chromium calls by itself, updates and sign-in, flags or not. No page of anybody's has a reason to. */
const CALLED_BY_THE_BROWSER = [
  'accounts.google.com',
  'update.googleapis.com',
  'clients2.google.com',
  'edgedl.me.gvt1.com',
  'redirector.gvt1.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
];

export interface Outside {
  /** For Chromium's --proxy-server. */
  proxy: string;
  /** What was asked for since the last look: an address for http, host and port for https. */
  taken(): string[];
  close(): Promise<void>;
}

/** Starts listening on a free port of loopback. */
export async function startOutside(): Promise<Outside> {
  const asked: string[] = [];
  const note = (method = '', target = '', host: string) => {
    if (!CALLED_BY_THE_BROWSER.includes(host)) asked.push(`${method} ${target}`);
  };
  const server = createServer((request, response) => {
    note(request.method, request.url, new URL(request.url ?? '').hostname);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note('CONNECT', request.url, String(request.url).replace(/:\d+$/, ''));
    socket.on('error', () => undefined); // the browser may hang up first
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => asked.splice(0),
    close: () => closeAll(server),
  };
}

function closeAll(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
