// The samples on the page that everybody reads first, run in every language that this machine has; all pages in the long run
// (every-sample.test.ts).
import { sampleLanguages } from '../../web/docs/samples/index.js';
import type { TestApp } from '../support/app.js';
import { startAppWithOwnAddress } from './own-address.js';
import { codeOnPage, samplesOf, type PageSample } from './page-samples.js';
import { canRun, isRunnable, notRun } from './runtimes.js';
import { faultOf, faultOfFailure } from './sample-run.js';

let app: TestApp;
let samples: PageSample[];

beforeAll(async () => {
  app = await startAppWithOwnAddress();
  samples = await samplesOf(app.api.baseUrl, 'recordPostback');
});
afterAll(() => app.close());

it('the page has a sample in every language, and shows what it hands out as Markdown', async () => {
  expect(samples.map(({ label }) => label)).toEqual(sampleLanguages.map(({ label }) => label));
  const shown = (await codeOnPage(app.api.baseUrl, 'recordPostback')).map((code) => code.trim());
  expect(samples.filter(({ text }) => !shown.includes(text.trim()))).toEqual([]);
});

describe.each(sampleLanguages.filter(({ fence }) => isRunnable(fence)))('$label', ({ label, fence }) => {
  const test = canRun(fence) ? it : it.skip;
  const sample = () => samples.find((one) => one.label === label)!;

  test(`pasted, it records the order and prints the reply${notRun(fence)}`, async () => {
    expect(await faultOf(app, sample())).toBeNull();
  });

  test(`with a wrong key, it fails and says why${notRun(fence)}`, async () => {
    expect(await faultOfFailure(sample())).toBeNull();
  });
});
