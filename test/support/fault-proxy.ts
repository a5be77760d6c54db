// A proxy in front of the service that does harm when told to: what a client has to live with between it and us.
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Does something to a request instead of passing it on; `pass` hands it to the service. */
export type Fault = (response: ServerResponse, pass: () => void) => void;

export interface FaultProxy {
  url: string;
  /** Every request that arrived, as it was. */
  seen: { method: string; path: string; headers: IncomingMessage['headers']; at: number }[];
  /** What is done to the next requests, one each; those after them are passed on. */
  next(...faults: Fault[]): void;
  close(): Promise<void>;
}

/** Answers by itself. */
export function answer(status: number, headers: Record<string, string>, body: string): Fault {
  return (response) => response.writeHead(status, headers).end(body);
}

/** An error as the API writes it. */
export function apiError(status: number, code: string, headers: Record<string, string> = {}): Fault {
  const meta = { timestamp: '2026-11-22T10:00:00.000Z', requestId: 'from-the-service' };
  const body = { success: false, error: { code, message: 'Not now.', details: [] }, meta };
  return answer(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
}

/** The connection is gone before a word was said. */
export const hangUp: Fault = (response) => response.socket?.destroy();

/** Half a reply, and then the connection is gone. */
export const breakOff: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"success":', () => response.socket?.destroy());
};

/** No word, ever. */
export const saysNothing: Fault = () => undefined;

/** The service does as it is told, but nobody hears of it. */
export const loseReply: Fault = (response, pass) => {
  response.writeHead = () => response;
  response.write = () => true;
  response.end = () => {
    response.socket?.destroy();
    return response;
  };
  pass();
};

/** Starts a proxy in front of `target`. Close it when done. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const faults: Fault[] = [];
  const seen: FaultProxy['seen'] = [];
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    seen.push({ method, path, headers, at: Date.now() });
    const fault = faults.shift();
    const pass = () => passOn(target, request, response);
    if (fault) fault(response, pass);
    else pass();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    next: (...list) => void faults.push(...list),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(target: string, request: IncomingMessage, response: ServerResponse): void {
  const options = { method: request.method, headers: request.headers, agent: false };
  const onward = httpRequest(new URL(request.url ?? '/', target), options, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
