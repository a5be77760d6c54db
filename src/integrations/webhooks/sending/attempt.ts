// One request over one connection: told off by the clock, and told in few words. It holds no timer and no socket once it has ended.
import { request as httpRequest, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { NotDialled } from './guarded-agents.js';
import { ReceivedBody } from './received.js';
import { destinationOf } from './endpoint-url.js';

export interface WebhookRequest {
  /** As `checkEndpointUrl` returned it. */
  url: string;
  /** The stored bytes, or their text. */
  body: Buffer | string;
  /** Beside Content-Type and User-Agent. */
  headers: Record<string, string>;
}

export interface SendLimits {
  /** Until the name is resolved, and the connection (TLS included) is there. */
  connectMs: number;
  /** In all. */
  totalMs: number;
}

/** What went wrong, as far as a merchant is told. A status is of `redirect` (3xx) or `status` (not 2xx). */
export type SendFailure =
  | 'timeout'
  | 'tls'
  | 'dns'
  | 'connection_refused'
  | 'connection_lost'
  | 'address_not_allowed'
  | 'redirect'
  | 'status';

export interface Attempted {
  failure: SendFailure | null;
  /** null: no head of a reply came. */
  reply: IncomingMessage | null;
  body: ReceivedBody;
  /** Whether the body goes on, or was to. */
  isCut: boolean;
  /** A kept connection that the receiver had closed meanwhile: nothing is wrong with it, and another try is due. */
  isStale: boolean;
}

/** How far it has come; until `open`, the time to connect counts. */
type Stage = 'resolving' | 'connecting' | 'handshaking' | 'open';

const COMMON_HEADERS = { 'Content-Type': 'application/json', 'User-Agent': 'RefCampaign-Webhooks/1' };

/**
 * Sends it once. Never rejects.
 * @param url that of the request, read already
 */
export function attempt(
  url: URL,
  request: WebhookRequest,
  agent: Agent,
  limits: SendLimits,
): Promise<Attempted> {
  return new Promise((resolve) => new Attempt(limits, resolve).start(url, request, agent));
}

class Attempt {
  private stage: Stage = 'resolving';
  private request: ClientRequest | null = null;
  private reply: IncomingMessage | null = null;
  private readonly body = new ReceivedBody();
  private timer: NodeJS.Timeout;
  private hasEnded = false;

  constructor(
    private readonly limits: SendLimits,
    private readonly done: (attempted: Attempted) => void,
  ) {
    this.timer = setTimeout(() => this.onConnectTime(), Math.min(limits.connectMs, limits.totalMs));
  }

  start(url: URL, { body, headers }: WebhookRequest, agent: Agent): void {
    try {
      if (isIP(destinationOf(url).hostname) !== 0) this.stage = 'connecting';
      const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const options = { method: 'POST', agent, headers: { ...COMMON_HEADERS, ...headers } };
      this.request = ask(url, options)
        .on('socket', (socket) => this.onSocket(socket))
        .on('response', (reply) => this.onReply(reply))
        .on('upgrade', (_reply, socket) => {
          // Nobody asked for another protocol, and Node tells nothing else of it.
          socket.destroy();
          this.end('connection_lost');
        })
        .on('error', (error) => this.onError(error));
      this.request.end(body);
    } catch (error) {
      this.onError(error);
    }
  }

  private onSocket(socket: Socket & { encrypted?: boolean }): void {
    if (this.request?.reusedSocket) return void (this.stage = 'open');
    const isSecure = socket.encrypted === true;
    socket.once('lookup', () => this.reach('connecting'));
    socket.once('connect', () => this.reach(isSecure ? 'handshaking' : 'open'));
    if (isSecure) socket.once('secureConnect', () => this.reach('open'));
  }

  private reach(stage: Stage): void {
    this.stage = stage;
  }

  private onReply(reply: IncomingMessage): void {
    this.reply = reply;
    reply.on('data', (chunk: Buffer) => {
      if (!this.body.add(chunk)) this.end(failureOfStatus(reply.statusCode), null, true);
    });
    reply.on('end', () => this.end(failureOfStatus(reply.statusCode)));
    reply.on('error', (error) => this.onError(error));
  }

  private onError(error: unknown): void {
    // The receiver has answered: what it said of the delivery stands.
    if (this.reply) this.end(failureOfStatus(this.reply.statusCode), error, true);
    else this.end(this.failureOf(error), error);
  }

  private onConnectTime(): void {
    if (this.stage === 'resolving') return this.end('dns');
    const { connectMs, totalMs } = this.limits;
    if (this.stage !== 'open' || totalMs <= connectMs) return this.end('timeout');
    this.timer = setTimeout(() => this.end('timeout'), totalMs - connectMs);
  }

  private end(failure: SendFailure | null, error: unknown = null, isCut = false): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    clearTimeout(this.timer);
    const { request, reply, body } = this;
    const isStale = reply === null && request?.reusedSocket === true && isClosing(error);
    const isWhole = reply?.complete === true && !isCut;
    // Whole, and nobody reads the rest of what we send: then the connection is of no use either.
    if (!isWhole || request?.writableFinished !== true) request?.destroy();
    this.done({ failure, reply, body, isCut: reply !== null && !isWhole, isStale });
  }

  private failureOf(error: unknown): SendFailure {
    if (error instanceof NotDialled) return error.reason;
    if (this.stage === 'open' || (this.stage === 'handshaking' && isClosing(error))) return 'connection_lost';
    if (this.stage === 'handshaking') return 'tls';
    return codeOf(error) === 'ETIMEDOUT' ? 'timeout' : 'connection_refused';
  }
}

function failureOfStatus(status = 0): SendFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException | null)?.code;
}

function isClosing(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE'].includes(String(codeOf(error)));
}
