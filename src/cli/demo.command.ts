// npm run demo: ninety days of a programme for the demo merchant, to look at.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { randomInt } from 'node:crypto';
import { AffiliatesService } from '#program/affiliates/affiliates.service.js';
import { EnrolmentService } from '#program/affiliates/enrolment.service.js';
import { AppModule } from '#app.module.js';
import { CampaignsService } from '#program/campaigns/campaigns.service.js';
import { Clock } from '#platform/time/clock.js';
import { ApproveCommissionsService } from '#earnings/commissions/approve-commissions.service.js';
import { localUrl, type Config } from '#config.js';
import { FrontDoor } from '#platform/http/front-door.js';
import { createContractApp } from '#platform/http/http.js';
import { toPublicId } from '#platform/values/ids.js';
import { ConversionsService } from '#conversions/recording/conversions.service.js';
import type { DataSource } from '#platform/database/data-source.js';
import { Database } from '#platform/database/database.js';
import type { Mode } from '#platform/database/tenant.js';
import { DemoRepository } from '#demo/demo.repository.js';
import { DEMO_MERCHANT, DemoService } from '#demo/demo.service.js';
import { DemoFiller, type Filled, type FillerParts } from '#demo/filler.js';
import { createLog } from '#platform/logging/log.js';
import { CreatePayoutService } from '#earnings/payouts/create-payout.service.js';
import { MarkPayoutPaidService } from '#earnings/payouts/mark-payout-paid.service.js';
import { RefundsService } from '#conversions/refunds/refunds.service.js';
import { RecordClicksService } from '#tracking/clicks/record-clicks.service.js';
import { RecordIdentitiesService } from '#tracking/clicks/record-identities.service.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { makeProgram, write, type CommandLine, type OutputOptions } from './command-line.js';
import { OperatorChanges } from './operator-changes.js';
import { progressBar } from './progress.js';
import { withDataSource } from './with-database.js';

interface DemoOptions extends OutputOptions {
  orders: number;
  mode: Mode;
  seed?: number;
}

interface Report extends Filled {
  merchantId: string;
  mode: Mode;
  seed: number;
  run: string;
  seconds: number;
  key: string;
  /** The demo merchant's own keys, if it was made by this very command. */
  firstKeys: Record<Mode, string> | null;
  /** Where the service answers when it runs. */
  address: string;
}

/** The demo command, ready to be run. */
export function demoCommand(line: CommandLine): Command {
  return makeProgram(
    'demo',
    'Fills the demo merchant with ninety days of a programme; no other merchant.',
    line,
  )
    .option('--orders <number>', 'how many orders, 1 to 1000000', wholeNumber(1, 1_000_000), 10_000)
    .addOption(new Option('--mode <mode>', 'in which mode').choices(['live', 'test']).default('test'))
    .option('--seed <number>', 'the same seed tells the same story', wholeNumber(0, 4_294_967_295))
    .option('--json', 'print JSON only')
    .action(async (options: DemoOptions) => {
      const say = (message: string) => line.stderr(`${message}\n`);
      const report = await withDataSource(line.environment, say, (dataSource, config) =>
        fill(line, dataSource, config, options),
      );
      write(line, options, report, toWords(report));
    });
}

/** Runs the whole service for it, but for its port. */
async function fill(
  line: CommandLine,
  dataSource: DataSource,
  config: Config,
  { orders, mode, seed = randomInt(4_294_967_296) }: DemoOptions,
): Promise<Report> {
  const log = createLog('warn', { write: (text) => line.stderr(text) });
  const app = await createContractApp(AppModule.with(config, log, dataSource), new FrontDoor());
  const of = <Part>(part: abstract new (...args: never[]) => Part): Part => app.get(part, { strict: false });
  try {
    const demo = await of(DemoService).createOnce();
    const firstKeys = demo && { live: demo.live.key, test: demo.test.key };
    const tenant = { merchantId: DEMO_MERCHANT, mode };
    const run = randomInt(36 ** 6, 36 ** 7).toString(36);
    const startedAt = performance.now();
    const progress = progressBar(line, 'orders', orders);
    const filled = await new DemoFiller(partsOf(of)).fill({ tenant, orders, seed, run, progress });
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const { key } = await new OperatorChanges(of(Database)).makeKey({ ...tenant, name: 'Demo data' });
    const merchantId = toPublicId('mer', DEMO_MERCHANT);
    const address = localUrl(config.host, config.port);
    return { merchantId, mode, seed, run, seconds, ...filled, key, firstKeys, address };
  } finally {
    await app.close();
  }
}

function partsOf(of: <Part>(part: abstract new (...args: never[]) => Part) => Part): FillerParts {
  return {
    campaigns: of(CampaignsService),
    affiliates: of(AffiliatesService),
    enrolment: of(EnrolmentService),
    clicks: of(RecordClicksService),
    identities: of(RecordIdentitiesService),
    conversions: of(ConversionsService),
    jobs: of(JobQueue),
    refunds: of(RefundsService),
    approvals: of(ApproveCommissionsService),
    payer: of(CreatePayoutService),
    payments: of(MarkPayoutPaidService),
    database: of(Database),
    repository: new DemoRepository(),
    clock: of(Clock),
  };
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}

function toWords(report: Report): string {
  const { orders, commissions, key, firstKeys, address, merchantId, mode } = report;
  const counted = orders.map(({ matchedBy, count }) => `  ${matchedBy ?? 'nobody'}: ${count}`).join('\n');
  const earned = commissions
    .map(({ currency, count, amount }) => `  ${amount} ${currency} on ${count} orders`)
    .join('\n');
  const first = firstKeys
    ? `\nThe demo merchant was made. Its own keys are shown this once:\n\n  test  ${firstKeys.test}\n  live  ${firstKeys.live}\n`
    : '';
  const total = orders.reduce((sum, { count }) => sum + count, 0);
  return `${total} orders and ${report.clicks} clicks of 90 days in ${report.seconds} s, for ${merchantId} (${mode}), ${report.campaigns} campaigns and ${report.affiliates} affiliates.

Attributed by
${counted}

Commissions, in minor units, as they were earned
${earned}

Since then: ${report.refunds} refunds, ${report.approved} commissions approved, ${report.payouts} payouts.

A key to look at them, shown this once:

  ${key}

  curl -s '${address}/api/v1/conversions?limit=3' -H 'Authorization: Bearer ${key}'
  curl -s '${address}/api/v1/conversions?externalId=demo-${report.run}-1' -H 'Authorization: Bearer ${key}'
  curl -s '${address}/api/v1/affiliates' -H 'Authorization: Bearer ${key}'
  curl -s '${address}/api/v1/payouts?status=PENDING' -H 'Authorization: Bearer ${key}'
${first}
The same story again, as other orders: npm run demo -- --orders ${total} --seed ${report.seed}`;
}
