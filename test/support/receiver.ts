// Receivers of webhooks on this machine, well behaved and not.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Certificate } from './certificates.js';

export interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Receiver {
  port: number;
  /** With a slash at the end. */
  url: string;
  /** Whole requests, as they came. */
  received: Received[];
  /** Connections that were opened so far. */
  connections: () => number;
  /** Connections that are open. */
  open: ReadonlySet<Socket>;
  close(): Promise<void>;
}

export type Answers = (response: ServerResponse, request: Received) => void;

/** Speaks HTTP, or HTTPS with a certificate, and answers each whole request as it is told. */
export async function startReceiver(answers: Answers, certificate?: Certificate): Promise<Receiver> {
  const received: Received[] = [];
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    // One that is broken off was not received.
    void buffer(request).then(
      (body) => {
        const one = { path: request.url ?? '', headers: request.headers, body };
        received.push(one);
        answers(response, one);
      },
      () => undefined,
    );
  };
  const server = certificate ? createTlsServer(certificate, onRequest) : createServer(onRequest);
  return listening(server, received, certificate ? 'https' : 'http');
}

/** For a test file, before its other hooks: what starts receivers that end after all else has. They answer 200 unless told. */
export function useReceivers(): (answers?: Answers) => Promise<Receiver> {
  const started: Receiver[] = [];
  afterAll(async () => {
    for (const receiver of started) await receiver.close();
  });
  return async (answers = (response) => response.end('ok')) => {
    const receiver = await startReceiver(answers);
    started.push(receiver);
    return receiver;
  };
}

/** Does with each connection as it is told; what was sent to it has not been read. */
export async function startRawReceiver(greets: (socket: Socket) => void): Promise<Receiver> {
  const onConnection = (socket: Socket) => {
    greets(socket);
    socket.resume(); // the end of what is not read is not seen
  };
  return listening(createTcpServer(onConnection), [], 'http');
}

async function listening(server: Server, received: Received[], scheme: string): Promise<Receiver> {
  const open = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    open.add(socket);
    // What a sender does to it is for the test to see elsewhere.
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}/`,
    received,
    connections: () => connections,
    open,
    close,
  };
}
