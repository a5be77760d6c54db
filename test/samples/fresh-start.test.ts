// The samples of every page, pasted into a shell on a fresh start as they stand: they answer what the page shows. Each that writes has a start
// of its own; those that read share one. The other languages make the same calls (every-sample.test.ts).
import { operations } from '#generated/operations.js';
import type { OperationId } from '#platform/contract/routes.js';
import { startInstallation, type Installation } from './guide-run.js';
import { operationsWithSamples, samplesOf, type PageSample } from './page-samples.js';
import { faultOfRepeat, faultOnFreshStart } from './sample-run.js';

const readers = operationsWithSamples.filter((id) => operations[id].method === 'get');
const writers = operationsWithSamples.filter((id) => operations[id].method !== 'get');

describe('on a fresh start', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation();
  });
  afterAll(() => installation.close());

  it.each(readers)('%s: its sample answers what its page shows', async (id) => {
    expect(await faultOnFreshStart(installation, await curlOf(installation, id))).toBeNull();
  });
});

describe('on a fresh start of its own', () => {
  it.each(writers)(
    '%s: its sample answers what its page shows, and pasted again what its page lists',
    async (id) => {
      const installation = await startInstallation();
      try {
        const sample = await curlOf(installation, id);
        expect(await faultOnFreshStart(installation, sample)).toBeNull();
        expect(await faultOfRepeat(installation, sample)).toBeNull();
      } finally {
        await installation.close();
      }
    },
  );
});

async function curlOf({ address }: Installation, id: OperationId): Promise<PageSample> {
  return (await samplesOf(address, id)).find(({ fence }) => fence === 'sh')!;
}
