// A call that is under way for as long as a test wants: the service has begun it and waits for the rest of its body.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface HalfCall {
  /** Sends the rest. @returns the reply as it came over the wire */
  finish(): Promise<string>;
  socket: Socket;
}

/** Begins an order, and returns once the service has said that it is listening to it. */
export async function beginOrder(port: number, key: string, externalId: string): Promise<HalfCall> {
  const order = { externalId, conversionType: 'SALE', amount: 100, currency: 'EUR', sessionId: null };
  const body = JSON.stringify(order);
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('utf8');
  socket.write(
    `POST /api/v1/conversions/postback HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n` +
      `Expect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  const [go] = (await once(socket, 'data')) as [string];
  if (!go.startsWith('HTTP/1.1 100 ')) throw new Error(`the call was not begun: ${go}`);
  const finish = async () => {
    const replied = once(socket, 'data') as Promise<[string]>;
    socket.write(body);
    return (await replied)[0];
  };
  return { finish, socket };
}
