// One request over a kept connection, and exactly what came of it; and where the service is, which dies and comes back elsewhere.
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export type Outcome = (
  | { kind: 'answered'; status: number; headers: IncomingHttpHeaders; body: unknown }
  /** Nobody listened: certainly not carried out. */
  | { kind: 'unreached' }
  /** The connection ended under way: carried out or not. A new one may never have been accepted. */
  | { kind: 'lost'; why: string; onNewConnection: boolean }
) & { sentAt: number; endedAt: number };

/** Longer than any call may take: what is not answered by then will not be. */
const GIVE_UP_MS = 15_000;

/** The service under attack, as its clients see it. Times are milliseconds of the monotonic clock. */
export class Target {
  private readonly absences: { from: number; to: number; inGoodOrder: boolean }[] = [];
  private agent = new Agent({ keepAlive: true });

  /** @param key an API key  @param code a tracking code */
  constructor(
    private url: string,
    readonly key: string,
    readonly code: string,
  ) {}

  /** From now until `isBack` it accepts no calls; those under way are lost too, unless it goes in good order. */
  isGoing({ inGoodOrder = false } = {}): void {
    this.absences.push({ from: performance.now(), to: Infinity, inGoodOrder });
  }

  get isAway(): boolean {
    return this.absences.at(-1)?.to === Infinity;
  }

  isBack(url: string): void {
    const absence = this.absences.at(-1);
    if (absence) absence.to = performance.now();
    this.agent.destroy();
    this.agent = new Agent({ keepAlive: true });
    this.url = url;
  }

  /** Whether this call may have got no answer. */
  mayBeWithoutAnswer(outcome: Outcome): boolean {
    const { kind, sentAt, endedAt } = outcome;
    const wasHeard = kind === 'lost' && !outcome.onNewConnection;
    return this.absences.some(
      ({ from, to, inGoodOrder }) => (inGoodOrder && wasHeard ? sentAt : endedAt) >= from && sentAt <= to,
    );
  }

  /** POSTs JSON; never rejects. */
  post(path: string, body: object, { withKey = true } = {}): Promise<Outcome> {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...(withKey ? { authorization: `Bearer ${this.key}` } : {}),
    };
    const sentAt = performance.now();
    return new Promise((resolve) => {
      const call = request(new URL(path, this.url), { method: 'POST', headers, agent: this.agent });
      const patience = setTimeout(() => call.destroy(new Error('no answer')), GIVE_UP_MS);
      const end = (outcome: object) => {
        clearTimeout(patience);
        resolve({ ...outcome, sentAt, endedAt: performance.now() } as Outcome);
      };
      const lose = ({ code, message }: NodeJS.ErrnoException) => {
        if (code === 'ECONNREFUSED') end({ kind: 'unreached' });
        else end({ kind: 'lost', why: message, onNewConnection: !call.reusedSocket });
      };
      call.on('error', lose);
      call.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', lose);
        response.on('end', () => {
          const { statusCode: status, headers: told } = response;
          end({ kind: 'answered', status, headers: told, body: parse(Buffer.concat(chunks)) });
        });
      });
      call.end(text);
    });
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
