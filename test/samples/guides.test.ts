// The guides can be believed: every block parses, the French pages hold the same programs as the English ones, and the first guide
// that a reader follows does what it says. The others are run in the long run (every-guide.test.ts).
import { guideFences, guideSlugs, nameOf } from './guide-pages.js';
import { runGuide } from './guide-run.js';
import { sameBlock } from './same-block.js';
import { isParsed, syntaxErrors } from './syntax.js';

const slugs = guideSlugs('en');

it('there are guides, each in both languages', () => {
  expect(slugs).toContain('getting-started');
  expect(guideSlugs('fr')).toEqual(slugs);
});

describe.each(slugs)('%s', (slug) => {
  const fences = guideFences('en', slug);

  it('has only blocks that parse', async () => {
    const broken: string[] = [];
    for (const fence of [...fences, ...guideFences('fr', slug)]) {
      if (fence.language === 'json') expect(() => JSON.parse(fence.text) as unknown).not.toThrow();
      if (!isParsed(fence.language)) continue;
      const errors = await syntaxErrors(fence.language, fence.text);
      if (errors.length > 0) broken.push(`${nameOf(slug, fence)}: ${errors.join(', ')}`);
    }
    expect(broken).toEqual([]);
  });

  it('holds the same programs in French', async () => {
    const french = guideFences('fr', slug);
    expect(french.map((fence) => nameOf(slug, fence))).toEqual(fences.map((fence) => nameOf(slug, fence)));
    const different: string[] = [];
    for (const [at, fence] of fences.entries()) {
      if (!(await sameBlock(fence, french[at]!))) different.push(nameOf(slug, fence));
    }
    expect(different).toEqual([]);
  });
});

it('getting started does what it says', async () => {
  expect(await runGuide(guideFences('en', 'getting-started'))).toEqual([]);
});
