// The client's package as its users meet it: packed, installed, type-checked, run; and what its pages show does what they say.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemAffectsResolutionKind } from '@arethetypeswrong/core/problems';
import { sharedApp, type SharedApp } from '../support/app.js';
import { fencesOf, packClient, runNode, tool, type PackedClient } from '../support/packed-client.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = [
  'clients/typescript/README.md',
  'web/docs/guides/en/typescript-client.md',
  'web/docs/guides/fr/typescript-client.md',
];

const CONSUMER = `
import { RefCampaign, type PostbackResult, type Conversion, NotFoundError } from '@refcampaign/api-client';
const client = new RefCampaign({ apiKey: 'rc_test_x', baseUrl: 'http://127.0.0.1:1', maxRetries: 0 });
export async function record(): Promise<PostbackResult> {
  const { data, status } = await client.recordPostback({
    externalId: 'a', conversionType: 'SALE', amount: 1, currency: 'EUR', dryRun: true,
  });
  const known: 200 | 201 = status;
  return known === 201 ? data : data;
}
export async function each(): Promise<Conversion[]> {
  const found: Conversion[] = [];
  for await (const conversion of client.listConversions()) found.push(conversion);
  return found;
}
// @ts-expect-error a misspelt field is no surprise for the order, but for the compiler
export const misspelt = () => client.recordPostback({ externalID: 'a', conversionType: 'SALE', amount: 1, currency: 'EUR' });
// @ts-expect-error an amount is a number
export const wrong = () => client.recordPostback({ externalId: 'a', conversionType: 'SALE', amount: '1', currency: 'EUR' });
// @ts-expect-error an id is needed
export const nameless = () => client.getCampaign();
if (!(NotFoundError.prototype instanceof Error)) throw new Error('no class');
await client.ping().catch((error: unknown) => console.log(String(error)));
`;
/** As callers write who have a value or not. */
const EXACT = `
import { RefCampaign, type RecordPostbackBody, type CallOptions, type ListConversionsQuery } from '@refcampaign/api-client';
declare const [text, count, flag]: [string | undefined, number | undefined, boolean | undefined];
declare const signal: AbortSignal | undefined;
const client = new RefCampaign({ apiKey: 'rc_test_x', baseUrl: 'http://127.0.0.1:1', timeoutMs: count, maxRetries: count, fetch: undefined });
const options: CallOptions = { signal, timeoutMs: count, maxRetries: count, requestId: text };
const body: RecordPostbackBody = {
  externalId: 'a', conversionType: 'SALE', amount: 1, currency: 'EUR', sessionId: text, metadata: undefined, isSynthetic: flag,
};
const query: ListConversionsQuery = { externalId: text, status: undefined, limit: count, cursor: text };
export const calls = () => [
  client.recordPostback({ ...body, dryRun: flag }, options),
  client.createCampaign({ name: 'a', landingUrl: 'b', commissionType: 'FIXED', commissionRate: 1, tiers: undefined, status: undefined }),
  client.updateCampaign('a', { status: undefined }),
  client.listConversions(query, options),
  client.exportConversions({ from: text }),
];
`;
const COMMON_JS = `
async function main(): Promise<void> {
  const { RefCampaign, VERSION } = await import('@refcampaign/api-client');
  console.log(typeof RefCampaign, VERSION);
}
void main();
`;

/** Says of each sample that it came to its end; one that fails ends the process, with its stack. */
const RUN_EACH = `
for (const name of process.argv.slice(2)) {
  await import('./out/' + name + '.mjs');
  console.log('\\n## ' + name + ' is done');
}
`;

let app: SharedApp;
let client: PackedClient;
let samples: string[];

beforeAll(async () => {
  [app, client] = await Promise.all([sharedApp(), packClient()]);
  writeFileSync(join(client.project, 'consumer.mts'), CONSUMER);
  samples = PAGES.flatMap((page, at) =>
    fencesOf(page, 'ts').map((code, index) => {
      const name = `sample-${at}-${index}`;
      writeFileSync(
        join(client.project, `${name}.mts`),
        code.replaceAll('http://127.0.0.1:3000', app.api.baseUrl),
      );
      return name;
    }),
  );
});

