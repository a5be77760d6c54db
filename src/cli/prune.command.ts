// npm run prune: deletes what nothing can ask for any more. Never touches conversions.
import type { Command } from 'commander';
import { SystemClock, type Clock } from '#platform/time/clock.js';
import { loadConfig } from '#config.js';
import { lowestIdAt } from '#platform/values/ids.js';
import type { Database } from '#platform/database/database.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { makeProgram, onDatabase, write, type CommandLine, type OutputOptions } from './command-line.js';
import { Pruning, type PruneOptions } from './pruning.js';

/** As long as the service itself heeds an identity whose session it does not know. */
const IDENTITY_DAYS = 7;
const PORTION = 5000;

interface Report {
  dryRun: boolean;
  /** Clicks, and sessions without one, from before this moment went. */
  clicksBefore: string;
  identitiesBefore: string;
  clicks: number;
  sessions: number;
  pendingIdentities: number;
}

/** The prune command, ready to be run. @param portion rows looked at in one transaction. */
export function pruneCommand(
  line: CommandLine,
  clock: Clock = new SystemClock(),
  portion = PORTION,
): Command {
  return makeProgram(
    'prune',
    'Deletes clicks older than CLICK_RETENTION_DAYS with the sessions they leave empty, and identities that waited a week for their session.',
    line,
  )
    .option('--dry-run', 'count, and delete nothing')
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { dryRun?: true }) => {
      const { clickRetentionDays } = loadConfig(line.environment);
      const now = clock.now();
      const report = await onDatabase(line, (database) =>
        prune(database, now, clickRetentionDays, { dryRun: options.dryRun ?? false, portion }),
      );
      write(line, options, report, toWords(report));
    });
}

async function prune(database: Database, now: Date, days: number, options: PruneOptions): Promise<Report> {
  const pruning = new Pruning(database, options);
  const at = new Date(now.getTime() - days * DAY_MS);
  const identitiesBefore = new Date(now.getTime() - IDENTITY_DAYS * DAY_MS);
  let [clicks, sessions] = [0, 0];
  const merchants = new MerchantsService(database, new MerchantsRepository());
  for (const { id: merchantId } of await merchants.list()) {
    for (const mode of ['live', 'test'] as const) {
      const pruned = await pruning.clicks({ merchantId, mode }, { at, id: lowestIdAt(at) });
      clicks += pruned.clicks;
      sessions += pruned.sessions;
    }
  }
  return {
    dryRun: options.dryRun,
    clicksBefore: at.toISOString(),
    identitiesBefore: identitiesBefore.toISOString(),
    clicks,
    sessions,
    pendingIdentities: await pruning.identities(identitiesBefore),
  };
}

function toWords(report: Report): string {
  return `${report.dryRun ? 'Would delete' : 'Deleted'}:
  ${report.clicks} clicks from before ${report.clicksBefore}
  ${report.sessions} sessions that no click is left of
  ${report.pendingIdentities} identities that waited for their session since before ${report.identitiesBefore}`;
}
