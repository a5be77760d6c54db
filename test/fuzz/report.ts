// What a fuzz run prints: a failing request with its reply and how to see it again, and at the end what was answered how often.
import type { Reply } from '../support/call.js';
import { toCurl, type Draft } from './draft.js';
import type { Fault } from './judge.js';
import type { FuzzOptions } from './options.js';
import { shrunk } from './shrink.js';

interface Found {
  /** The how many-th request, from 0. */
  index: number;
  draft: Draft;
  fault: Fault;
  /** null when none came. */
  reply: Reply<unknown> | null;
  /** What the service logged meanwhile. */
  lines: string[];
}

/** Where requests are sent once more. */
interface Service {
  port: number;
  exchange: (draft: Draft) => Promise<{ faults: Fault[] }>;
}

const MOST_SHOWN = 3_000;

export class Failing {
  constructor(readonly found: Found) {}

  /** Whether it is the same fault of the same operation. */
  isLike({ draft, fault, reply }: Found): boolean {
    return (
      this.found.draft.operationId === draft.operationId &&
      this.found.fault.kind === fault.kind &&
      this.found.reply?.status === reply?.status
    );
  }

  /** Sends the request again and again, smaller each time; the sequence must be over by then. */
  async report({ port, exchange }: Service, { seed, only }: FuzzOptions): Promise<string> {
    const { index, draft, fault, reply, lines } = this.found;
    const fails = async (candidate: Draft) =>
      (await exchange(candidate)).faults.some(({ kind }) => kind === fault.kind);
    // One that does not fail a second time depends on what was there before: it is shown as it was.
    const smaller = (await fails(draft)) ? await shrunk(draft, fails) : null;
    const which = only === null ? '' : ` --only ${only}`;
    return [
      '',
      `FAULT  ${draft.operationId}, request ${index}: ${fault.words}`,
      `  done to it: ${draft.changes.join(', ') || 'nothing, it is valid'}; key: ${draft.caller.name}`,
      `  ${shown(toCurl(draft, port))}`,
      ...(smaller === null
        ? ['  (not when it is sent again)']
        : [`  enough: ${shown(toCurl(smaller, port))}`]),
      reply === null ? '  no reply' : `  ${reply.status} ${shown(JSON.stringify(reply.headers))}`,
      `  ${shown(reply?.text ?? '')}`,
      ...lines
        .filter((line) => /"level":"?(50|60|error|fatal)/.test(line))
        .map((line) => `  log: ${shown(line)}`),
      `  again: npm run fuzz -- --requests ${index + 1} --seed ${seed}${which}`,
    ].join('\n');
  }
}

function shown(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)} … (${text.length} characters)`;
}

/** How often each status came. @param answers by `operationId status` */
export function summaryOf(answers: ReadonlyMap<string, number>, digest: string): string {
  const byStatus = new Map<string, number>();
  for (const [answer, count] of answers) {
    const status = answer.split(' ')[1]!;
    byStatus.set(status, (byStatus.get(status) ?? 0) + count);
  }
  const counts = [...byStatus].sort(([one], [other]) => one.localeCompare(other));
  const statuses = counts.map(([status, count]) => `${status} × ${count}`).join(', ');
  return `fuzz: answered ${statuses}; the sequence is ${digest.slice(0, 12)}`;
}
