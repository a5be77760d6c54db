// Every guide does what it says, in every language that it speaks and this machine has. In the long run only: Go and Java take seconds
// to compile.
import { guideFences, guideSlugs } from './guide-pages.js';
import { runGuide, stepsOf } from './guide-run.js';
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
