// The samples on the page that everybody reads first, run in every language that this machine has, each on a fresh start; all pages in the
// long run (every-sample.test.ts).
import { sampleLanguages } from '../../web/docs/samples/index.js';
import { startInstallation, type Installation } from './guide-run.js';
import { codeOnPage, samplesOf } from './page-samples.js';
import { canRun, isRunnable, notRun } from './runtimes.js';
import { faultOfFailure, faultOfRepeat, faultOnFreshStart } from './sample-run.js';

it('the page has a sample in every language, and shows what it hands out as Markdown', async () => {
  await onFreshStart(async ({ address }) => {
    const samples = await samplesOf(address, 'recordPostback');
    expect(samples.map(({ label }) => label)).toEqual(sampleLanguages.map(({ label }) => label));
    const shown = (await codeOnPage(address, 'recordPostback')).map((code) => code.trim());
    expect(samples.filter(({ text }) => !shown.includes(text.trim()))).toEqual([]);
  });
});

describe.each(sampleLanguages.filter(({ fence }) => isRunnable(fence)))('$label', ({ label, fence }) => {
  const test = canRun(fence) ? it : it.skip;

  test(`pasted on a fresh start, it records the order and prints the reply of the page; with a wrong key, it says why${notRun(fence)}`, async () => {
    await onFreshStart(async (installation) => {
      const samples = await samplesOf(installation.address, 'recordPostback');
      const sample = samples.find((one) => one.label === label)!;
      expect(await faultOfFailure(sample)).toBeNull();
      expect(await faultOnFreshStart(installation, sample)).toBeNull();
      expect(await faultOfRepeat(installation, sample)).toBeNull();
    });
  });
});

async function onFreshStart(use: (installation: Installation) => Promise<void>): Promise<void> {
  const installation = await startInstallation();
  try {
    await use(installation);
  } finally {
    await installation.close();
  }
}
