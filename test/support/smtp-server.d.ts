// What is used of smtp-server, which brings no types.
declare module 'smtp-server' {
  import type { AddressInfo } from 'node:net';
  import type { Readable } from 'node:stream';

  interface Options {
    authOptional: boolean;
    disabledCommands: string[];
    logger: boolean;
    onData(
      stream: Readable,
      session: { envelope: { rcptTo: { address: string }[] } },
      done: (error?: Error) => void,
    ): void;
  }

  export class SMTPServer {
    constructor(options: Options);
    readonly server: { address(): AddressInfo };
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
  }
}
