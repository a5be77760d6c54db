// A gate between the service and PostgreSQL: shut, the database is away as if its server had stopped (connections break, new ones
// are refused); opened again, it is back. Works for the embedded server and for any other.
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PostgresAddress } from '#platform/database/data-source.js';

export interface Gate {
  /** Use this instead of the database's own address. */
  address: PostgresAddress;
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function startGate(behind: PostgresAddress): Promise<Gate> {
  const pairs = new Set<Socket>();
  const target = targetOf(behind);
  const serve = () =>
    createServer((near) => {
      const far = target.path === undefined ? connect(target.port, target.host) : connect(target.path);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        pairs.add(socket);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          pairs.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
  let server = await listen(serve(), 0);
  const port = (server.address() as AddressInfo).port;
  const shut = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of pairs) socket.destroy();
    await closed;
  };
  return {
    address: throughPort(behind, port),
    shut,
    open: async () => {
      server = await listen(serve(), port);
    },
    close: async () => {
      if (server.listening) await shut();
    },
  };
}

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function targetOf(address: PostgresAddress): { path?: string; host: string; port: number } {
  if (address.url !== undefined) {
    const url = new URL(address.url);
    return { host: url.hostname, port: Number(url.port || 5432) };
  }
  const host = address.host ?? '127.0.0.1';
  const port = address.port ?? 5432;
  return host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`), host, port } : { host, port };
}

function throughPort(address: PostgresAddress, port: number): PostgresAddress {
  if (address.url === undefined) return { ...address, host: '127.0.0.1', port };
  const url = new URL(address.url);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href };
}
