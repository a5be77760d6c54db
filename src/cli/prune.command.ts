// npm run prune: deletes what nothing can ask for any more. Never touches conversions.
import type { Command } from 'commander';
import { SystemClock, type Clock } from '#platform/time/clock.js';
import { loadConfig } from '#config.js';
import type { Database } from '#platform/database/database.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import { Pruning, type PruneOptions } from '#tracking/clicks/pruning.js';
import { ToldPruning } from '#integrations/webhooks/retention/told-pruning.js';
import { makeProgram, onDatabase, write, type CommandLine, type OutputOptions } from './command-line.js';

const PORTION = 5000;

interface Report {
  dryRun: boolean;
  /** Clicks, and sessions without one, from before this moment went. */
  clicksBefore: string;
  identitiesBefore: string;
  clicks: number;
  sessions: number;
  pendingIdentities: number;
  /** Events, and deliveries of them, from before this moment went. */
  eventsBefore: string;
  events: number;
  deliveries: number;
}

/** The prune command, ready to be run. @param portion rows looked at in one transaction. */
export function pruneCommand(
  line: CommandLine,
  clock: Clock = new SystemClock(),
  portion = PORTION,
): Command {
  return makeProgram(
    'prune',
    'Deletes clicks older than CLICK_RETENTION_DAYS with the sessions they leave empty, identities that waited a week for their session, and events with their deliveries after 30 days.',
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
  const merchants = await new MerchantsService(database, new MerchantsRepository()).list();
  const ids = merchants.map(({ id }) => id);
  const { clicksBefore, identitiesBefore, ...counted } = await new Pruning(database, options).all(
    ids,
    now,
    days,
  );
  const { eventsBefore, events, deliveries } = await new ToldPruning(database, options).all(now);
  return {
    dryRun: options.dryRun,
    clicksBefore: clicksBefore.toISOString(),
    identitiesBefore: identitiesBefore.toISOString(),
    ...counted,
    eventsBefore: eventsBefore.toISOString(),
    events,
    deliveries,
  };
}

function toWords(report: Report): string {
  return `${report.dryRun ? 'Would delete' : 'Deleted'}:
  ${report.clicks} clicks from before ${report.clicksBefore}
  ${report.sessions} sessions that no click is left of
  ${report.pendingIdentities} identities that waited for their session since before ${report.identitiesBefore}
  ${report.events} events and ${report.deliveries} deliveries from before ${report.eventsBefore}`;
}
