// Every sample on every page of the reference is run, in every language that this machine has. In the long run only: Go and Java take
// seconds to compile.
import type { OperationId } from '#platform/contract/routes.js';
import { sampleLanguages } from '../../web/docs/samples/index.js';
import type { TestApp } from '../support/app.js';
import { startAppWithOwnAddress } from './own-address.js';
import { operationsWithSamples, samplesOf, type PageSample } from './page-samples.js';
import { canRun, inParallel, isRunnable, notRun } from './runtimes.js';
import { faultOf } from './sample-run.js';

/** Programs that run at the same time. */
const AT_ONCE = 3;

let app: TestApp;
const samples: PageSample[] = [];
const faults = new Map<PageSample, string | null>();

beforeAll(async () => {
  app = await startAppWithOwnAddress();
  for (const id of operationsWithSamples) samples.push(...(await samplesOf(app.api.baseUrl, id)));
  const runnable = samples.filter(({ fence }) => canRun(fence));
  await inParallel(runnable, AT_ONCE, async (sample) => {
    faults.set(sample, await faultOf(app, sample).catch((error: unknown) => String(error)));
  });
}, 1_200_000);
afterAll(() => app.close());

/** Operation and language, as tests are named. */
const pairs = operationsWithSamples.flatMap((id) =>
  sampleLanguages.map(({ label, fence }) => ({ id, label, fence })),
);

function sampleOf(id: OperationId, label: string): PageSample {
  const found = samples.find((one) => one.id === id && one.label === label);
  if (!found) throw new Error(`the page of ${id} has no sample in ${label}`);
  return found;
}

for (const { id, label } of pairs.filter((pair) => canRun(pair.fence))) {
  it(`${id}: the sample in ${label} runs as it stands`, () => {
    expect(faults.get(sampleOf(id, label)) ?? null).toBeNull();
    expect(faults.has(sampleOf(id, label))).toBe(true);
  });
}

for (const { label, fence } of sampleLanguages.filter((one) => isRunnable(one.fence) && !canRun(one.fence))) {
  it.skip(`the samples in ${label} run as they stand.${notRun(fence)}`, () => undefined);
}
