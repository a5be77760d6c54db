// The floor as PostgreSQL's own tool measures it: pgbench with the statements of the recordings, prepared, one order a transaction.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { End } from '../stage/end.js';
import type { Recording, Share, Template } from './recording.js';

/** New sessions plan each statement five times before they keep a plan: no figure of these first seconds counts. */
const WARM_UP_SECONDS = 2;

export interface PgbenchOptions {
  clients: number;
  /** After warming up. */
  seconds: number;
  environment: Record<string, string>;
  /** For the script. */
  folder: string;
  /** It is warm now. */
  onWarm: () => void;
}

export interface PgbenchResult {
  requestsPerSecond: number;
  /** Orders, all in all. */
  recorded: number;
  /** Those since it was warm. */
  counted: number;
}

/** "pgbench (PostgreSQL) 15.18", or null when there is none on the PATH. */
export function pgbenchVersion(): string | null {
  const { status, stdout } = spawnSync('pgbench', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

let runs = 0;

/** @throws Error with what pgbench said when a transaction failed or it did not run at all. */
export async function runPgbench(
  end: End,
  shares: readonly Share[],
  options: PgbenchOptions,
): Promise<PgbenchResult> {
  const { clients, environment, folder, onWarm } = options;
  runs++;
  const scripts = shares.flatMap(({ recording, ofTwenty }, index) => {
    const script = join(folder, `floor-${index}.pgbench`);
    writeFileSync(script, toScript(recording, runs));
    return ['-f', `${script}@${ofTwenty}`];
  });
  const seconds = WARM_UP_SECONDS + Math.max(1, Math.ceil(options.seconds));
  const numbers = ['-c', clients, '-j', Math.min(2, clients), '-T', seconds, '-P', 1, '-D', 'i=0'];
  const child = spawn('pgbench', ['-n', '-M', 'prepared', ...numbers.map(String), ...scripts], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  end.with(() => void child.kill());
  let said = '';
  let isWarm = false;
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
    if (isWarm || intervals(said).length < WARM_UP_SECONDS) return;
    isWarm = true;
    onWarm();
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', listen);
  await once(child, 'close');
  const recorded = Number(/number of transactions actually processed: (\d+)/.exec(said)?.[1]);
  const failed = Number(/number of failed transactions: (\d+)/.exec(said)?.[1] ?? 0);
  if (child.exitCode !== 0 || failed > 0 || !(recorded > 0)) {
    throw new Error(`pgbench failed:\n${said.slice(0, 2000)}`);
  }
  return { recorded, ...steady(said) };
}

/** What it tells each second: at which second, and how many a second since it last told. */
function intervals(said: string): { at: number; perSecond: number }[] {
  return [...said.matchAll(/^progress: ([\d.]+) s, ([\d.]+) tps/gm)].map(([, at, perSecond]) => ({
    at: Number(at),
    perSecond: Number(perSecond),
  }));
}

function steady(said: string): Pick<PgbenchResult, 'requestsPerSecond' | 'counted'> {
  const all = intervals(said);
  const from = all[WARM_UP_SECONDS - 1]?.at ?? 0;
  const counted = all
    .slice(WARM_UP_SECONDS)
    .reduce(
      (sum, { at, perSecond }, index) => sum + perSecond * (at - (all[WARM_UP_SECONDS + index - 1]?.at ?? 0)),
      0,
    );
  return { requestsPerSecond: counted / ((all.at(-1)?.at ?? 0) - from), counted };
}

/**
 * `i` counts the orders of a client and `k` names an order of this run. Ids are made of it, ever growing like the service's own.
 * @param run from 1: a run of pgbench in the same database.
 */
export function toScript({ statements, blanks }: Recording, run: number): string {
  const time = Math.floor(Date.now() / 2 ** 16)
    .toString(16)
    .padStart(8, '0');
  const blankSql = blanks.map((kind, index) => {
    const number = `lpad(to_hex(:k::bigint), 12, '0')`;
    if (kind === 'name') return `'floor-${run}-' || :k::text`;
    // 32 digits: 8 of time, 12 of the order's number, 12 that tell runs and blanks apart.
    const tail = `${run.toString(16).padStart(4, '0')}${index.toString(16).padStart(8, '0')}`;
    return `'${time}' || ${number} || '${tail}'`;
  });
  const commands = statements.map(({ sql, parameters, types }) => {
    const filled = sql.replace(/\$(\d+)\b/g, (_, number: string) => {
      const at = Number(number) - 1;
      return `${toSql(parameters[at] ?? null, blankSql)}::${types[at] ?? 'text'}`;
    });
    return `${filled.replace(/;\s*$/, '')};`;
  });
  return ['\\set i :i + 1', '\\set k :i * 256 + :client_id', ...commands, ''].join('\n');
}

function toSql(template: Template, blankSql: readonly string[]): string {
  if (template === null) return 'null';
  if (template.blanks.length === 0) return literal(template.pieces[0] as string);
  const parts = template.pieces.flatMap((piece, index) => {
    const blank = template.blanks[index];
    return blank === undefined ? [literal(piece)] : [literal(piece), blankSql[blank] as string];
  });
  return `(${parts.join(' || ')})`;
}

/** Written so that pgbench finds no `:variable` in it. */
function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(':', '\\x3A')}'`;
}
