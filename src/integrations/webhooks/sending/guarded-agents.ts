// Connections to receivers: none is opened to an address that has not been checked in that very moment, and few are kept for the next
// request.
// Why so: docs/decisions/0030-where-a-webhook-may-go.md
import { Agent as HttpAgent, type AgentOptions, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP, type LookupFunction, type TcpNetConnectOpts } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AddressGuard, Destination } from './address-guard.js';
import type { ResolveName } from './resolve-name.js';
import { WEBHOOK_ADDRESS_MS, WEBHOOK_CONNECTION_IDLE_MS } from '#platform/time/time-budget.js';

/** Of all receivers together; beyond that whoever has waited longest is closed. */
const MOST_IDLE = 256;
/** Of one host, which may be that of many merchants' endpoints: as many as a process has under way at once. */
const MOST_IDLE_EACH = 64;
/** A name with more addresses than these has them for others: four tries take all of the time to connect. */
const MOST_ADDRESSES = 4;

/** Why nothing was dialled. */
export class NotDialled extends Error {
  constructor(readonly reason: 'dns' | 'address_not_allowed') {
    super(reason);
  }
}

export interface Dialling {
  guard: AddressGuard;
  resolve: ResolveName;
  /** Certificates to trust instead of the machine's. */
  ca?: string;
}

type Callback = (error: Error | null, socket?: Duplex) => void;

/** One agent for each scheme; both keep their idle connections in one place. */
export class GuardedAgents {
  private readonly http: HttpAgent;
  private readonly https: HttpAgent;

  constructor(dialling: Dialling) {
    const idle = new IdleConnections();
    const options = {
      keepAlive: true,
      maxFreeSockets: MOST_IDLE_EACH,
      timeout: WEBHOOK_CONNECTION_IDLE_MS,
      scheduling: 'lifo' as const,
    };
    this.http = new (guarded(HttpAgent))(options, dialling, idle);
    // Whatever the environment says (NODE_TLS_REJECT_UNAUTHORIZED), a receiver proves who it is.
    const tls = { rejectUnauthorized: true, ...(dialling.ca ? { ca: dialling.ca } : {}) };
    this.https = new (guarded(HttpsAgent))({ ...options, ...tls }, dialling, idle);
  }

  /** null for what is no scheme of ours. */
  for(protocol: string): HttpAgent | null {
    return protocol === 'https:' ? this.https : protocol === 'http:' ? this.http : null;
  }

  /** Ends every connection; requests under way fail. */
  close(): void {
    this.http.destroy();
    this.https.destroy();
  }
}

/** An agent of Node that dials what the guard lets it, and keeps idle connections in `idle`. */
function guarded(Base: typeof HttpAgent) {
  return class extends Base {
    constructor(
      options: AgentOptions,
      private readonly dialling: Dialling,
      private readonly idle: IdleConnections,
    ) {
      super(options);
    }

    override createConnection(options: TcpNetConnectOpts, callback: Callback): Duplex | null | undefined {
      const unwanted = new AbortController();
      const checked = checkedOptions(options, this.dialling, unwanted.signal);
      if (checked === null) {
        setImmediate(callback, new NotDialled('address_not_allowed'));
        return undefined;
      }
      const socket = super.createConnection(checked, callback);
      socket?.once('close', () => {
        unwanted.abort();
        this.idle.remove(socket);
      });
      return socket;
    }

    override keepSocketAlive(socket: Duplex): boolean {
      const isKept = super.keepSocketAlive(socket) as unknown as boolean;
      if (isKept) this.idle.add(socket);
      return isKept;
    }

    override reuseSocket(socket: Duplex, request: ClientRequest): void {
      this.idle.remove(socket);
      super.reuseSocket(socket, request);
    }
  };
}

/** Closes what is kept for this receiver: one that closed a connection has mostly closed the others too. */
export function dropIdle(agent: HttpAgent, { hostname, port }: Destination): void {
  for (const [name, sockets = []] of Object.entries(agent.freeSockets))
    if (name.startsWith(`${hostname}:${port}:`)) for (const socket of sockets) socket.destroy();
}

/** Connections that wait for their next request, the oldest first. */
class IdleConnections {
  private readonly sockets = new Set<Duplex>();

  add(socket: Duplex): void {
    this.sockets.add(socket);
    const [oldest] = this.sockets;
    if (this.sockets.size > MOST_IDLE) oldest?.destroy();
  }

  remove(socket: Duplex): void {
    this.sockets.delete(socket);
  }
}

/** null: the URL has an address that may not be dialled. Node resolves no address, and so asks no `lookup` for it. */
function checkedOptions(
  options: TcpNetConnectOpts,
  dialling: Dialling,
  signal: AbortSignal,
): TcpNetConnectOpts | null {
  const destination = { hostname: options.host ?? '', port: Number(options.port) };
  const isAddress = isIP(destination.hostname) !== 0;
  if (isAddress && !dialling.guard.mayDial(destination.hostname, destination)) return null;
  const lookup = checkedLookup(dialling, destination, signal);
  return { ...options, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: WEBHOOK_ADDRESS_MS, lookup };
}

/** As Node's connect asks for addresses: those of the name that may be dialled, and no others. */
function checkedLookup(
  { guard, resolve }: Dialling,
  destination: Destination,
  signal: AbortSignal,
): LookupFunction {
  return (hostname, _options, callback) => {
    resolve(hostname, signal).then(
      (addresses) => {
        const allowed = addresses.filter((address) => guard.mayDial(address, destination));
        const reason = addresses.length === 0 ? 'dns' : 'address_not_allowed';
        if (allowed.length === 0) return callback(new NotDialled(reason), []);
        const dialled = allowed.slice(0, MOST_ADDRESSES);
        callback(
          null,
          dialled.map((address) => ({ address, family: isIP(address) })),
        );
      },
      () => callback(new NotDialled('dns'), []),
    );
  };
}
