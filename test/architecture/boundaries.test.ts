// Who may import whom (boundaries.mjs): held by src/, and by nothing that breaks it. Every rule must bite on a fixture.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import config from './boundaries.mjs';

const root = resolve(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const rules = join(root, 'test/architecture/boundaries.mjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** What the rules find in a project's src/, as `rule: from → to`. */
async function violationsIn(project: string): Promise<string[]> {
  const run = promisify(execFile)(
    process.execPath,
    [cruiser, '--config', rules, '--output-type', 'json', 'src'],
    { cwd: project, maxBuffer: 64 * 1024 * 1024 },
  );
  // It exits with the number of errors; the report is on standard output all the same.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(10);
  return summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to.replace(/.*node_modules/, 'node_modules')}`,
  );
}

it('src/ keeps within its boundaries', async () => {
  expect(await violationsIn(root)).toEqual([]);
});

/** Files of a project that breaks every rule once: what a file imports, and the rule that must name it. */
const fixture: [file: string, imports: string, rule: string | null][] = [
  ['contract/failure.ts', '', null],
  ['contract/operation.ts', '../logging/log.js', null],
  ['contract/bad.ts', '../config.js', 'contract-knows-no-feature'],
  ['contract/bad-feature.ts', '../work-rows/work.js', 'no-import-upwards-from-contract'],
  ['logging/log.ts', '../time-budget.js', null],
  ['config.ts', '', null],
  ['clock.ts', '', null],
  ['time-units.ts', '', null],
  ['time-budget.ts', './clock.js', 'no-import-upwards-from-time-budget'],
  ['poll.ts', './time-budget.js', null],
  ['database/database.ts', 'pg', null],
  ['database/bad.ts', '../app.module.js', 'no-import-upwards-from-contract'],
  ['work-rows/work.ts', '../database/database.js', null],
  ['work-rows/bad.ts', '../conversions/conversions.service.js', 'no-import-upwards-from-work-rows'],
  ['merchants/merchants.service.ts', './merchants.repository.js', null],
  ['merchants/merchants.repository.ts', 'typeorm', null],
  ['merchants/merchant.entity.ts', 'typeorm', null],
  ['merchants/bad.ts', '../api-keys/caller.js', 'no-import-upwards-from-merchants'],
  ['api-keys/caller.ts', '../merchants/merchants.service.js', null],
  ['api-keys/bad-rows.ts', '../merchants/merchants.repository.js', 'features-keep-their-rows'],
  ['api-keys/bad-entity.ts', '../merchants/merchant.entity.js', 'features-keep-their-rows'],
  ['api-keys/bad.ts', '../campaigns/campaigns.lookup.js', 'no-import-upwards-from-api-keys'],
  ['campaigns/campaigns.lookup.ts', '../api-keys/caller.js', null],
  ['campaigns/campaign.reply.ts', '', null],
  ['campaigns/campaigns.controller.ts', './campaign.reply.js', null],
  ['campaigns/bad.ts', '../affiliates/affiliates.lookup.js', 'no-import-upwards-from-campaigns'],
  ['affiliates/affiliates.lookup.ts', '../campaigns/campaigns.lookup.js', null],
  ['affiliates/bad-reply.ts', '../campaigns/campaign.reply.js', 'features-keep-their-rows'],
  ['affiliates/bad-controller.ts', '../campaigns/campaigns.controller.js', 'features-keep-their-rows'],
  ['affiliates/bad.ts', '../tracking/click.js', 'no-import-upwards-from-affiliates'],
  ['tracking/click.ts', '../affiliates/affiliates.lookup.js', null],
  ['tracking/bad.ts', '../attribution/decide.js', 'no-import-upwards-from-tracking'],
  ['attribution/decide.ts', './facts.js', null],
  ['attribution/facts.ts', '../time-units.js', null],
  ['attribution/bad.ts', '../database/database.js', 'attribution-is-pure'],
  ['attribution/bad-node.ts', 'node:crypto', 'attribution-is-pure'],
  ['attribution/bad-upwards.ts', '../commissions/commission.js', 'no-import-upwards-from-attribution'],
  ['commissions/commission.ts', '../attribution/facts.js', null],
  ['commissions/bad.ts', '../conversions/conversions.service.js', 'no-import-upwards-from-commissions'],
  ['conversions/conversions.service.ts', '../commissions/commission.js', null],
  ['conversions/bad-typeorm.ts', 'typeorm', 'typeorm-in-its-places'],
  ['conversions/bad-pg.repository.ts', 'pg', 'pg-in-its-place'],
  ['conversions/bad-typo.ts', './no-such-file.js', 'everything-resolves'],
  ['conversions/bad-circle-a.ts', './bad-circle-b.js', 'no-cycles'],
  ['conversions/bad-circle-b.ts', './bad-circle-a.js', 'no-cycles'],
  ['conversions/bad.ts', '../demo/demo.service.js', 'no-import-upwards-from-conversions'],
  ['demo/demo.service.ts', '../conversions/conversions.service.js', null],
  ['refunds/bad.ts', '../payouts/payouts.service.js', 'no-import-upwards-from-refunds'],
  ['payouts/payouts.service.ts', '', null],
  ['payouts/bad.ts', '../analytics/analytics.module.js', 'no-import-upwards-from-payouts'],
  ['analytics/analytics.module.ts', '../campaigns/campaigns.lookup.js', null],
  ['analytics/bad.ts', '../demo/demo.service.js', 'no-import-upwards-from-analytics'],
  ['demo/bad.ts', '../service.js', 'no-import-upwards-from-demo'],
  ['cli/keys.command.ts', '../merchants/merchants.repository.js', null],
  ['app.module.ts', '../src/campaigns/campaigns.controller.js', null],
  ['entities.ts', './merchants/merchant.entity.js', null],
  ['service.ts', './app.module.js', null],
  ['main.ts', './merchants/merchants.repository.js', 'the-top-keeps-out-of-rows'],
  ['vouchers/vouchers.service.ts', '../clock.js', null],
  ['cli/bad.ts', '../vouchers/vouchers.service.js', 'every-file-has-its-layer'],
];

describe('a project that breaks every rule', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'boundaries-'));
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    for (const [file, imports] of fixture) {
      const path = join(project, 'src', file);
      mkdirSync(dirname(path), { recursive: true });
      // A type-only import counts like any other.
      writeFileSync(
        path,
        imports === ''
          ? 'export type A = 1;\n'
          : `import type { A } from '${imports}';\nexport type B = A;\n`,
      );
    }
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('is caught at each of them, and nowhere else', async () => {
    const found = await violationsIn(project);
    // Of a cycle one import is named, not each of them.
    const caught = (rule: string, file: string) =>
      found.some((line) => line.startsWith(`${rule}: `) && line.includes(`src/${file}`));
    const missed = fixture.filter(([file, , rule]) => rule !== null && !caught(rule, file));
    expect(missed).toEqual([]);
    const guilty = new Set(found.map((line) => /: src\/(\S+) →/.exec(line)?.[1]));
    expect(fixture.filter(([file, , rule]) => rule === null && guilty.has(file))).toEqual([]);
  });

  it('breaks every rule there is', () => {
    const broken = new Set(fixture.map(([, , rule]) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});
