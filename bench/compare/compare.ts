// `npm run bench`: all subjects in turn, at each number of connections, in several rounds; then what came of it.
import { StatementCounter } from '../stage/statements.js';
import type { End } from '../stage/end.js';
import type { Options } from '../options.js';
import { say, sayNothing } from '../report/progress.js';
import { environment, writeResult } from '../report/results.js';
import { openArena, type Arena } from './arena.js';
import { checkAll } from './check.js';
import { reportOf } from './report.js';
import type { Measured, Statements } from './measured.js';
import type { Slice, Subject } from './subject.js';
import { summarizeRounds } from './summary.js';
import { targetsOf } from './targets.js';

const SECONDS = 2.5;
const ROUNDS = 3;
/** As many connections as the floor has, so that all of them have planned their statements. */
const WARM_UP = { connections: 64, seconds: 1.5 };
const COUNTING_SECONDS = 1;

/** @returns whether everything went as it should: no failure and no order lost. A target that is missed is no failure. */
export async function compare(end: End, options: Options): Promise<boolean> {
  const startedAt = Date.now();
  const seconds = options.seconds ?? SECONDS;
  const rounds = options.rounds ?? ROUNDS;
  const arena = await openArena(end, options.only, say);
  const measured: Measured[] = [];
  const warmUps: Measured[] = [];
  for (const subject of arena.subjects) {
    say(`warming up ${subject.name}`);
    const slice = await subject.measure('warm', WARM_UP.connections, WARM_UP.seconds);
    warmUps.push({ round: 0, connections: WARM_UP.connections, subject: subject.name, slice });
  }
  for (let round = 1; round <= rounds; round++) {
    for (const connections of options.levels) {
      for (const subject of rotated(arena.subjects, round - 1)) {
        say(`round ${round} of ${rounds}, ${connections} connections: ${subject.name}`);
        const slice = await subject.measure(`r${round}c${connections}`, connections, seconds);
        measured.push({ round, connections, subject: subject.name, slice });
      }
    }
  }
  say('counting statements');
  const counted = await countStatements(arena, options.levels);
  say('counting rows');
  const problems = await checkAll(arena, [...warmUps, ...measured, ...counted.measured]);
  sayNothing();
  const summary = summarizeRounds(measured);
  const targets = targetsOf(summary);
  const took = (Date.now() - startedAt) / 1000;
  const result = {
    ...summary,
    statementsPerConversion: counted.statements,
    floorBy: arena.pgbench === null ? 'pg' : 'pgbench',
    targets,
    problems,
    ...(await environment(arena.cluster, arena.pgbench)),
    seconds,
    rounds,
    took,
    raw: measured,
  };
  writeResult('latest', result, reportOf(result));
  return problems.length === 0;
}

/** Another one begins each round, so that nobody always follows the same. */
function rotated(subjects: readonly Subject[], by: number): Subject[] {
  const from = by % Math.max(1, subjects.length);
  return [...subjects.slice(from), ...subjects.slice(0, from)];
}

/** Apart from the rounds, because counting slows PostgreSQL down a little. */
async function countStatements(
  arena: Arena,
  levels: readonly number[],
): Promise<{ statements: Statements; measured: Measured[] }> {
  const counter = await StatementCounter.prepare(arena.cluster);
  const statements: Statements = {};
  const measured: Measured[] = [];
  const subjects = arena.subjects.filter(({ name }) => name === 'service' || name === 'typical');
  for (const connections of levels) {
    const row: Statements[string] = (statements[connections] = {});
    for (const subject of subjects) {
      let slice: Slice | undefined;
      const count = await counter.during(subject.database as string, async () => {
        slice = await subject.measure(`s${connections}`, connections, COUNTING_SECONDS);
      });
      if (!slice) continue;
      measured.push({ round: 0, connections, subject: subject.name, slice });
      const each = (calls: number) => calls / Math.max(1, slice?.recorded ?? 1);
      row[subject.name] = { statements: each(count.statements), commands: each(count.transactionCommands) };
    }
  }
  return { statements, measured };
}
