// Every TCP connection that this process begins while a test looks: where it really goes, whatever the URL said.
import { Socket } from 'node:net';
import { testPostgres } from './postgres.js';

type Connect = (...args: unknown[]) => Socket;

/** Addresses and ports that were dialled, by whatever part of the process. A look lasts until it is ended. */
export function watchDialled(): { dialled: string[]; end(): void } {
  const dialled: string[] = [];
  const prototype = Socket.prototype as unknown as { connect: Connect };
  const { connect } = prototype;
  prototype.connect = function (this: Socket, ...args: unknown[]) {
    this.on('connectionAttempt', (address, port) => {
      if (port !== databasePort()) dialled.push(`${address}:${port}`);
    });
    return connect.apply(this, args);
  };
  return { dialled, end: () => void (prototype.connect = connect) };
}

/** The worker's service, which other files have started, goes on talking to its database. */
function databasePort(): number {
  const { address } = testPostgres();
  return address.url === undefined ? (address.port ?? 0) : Number(new URL(address.url).port || 5432);
}
