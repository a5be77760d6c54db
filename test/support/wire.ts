// Bytes over a socket, as they are: for requests that no HTTP client would send.
import { connect } from 'node:net';

export interface WireReply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  text: string;
}

/**
 * Sends the bytes and reads one reply, as far as its Content-Length says; then hangs up, or when `hangUp` comes.
 * @throws Error when there is no whole reply.
 */
export function sendBytes(
  port: number,
  bytes: string | Buffer,
  { hangUp }: { hangUp?: Promise<unknown> } = {},
): Promise<WireReply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const finish = (reply: WireReply | null) => {
      socket.destroy();
      if (reply) resolve(reply);
      else reject(new Error(`no whole reply: ${Buffer.concat(chunks).toString('latin1')}`));
    };
    void hangUp?.then(() => finish(null));
    socket.on('error', reject);
    socket.on('close', () => finish(parse(Buffer.concat(chunks))));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const reply = parse(Buffer.concat(chunks));
      if (reply) finish(reply);
    });
  });
}

/** null as long as something is missing. */
function parse(bytes: Buffer): WireReply | null {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const pairs = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  const headers = Object.fromEntries(pairs);
  const body = bytes.subarray(end + 4);
  if (body.length < Number(headers['content-length'] ?? 0)) return null;
  return { status: Number(statusLine.split(' ')[1]), headers, text: body.toString('utf8') };
}
