// The same table as over HTTP, for who sits at the machine.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportCommand } from '#cli/export.command.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { insertManyConversions } from '../../support/many-conversions.js';
import { callCommand, urlOf, type Ended } from './calling.js';

let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refcampaign-export-'));
  app = await startApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
  for (const affiliateCode of [link.code, null, link.code]) {
    const body = app.make.order({ affiliateCode, metadata: { note: '=1+1, "quoted"' } });
    await app.api.expect('recordPostback', 201, { as: merchant.test, body });
  }
  await insertManyConversions(app.rows, merchant.id, 'test', 2500);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const call = (args: string): Promise<Ended> =>
  callCommand(exportCommand, args, { DATABASE_URL: urlOf(app.gate.address) });
const mine = (args: string) => call(`--merchant ${toPublicId('mer', merchant.id)} ${args}`);

async function overHttp(query: Record<string, string>): Promise<string> {
  const address = `${app.api.baseUrl}/api/v1/conversions/export?${new URLSearchParams(query).toString()}`;
  const reply = await fetch(address, { headers: { authorization: `Bearer ${merchant.test}` } });
  expect(reply.status).toBe(200);
  return reply.text();
}

describe('npm run export', () => {
  it('writes what the API answers, byte for byte, over several pages', async () => {
    const { code, stdout, stderr } = await mine('--mode test');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\r\n')).toHaveLength(1 + 2503 + 1);
    expect(stdout).toBe(await overHttp({}));
  });

  it('filters as the API does', async () => {
    for (const [args, query] of [
      ['--status UNATTRIBUTED', { status: 'UNATTRIBUTED' }],
      [`--affiliate ${link.affiliateId}`, { affiliateId: link.affiliateId }],
      [`--campaign ${link.campaignId}`, { campaignId: link.campaignId }],
      [
        '--from 2026-01-01T00:00:00Z --to 2026-01-01T00:10:00Z',
        { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:10:00Z' },
      ],
    ] as const) {
      const { stdout } = await mine(`--mode test ${args}`);
      expect(stdout).toBe(await overHttp(query));
      expect(stdout.split('\r\n').length).toBeGreaterThan(2);
    }
  });

  it('writes to a file, which is there when it is whole', async () => {
    const file = join(folder, 'conversions.csv');
    const ended = await mine(`--mode test --status ATTRIBUTED --output ${file}`);
    expect(ended).toEqual({ code: 0, stdout: '', stderr: `${file} was written.\n` });
    expect(readFileSync(file, 'utf8')).toBe(await overHttp({ status: 'ATTRIBUTED' }));
    expect(readdirSync(folder)).toEqual(['conversions.csv']);
  });

  it('has only the header where there is nothing; live unless told', async () => {
    const { stdout } = await mine('');
    expect(stdout.split('\r\n')).toEqual([expect.stringMatching(/^conversionId,externalId,/), '']);
  });

  it('a file that cannot be written, or a merchant that is none, ends with 1 and one line', async () => {
    const nowhere = join(folder, 'nowhere', 'x.csv');
    const { code, stderr } = await mine(`--output ${nowhere}`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^export: ENOENT.*\n$/);
    expect(existsSync(nowhere)).toBe(false);
    expect(await call(`--merchant ${toPublicId('mer', newId())}`)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'export: There is no merchant with this id.\n',
    });
  });

  const nobody = `--merchant ${toPublicId('mer', newId())}`;
  it.each([
    '',
    '--merchant cmp_1',
    `${nobody} --mode both`,
    `${nobody} --status PAID`,
    `${nobody} --affiliate cmp_1`,
    `${nobody} --campaign x`,
    `${nobody} --from yesterday`,
    `${nobody} --from 2026-02-01T00:00:00Z --to 2026-01-01T00:00:00Z`,
    `${nobody} --json`,
  ])('%s was called wrongly: 2', async (args) => {
    const { code, stdout } = await call(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
