// Every guide does what it says, in every language that it speaks and this machine has. In the long run only: Go and Java take seconds
// to compile.
import { guideFences, guideSlugs } from './guide-pages.js';
import { runGuide, runGuideOn, startInstallation, stepsOf } from './guide-run.js';
import { canRun, notRun } from './runtimes.js';

describe.each(guideSlugs('en'))('%s', (slug) => {
  const fences = guideFences('en', slug);
  const languages = new Set(stepsOf(fences).map(({ fence }) => fence.language));
  const missing = [...languages].filter((language) => !canRun(language));

  it('does what it says', async () => {
    expect(await runGuide(fences)).toEqual([]);
  }, 300_000);

  for (const language of missing) it.skip(`speaks ${language}.${notRun(language)}`, () => undefined);
});

it.each([
  ['as they are listed', guideSlugs('en')],
  ['the other way round', guideSlugs('en').reverse()],
])(
  'all of them hold for one who follows them on one installation, %s',
  async (_, slugs) => {
    const installation = await startInstallation();
    const found: string[] = [];
    try {
      for (const slug of slugs) {
        const faults = await runGuideOn(
          installation,
          guideFences('en', slug),
          (language) => language === 'sh',
        );
        found.push(...faults.map((fault) => `${slug}, ${fault}`));
      }
    } finally {
      await installation.close();
    }
    expect(found).toEqual([]);
  },
  120_000,
);
