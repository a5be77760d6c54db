// One HTTP/1.1 keep-alive connection on a raw socket. It reads the status line and Content-Length and nothing else, because the
// client shares the machine with what it measures.
import { connect, type Socket } from 'node:net';

export interface LoadRequest {
  method: string;
  path: string;
  /** Given as the same object again and again, it is written out once. Host and Content-Length are added. */
  headers?: Record<string, string>;
  body?: string;
}

export interface ConnectionEvents {
  /** Connected; a request may be sent. */
  onReady(): void;
  /** The reply to the request that was sent. Head and body are empty strings unless `wantsBody`. */
  onReply(status: number, body: string, head: string): void;
  /** The connection is gone, and so is its request if one was under way: that may have been done or not. `onReady` tells when it is back. */
  onDown(lostRequest: boolean): void;
  /** The server sends what this client does not read (chunks, or something that is no HTTP). */
  onError(error: Error): void;
}

const BUFFER_BYTES = 16 * 1024;
const CONNECT_AGAIN_MS = 20;
const NO_BYTES: Buffer = Buffer.alloc(0);
const headerTexts = new WeakMap<object, string>();

/** Connects, and connects again whenever the connection is lost, until it is closed. */
export class Connection {
  private socket: Socket | null = null;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;
  private underWay = false;
  /** The reply as far as it has come: its head while that is incomplete, then how much of the body is missing. */
  private head = NO_BYTES;
  private missing = 0;
  private status = 0;
  private headText = '';
  private parts: Buffer[] = [];
  private endsWithReply = false;

  constructor(
    private readonly address: { host: string; port: number },
    private readonly wantsBody: boolean,
    private readonly events: ConnectionEvents,
  ) {
    this.connect();
  }

  /** Sends a request; not before `onReady`, and never while another is under way. */
  send({ method, path, headers, body = '' }: LoadRequest): void {
    this.underWay = true;
    const lines = headers ? textOf(headers) : '';
    this.socket?.write(
      `${method} ${path} HTTP/1.1\r\nHost: ${this.address.host}:${this.address.port}\r\n${lines}` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    this.socket?.destroy();
  }

  private connect(): void {
    const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    const onread = { buffer, callback: (length: number) => this.take(buffer.subarray(0, length)) };
    const socket = connect({ ...this.address, noDelay: true, onread });
    this.socket = socket;
    this.head = NO_BYTES;
    this.missing = 0;
    this.parts = [];
    socket.once('connect', () => this.events.onReady());
    socket.on('error', () => undefined); // 'close' follows
    socket.once('close', () => this.lose());
  }

  private lose(): void {
    const lostRequest = this.underWay;
    this.socket = null;
    this.underWay = false;
    this.events.onDown(lostRequest);
    // Read only now: the one who was told may have closed this connection.
    if (!this.closed) this.retry = setTimeout(() => this.connect(), CONNECT_AGAIN_MS);
  }

  /** Takes in bytes of a buffer that is used again. Returns true: read on. */
  private take(bytes: Buffer): true {
    if (!this.underWay) {
      this.socket?.destroy(); // a server that takes its leave, as after a time-out
      return true;
    }
    if (this.missing > 0) {
      this.takeBody(bytes);
      return true;
    }
    const all = this.head.length === 0 ? bytes : Buffer.concat([this.head, bytes]);
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) {
      this.head = all === bytes ? Buffer.from(bytes) : all;
      return true;
    }
    this.head = NO_BYTES;
    const head = all.toString('latin1', 0, end + 2);
    this.status = Number(head.slice(9, 12));
    const length = lengthOf(this.status, head);
    if (length === null) return this.fail(head);
    this.endsWithReply = /\r\nconnection: *close/i.test(head);
    this.headText = this.wantsBody ? head : '';
    this.missing = length;
    this.takeBody(all.subarray(end + 4));
    return true;
  }

  private takeBody(bytes: Buffer): void {
    if (this.wantsBody && bytes.length > 0) this.parts.push(Buffer.from(bytes));
    this.missing -= bytes.length;
    if (this.missing > 0) return;
    const body = this.wantsBody ? Buffer.concat(this.parts).toString('utf8') : '';
    this.parts = [];
    this.missing = 0;
    this.underWay = false;
    if (this.endsWithReply) this.socket?.destroy();
    this.events.onReply(this.status, body, this.headText);
    if (!this.endsWithReply && !this.closed) this.events.onReady();
  }

  private fail(head: string): true {
    this.closed = true;
    this.socket?.destroy();
    this.events.onError(new Error(`the load client cannot read this reply: ${head.slice(0, 300)}`));
    return true;
  }
}

/** Bytes of the body; null when the head does not tell. */
function lengthOf(status: number, head: string): number | null {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return Number(length);
  return status === 204 || status === 304 ? 0 : null;
}

function textOf(headers: Record<string, string>): string {
  const known = headerTexts.get(headers);
  if (known !== undefined) return known;
  const text = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  headerTexts.set(headers, text);
  return text;
}
