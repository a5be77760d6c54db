// `npm run bench -- growth`: what recording an order costs when millions are in the database already.
import { statfsSync } from 'node:fs';
import { atLeast, type Target } from '../compare/targets.js';
import type { Options } from '../options.js';
import { figure, number, ratio, table } from '../report/markdown.js';
import { sayNothing } from '../report/progress.js';
import { environment, writeResult, type Environment } from '../report/results.js';
import { targetTable } from '../report/target-table.js';
import { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { makeShop, type Shop } from '../world/shops.js';
import { Scenario, type SizeResult } from './scenario.js';

const ROUNDS = 4;
const SECONDS = 5;
const MILLIONS = [0.1, 1, 5];
/** Rows, indexes and the log of what was written, roughly. */
const BYTES_PER_CONVERSION = 6000;

export interface GrowthResult extends Environment {
  sizes: SizeResult[];
  targets: Target[];
  problems: string[];
}

/** @returns whether everything went as it should, targets apart */
export async function growth(end: End, options: Options): Promise<boolean> {
  const millions = options.sizes.length > 0 ? options.sizes : MILLIONS;
  const sizes = millions.map((size) => Math.round(size * 1e6)).sort((a, b) => a - b);
  // Loading millions of rows must not be one checkpoint after the other.
  const cluster = await Cluster.start(end, { max_wal_size: '4GB' });
  refuseIfTooSmall(cluster.folder, Math.max(...sizes));
  const lengths = { rounds: options.rounds ?? ROUNDS, seconds: options.seconds ?? SECONDS };
  const results: SizeResult[] = [];
  const problems: string[] = [];
  for (const { name, shops } of ways()) {
    const scenario = new Scenario(end, cluster, { name, shops, sizes, ...lengths });
    results.push(...(await scenario.run()));
    problems.push(...scenario.problems);
  }
  sayNothing();
  const targets = results
    .filter(({ conversions }) => conversions === sizes.at(-1))
    .map(({ scenario, conversions, requestsPerSecond, base }) => {
      const what = `${scenario}: throughput with ${number(conversions)} conversions ÷ with ${number(sizes[0])}`;
      return atLeast(what, 0.85, requestsPerSecond, base.requestsPerSecond) as Target;
    });
  const result = { sizes: results, targets, problems, ...(await environment(cluster, null)), ...lengths };
  writeResult('latest-growth', result, reportOf(result));
  return problems.length === 0;
}

function ways(): { name: string; shops: Shop[] }[] {
  const small = { campaigns: 2, affiliates: 20 };
  return [
    { name: 'one_merchant', shops: [makeShop(0, { campaigns: 5, affiliates: 200 })] },
    {
      name: 'thousand_merchants',
      shops: Array.from({ length: 1000 }, (_, number) => makeShop(number, small)),
    },
  ];
}

/** @throws Error before half an hour is lost */
function refuseIfTooSmall(folder: string, conversions: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = conversions * BYTES_PER_CONVERSION;
  if (bavail * bsize > needed) return;
  throw new Error(`${figure(needed / 1e9)} GB of disk are needed for ${number(conversions)} conversions.`);
}

function reportOf(result: GrowthResult & { rounds: number; seconds: number }): string {
  const { date, machine, rounds, seconds, problems } = result;
  return [
    `${date}, ${machine}. 64 connections, medians of ${rounds} rounds of ${seconds} s each, in turns with a database of the first size.`,
    table([
      [
        'merchants',
        'conversions',
        'orders a second',
        '÷ first size',
        'p50 ms',
        'p99 ms',
        'p99 at first size',
        'GB',
        'loaded in s',
      ],
      ...result.sizes.map((size) => [
        size.scenario.replace('_', ' '),
        number(size.conversions),
        number(size.requestsPerSecond),
        ratio(size.requestsPerSecond, size.base.requestsPerSecond),
        figure(size.p50Ms),
        figure(size.p99Ms),
        figure(size.base.p99Ms),
        figure(size.databaseBytes / 1e9),
        number(size.loadSeconds),
      ]),
    ]),
    targetTable(result.targets),
    problems.length === 0
      ? 'Every order acknowledged with 201 is in its database; no other reply was seen.'
      : `**Problems**\n\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  ].join('\n\n');
}