afterAll(() => client.remove());

it('holds the built client, its README and its licence, and nothing else', () => {
  const other = client.files.filter((path) => !/^dist\/[\w/-]+\.(js|d\.ts)$/.test(path));
  expect(other).toEqual(['LICENSE', 'README.md', 'package.json']);
  expect(client.files).toContain('dist/index.d.ts');
});

it('has the contract’s version, this project’s licence, and no dependency', () => {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
  const written = JSON.parse(read('clients/typescript/package.json')) as Record<string, unknown>;
  const { info } = JSON.parse(read('generated/openapi.json')) as { info: { version: string } };
  expect(written['version']).toBe(info.version);
  expect(Object.keys(written).filter((field) => /dependencies/i.test(field))).toEqual([]);
  expect(read('clients/typescript/LICENSE')).toBe(read('LICENSE'));
});

it('publint finds nothing', async () => {
  const publint = await runNode([tool('publint/src/cli.js'), 'run', client.tarball, '--strict'], ROOT);
  expect(publint).toEqual({ code: 0, output: expect.stringContaining('All good!') as string });
});

it('its types say what its code does, wherever ES modules are resolved', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(client.tarball)));
  if (!analysis.types) throw new Error('the package has no types');
  expect(analysis.entrypoints['.']?.resolutions.bundler.resolution?.fileName).toMatch(/index\.d\.ts$/);
  // Like the client itself, CommonJS and resolution of before ES modules are left out.
  const kinds = ['bundler', 'node16-esm'] as const;
  const problems = analysis.problems.filter((problem) =>
    kinds.some((kind) => problemAffectsResolutionKind(problem, kind, analysis)),
  );
  expect(problems).toEqual([]);
});

it('type-checks where a bundler resolves it, with the types of a browser and none of Node', () => {
  const options = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], noEmit: true };
  expect(client.compile(['consumer.mts'], options)).toBe('');
});

it('takes undefined for what may be left out, where optional properties are exact', () => {
  writeFileSync(join(client.project, 'exact.mts'), EXACT);
  const options = {
    module: 'nodenext',
    exactOptionalPropertyTypes: true,
    lib: ['es2022', 'dom'],
    noEmit: true,
  };
  expect(client.compile(['exact.mts', 'consumer.mts'], options)).toBe('');
});

it('type-checks and runs in Node, from ES modules and from CommonJS, and so does every sample', async () => {
  writeFileSync(join(client.project, 'common.cts'), COMMON_JS);
  expect(client.compile(['*.mts', '*.cts'], { module: 'nodenext', types: ['node'] })).toBe('');
  const run = (name: string, environment = {}) => runNode([join('out', name)], client.project, environment);
  const [consumer, common] = await Promise.all([run('consumer.mjs'), run('common.cjs')]);
  expect(consumer).toEqual({
    code: 0,
    output: 'ConnectionError: ping had no whole reply: the connection to http://127.0.0.1:1 failed.\n',
  });
  expect(common).toEqual({ code: 0, output: 'function 0.2.0\n' });

  expect(samples.length).toBeGreaterThan(4);
  const REFCAMPAIGN_KEY = (await app.make.merchant()).test;
  const { campaignId } = await app.make.campaign(REFCAMPAIGN_KEY);
  await app.api.expect('createAffiliate', 201, {
    as: REFCAMPAIGN_KEY,
    body: { email: 'summer@example.com', code: 'summer-blog', campaignId },
  });
  // One after the other in one process, which costs a tenth of a process for each.
  writeFileSync(join(client.project, 'samples.mjs'), RUN_EACH);
  const { output } = await runNode(['samples.mjs', ...samples], client.project, { REFCAMPAIGN_KEY });
  expect(output.match(/^## .*/gm), output).toEqual(samples.map((name) => `## ${name} is done`));
  expect(existsSync(join(client.project, 'conversions.csv'))).toBe(true);
});
