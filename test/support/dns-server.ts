// A server of names on this machine (RFC 1035, UDP), which answers what a test says, and something else the next time if that is what it says.
import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import ipaddr from 'ipaddr.js';

/** Addresses of both families; `none`: there is no such name; `silent`: no answer, or none but to the question for IPv4. */
export type Answer = string[] | 'none' | 'silent' | { onlyTo4: string[] };

export interface DnsServer {
  /** As a resolver is told it. */
  address: string;
  /** Names that were asked for, each family a time. */
  asked: string[];
  /** From now on; with several, one after the other, by look-up, and the last of them from then on. */
  says(name: string, ...answers: Answer[]): void;
  close(): Promise<void>;
}

const A = 1;
const AAAA = 28;
const NO_SUCH_NAME = 3;

export async function startDnsServer(): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const answers = new Map<string, Answer[]>();
  const asked: string[] = [];
  /** Each family is asked for in a packet of its own: of one look-up, the same answer. */
  const turns = new Map<string, number>();
  const answerTo = (name: string, type: number): Answer => {
    const all = answers.get(name) ?? ['none'];
    const turn = turns.get(`${name} ${type}`) ?? 0;
    turns.set(`${name} ${type}`, turn + 1);
    return all[Math.min(turn, all.length - 1)]!;
  };
  socket.on('message', (question, from) => {
    const { name, end } = readName(question, 12);
    asked.push(name);
    const type = question.readUInt16BE(end);
    reply(socket, question.subarray(0, end + 4), type, answerTo(name, type), from);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    says: (name, ...given) => {
      answers.set(name, given);
      for (const type of [A, AAAA]) turns.delete(`${name} ${type}`);
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

type Sender = Pick<ReturnType<typeof createSocket>, 'send'>;

function reply(socket: Sender, question: Buffer, type: number, answer: Answer, to: RemoteInfo): void {
  if (answer === 'silent' || (typeof answer === 'object' && 'onlyTo4' in answer && type !== A)) return;
  const addresses = answer === 'none' ? [] : 'onlyTo4' in answer ? answer.onlyTo4 : answer;
  const bytes = addresses.map((text) => ipaddr.parse(text).toByteArray());
  const fitting = bytes.filter(({ length }) => length === (type === A ? 4 : type === AAAA ? 16 : 0));
  const head = Buffer.alloc(12);
  head.writeUInt16BE(question.readUInt16BE(0), 0);
  head.writeUInt16BE(0x8180 | (answer === 'none' ? NO_SUCH_NAME : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(fitting.length, 6);
  const records = fitting.map((address) => {
    // The name as a pointer to that of the question, class IN, time to live 0.
    const fixed = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, address.length]);
    return Buffer.concat([fixed, Buffer.from(address)]);
  });
  socket.send(Buffer.concat([head, question.subarray(12), ...records]), to.port, to.address);
}

function readName(packet: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = packet[at]!; length > 0; length = packet[at]!) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}
