// Every sample on every page of the reference is run, in every language that this machine has: all of a language from the first page to the
// last, as they stand, on one fresh start. In the long run only: Go and Java take seconds to compile.
import type { OperationId } from '#platform/contract/routes.js';
import { sampleLanguages } from '../../web/docs/samples/index.js';
import { startInstallation } from './guide-run.js';
import { operationsWithSamples, samplesOf, type PageSample } from './page-samples.js';
import { canRun, inParallel, isRunnable, notRun } from './runtimes.js';
import { faultOf } from './sample-run.js';

/** Languages that run at the same time. */
const AT_ONCE = 3;

const languages = sampleLanguages.filter(({ fence }) => canRun(fence));
const faults = new Map<string, string | null>();
const nameOf = (id: OperationId, fence: string) => `${id} ${fence}`;

beforeAll(async () => {
  await inParallel(languages, AT_ONCE, async ({ fence }) => {
    const installation = await startInstallation();
    try {
      for (const id of operationsWithSamples) {
        const sample = await sampleOf(installation.address, id, fence);
        faults.set(nameOf(id, fence), await faultOf(installation, sample).catch(String));
      }
    } finally {
      await installation.close();
    }
  });
}, 1_200_000);

async function sampleOf(address: string, id: OperationId, fence: string): Promise<PageSample> {
  const found = (await samplesOf(address, id)).find((one) => one.fence === fence);
  if (!found) throw new Error(`the page of ${id} has no sample in ${fence}`);
  return found;
}

const pairs = operationsWithSamples.flatMap((id) =>
  languages.map(({ label, fence }) => ({ id, label, fence })),
);

it.each(pairs)('$id: the sample in $label runs as it stands', ({ id, fence }) => {
  // One that was not run is no fault, and not null.
  expect(faults.get(nameOf(id, fence))).toBeNull();
});

for (const { label, fence } of sampleLanguages.filter((one) => isRunnable(one.fence) && !canRun(one.fence))) {
  it.skip(`the samples in ${label} run as they stand.${notRun(fence)}`, () => undefined);
}
