// Who may import whom (boundaries.mjs): held by src/, and by nothing that breaks it. Every rule must bite on a fixture.
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import config, { layers, map } from './boundaries.mjs';

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

it('CONTRIBUTING.md shows the modules in their order', () => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').replace(/\s+/g, ' ');
  const folders = layers.flat().flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []);
  const modules = [...new Set(folders)].map((name) => `\`${name}\``);
  expect(text).toContain(`Low to high: ${modules.join(' ← ')}. `);
});

it('the map says of everything what it is for, and everything in it is there', () => {
  const entries = map.flatMap((layer) => Object.entries(layer));
  expect(entries.filter(([path]) => !existsSync(join(root, 'src', path)))).toEqual([]);
  expect(entries.filter(([, what]) => what.length < 10)).toEqual([]);
});

const foldersOf = (layer: string[]) => layer.filter((path) => path.endsWith('/'));

/** Of every folder a file that imports from the layer above, which has something to import. */
const upwards = layers.slice(0, -1).flatMap((layer, index) => {
  const [above = ''] = foldersOf(layers[index + 1]!);
  const rule = `no-import-upwards-from-${layer[0]!.replace(/\/$/, '')}`;
  return [
    [`${above}above.ts`, '', null] as const,
    ...foldersOf(layer).map((folder) => [`${folder}upwards.ts`, `#${above}above.js`, rule] as const),
  ];
});

/** Files of a project that breaks every rule once: what a file imports, and the rule that must name it. */
const fixture: (readonly [file: string, imports: string, rule: string | null])[] = [
  ...upwards,
  ['platform/errors/failure.ts', '', null],
  ['platform/contract/operation.ts', '#platform/logging/log.js', null],
  ['platform/contract/bad.ts', '#config.js', 'contract-knows-no-feature'],
  ['platform/http/bad.ts', '#platform/database/database.js', 'contract-knows-no-feature'],
  ['platform/values/ids.ts', '#platform/errors/failure.js', null],
  ['platform/http/body.ts', '#platform/contract/operation.js', null],
  ['platform/logging/log.ts', '#platform/time/time-budget.js', null],
  ['config.ts', '', null],
  ['platform/time/clock.ts', '', null],
  ['platform/time/time-budget.ts', './clock.js', null],
  ['platform/database/database.ts', 'pg', null],
  ['platform/jobs/job.ts', '#platform/database/database.js', null],
  ['accounts/merchants/merchants.service.ts', './merchants.repository.js', null],
  ['accounts/merchants/merchants.repository.ts', 'typeorm', null],
  ['accounts/merchants/merchant.entity.ts', 'typeorm', null],
  ['accounts/merchants/caller.ts', '', null],
  ['accounts/api-keys/key-text.ts', '#accounts/merchants/merchants.service.js', null],
  [
    'accounts/api-keys/bad-rows.ts',
    '#accounts/merchants/merchants.repository.js',
    'features-keep-their-rows',
  ],
  ['accounts/api-keys/bad-entity.ts', '../merchants/merchant.entity.js', 'features-keep-their-rows'],
  ['program/campaigns/campaigns.facade.ts', '#accounts/merchants/caller.js', null],
  ['program/campaigns/campaign.reply.ts', '', null],
  ['program/campaigns/campaigns.controller.ts', './campaign.reply.js', null],
  ['program/affiliates/affiliates.facade.ts', '#program/campaigns/campaigns.facade.js', null],
  ['program/affiliates/bad-reply.ts', '#program/campaigns/campaign.reply.js', 'features-keep-their-rows'],
  [
    'program/affiliates/bad-controller.ts',
    '../campaigns/campaigns.controller.js',
    'features-keep-their-rows',
  ],
  ['tracking/clicks/click.ts', '#program/affiliates/affiliates.facade.js', null],
  ['earnings/history/history.ts', '', null],
  ['earnings/commissions/commission.ts', '#program/campaigns/campaigns.facade.js', null],
  ['earnings/payouts/payouts.service.ts', '#earnings/commissions/commission.js', null],
  [
    'earnings/payouts/bad-clicks.ts',
    '#tracking/clicks/click.js',
    'tracking-and-earnings-do-not-know-each-other',
  ],
  ['conversions/attribution/decide.ts', './facts.js', null],
  ['conversions/attribution/facts.ts', '#platform/time/time-units.js', null],
  ['platform/time/time-units.ts', '', null],
  ['conversions/attribution/bad.ts', '#platform/database/database.js', 'attribution-is-pure'],
  ['conversions/attribution/bad-node.ts', 'node:crypto', 'attribution-is-pure'],
  ['conversions/recording/conversions.service.ts', '#earnings/commissions/commission.js', null],
  ['conversions/recording/bad-typeorm.ts', 'typeorm', 'typeorm-in-its-places'],
  ['conversions/recording/bad-pg.repository.ts', 'pg', 'pg-in-its-place'],
  ['conversions/recording/bad-typo.ts', '#platform/no-such-file.js', 'everything-resolves'],
  ['conversions/refunds/refunds.service.ts', '#conversions/recording/conversions.service.js', null],
  ['conversions/analytics/analytics.module.ts', '#program/campaigns/campaigns.facade.js', null],
  ['pages/serving/kept-files.ts', '', null],
  ['pages/docs/pages.ts', '', null],
  ['pages/dashboard/built-dashboard.ts', '', null],
  ['demo/demo.service.ts', '#conversions/recording/conversions.service.js', null],
  ['demo/bad-rows.ts', '#accounts/merchants/merchants.repository.js', 'demo-keeps-out-of-rows'],
  ['cli/keys.command.ts', '#accounts/merchants/merchants.repository.js', null],
  ['app.module.ts', '#program/campaigns/campaigns.controller.js', null],
  ['service.ts', './app.module.js', null],
  ['main.ts', '#accounts/merchants/merchants.repository.js', 'the-top-keeps-out-of-rows'],
  ['boot/boot.ts', '#service.js', null],
  ['boot/bad.ts', '#accounts/merchants/merchants.repository.js', 'the-top-keeps-out-of-rows'],
  ['accounts/vouchers/vouchers.service.ts', '#platform/time/clock.js', null],
  ['cli/bad.ts', '#accounts/vouchers/vouchers.service.js', 'every-file-has-its-layer'],
];

describe('a project that breaks every rule', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'boundaries-'));
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    copyFileSync(join(root, 'package.json'), join(project, 'package.json')); // it says what #platform/… means
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
