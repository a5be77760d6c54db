// The checks of this folder can fail: each finds what was planted for it.
import { guideFences } from './guide-pages.js';
import { fencesOf } from './fences.js';
import { runGuide, stepsOf } from './guide-run.js';
import { sameBlock } from './same-block.js';
import { differences } from './same-reply.js';
import { faultOfFailure } from './sample-run.js';

const reply = {
  id: 'cnv_01m7w7jsktegms7y55a22sb53p',
  at: '2026-11-22T14:31:21.545Z',
  amount: 4990,
  list: [1, 2],
};

describe('a reply that a page shows', () => {
  const later = { ...reply, id: 'cnv_01m81tpd69eazb7nnwaz88zsgn', at: '2026-11-23T00:00:00Z' };

  it.each([
    ['the same with another id and another time', later, false, 0],
    ['another amount', { ...reply, amount: 1 }, false, 1],
    ['a number as a text', { ...reply, amount: '4990' }, true, 1],
    ['an id of another kind', { ...reply, id: 'cmm_01m7w7jsktegms7y55a22sb53p' }, false, 1],
    ['a key too many', { ...reply, more: null }, true, 1],
    ['a key too few, in an excerpt', { amount: 4990 }, true, 0],
    ['a key too few', { ...reply, list: undefined }, false, 1],
    ['a shorter list, in an excerpt', { list: [1] }, true, 1],
  ])('%s', (_what, shown, isExcerpt, count) => {
    expect(differences(JSON.parse(JSON.stringify(shown)), reply, isExcerpt)).toHaveLength(count);
  });
});

describe('a French block', () => {
  const english = "# The order\ncurl -sS 'http://127.0.0.1:3000/r/a' # go\necho 'all is well'\n";

  it.each([
    [
      'with its own comments and prose is the English one',
      english.replace('The order', 'La vente').replace('all is well', 'tout va bien'),
      true,
    ],
    ['with another address is not', english.replace('/r/a', '/r/b'), false],
    ['with a command too few is not', english.split('\n').slice(0, 2).join('\n'), false],
  ])('%s', async (_what, text, isSame) => {
    const [ours, theirs] = [english, text].map((each) => fencesOf(`\`\`\`sh\n${each}\n\`\`\`\n`)[0]!);
    expect(await sameBlock(ours!, theirs!)).toBe(isSame);
  });
});

describe('a guide', () => {
  it('that does not do what it says is found out, block by block', async () => {
    const guide = [
      '```sh\necho \'{"amount":4990}\'\n```\n\n```json\n{ "amount": 4991 }\n```\n',
      '```sh\nfalse\n```\n\n```sh fragment\nfalse\n```\n\n```js\nconsole.log("no JSON")\n```\n\n```json\n{}\n```\n',
    ];
    const found = await runGuide(fencesOf(guide.join('\n')));
    expect(found.map((fault) => fault.split('\n')[0])).toEqual([
      'block 1 (sh): reply.amount: shown 4991, is 4990',
      'block 3 (sh): ended with 1',
      'block 5 (js): prints no JSON: no JSON',
    ]);
  });

  it('has its reply right under the block that prints it', () => {
    const [first, second] = stepsOf(
      fencesOf('```sh\na\n```\n\n```json\n{}\n```\n\n```sh\nb\n```\n\nLike this:\n\n```json\n{}\n```\n'),
    );
    expect([first?.shown?.number, second?.shown]).toEqual([2, null]);
    expect(stepsOf(guideFences('en', 'getting-started')).some(({ shown }) => shown !== null)).toBe(true);
  });
});

it('a sample that hides a failure is found out', async () => {
  const sample = { id: 'ping', label: 'cURL', fence: 'sh', text: 'true\n' } as const;
  expect(await faultOfFailure(sample)).toMatch('ended well, although the call was refused');
});
