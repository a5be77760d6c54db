// The French of the contract (openapi.fr.yaml) is whole and of today: nothing of a translated operation is missing, and what was changed in
// English since is found out.
import { operations as facts } from '#generated/operations.js';
import {
  find,
  fingerprintOf,
  overlaid,
  readOverlay,
  type Action,
  type Overlay,
} from '../../web/docs/overlay.js';
import { document, type Json } from './support/document.js';
import { textHolders } from './support/texts.js';

const overlay = readOverlay('fr');

/** What is wrong with a translation, each line beginning with the target. */
function faultsOf(source: Json, { 'x-operations': ids, actions }: Overlay): string[] {
  const holders = new Map(textHolders(source, ids).map((holder) => [holder.target, holder]));
  const translated = new Map(actions.map((action) => [action.target, action]));
  const missing = [...holders.values()].flatMap(({ target, texts }) =>
    Object.keys(texts)
      .filter((key) => !translated.get(target)?.update[key])
      .map((key) => `${target}: its ${key} is not translated: ${texts[key]}`),
  );
  const faulty = actions.flatMap((action) => faultOf(source, action, holders.has(action.target)));
  const twice = actions.filter(({ target }, at) => actions.findIndex((one) => one.target === target) !== at);
  return [...missing, ...faulty, ...twice.map(({ target }) => `${target}: stands here twice`)];
}

function faultOf(source: Json, action: Action, isShown: boolean): string[] {
  const { target, update, 'x-source': noted } = action;
  let english: Json;
  try {
    english = find(source, target);
  } catch (error) {
    return [`${target}: ${(error as Error).message}`];
  }
  const keys = Object.keys(update);
  const unknown = keys.filter(
    (key) => !['summary', 'description'].includes(key) || typeof english[key] !== 'string',
  );
  if (unknown.length > 0) return [`${target}: has no text ${unknown.join(', ')} to translate`];
  if (!isShown) return [`${target}: no translated operation shows this`];
  const now = fingerprintOf(keys.map((key) => english[key]));
  if (now === noted) return [];
  const texts = keys.map((key) => String(english[key])).join('\n');
  return [
    `${target}: the English is another one now. When the French says the same, write x-source: ${now}\n${texts}`,
  ];
}

it('has every text of the operations that it translates, each as the English is today', () => {
  expect(faultsOf(document, overlay)).toEqual([]);
});

it('translates what a merchant calls most, and is an overlay by the standard', () => {
  expect(overlay.overlay).toBe('1.0.0');
  const ids = overlay['x-operations'];
  for (const id of ['recordPostback', 'recordBatch', 'refundConversion', 'listConversions', 'getConversion'])
    expect(ids).toContain(id);
  expect(ids.filter((id) => !(id in facts))).toEqual([]);
  for (const action of overlay.actions)
    expect(Object.keys(action).sort()).toEqual(['target', 'update', 'x-source']);
});

/** What every translation keeps: names of fields, values and addresses, and how the text is divided. */
it('says nothing in other codes, links or tables than the English', () => {
  const marks = (text: string) => ({
    codes: [...new Set(text.match(/`[^`]+`/g))].sort(),
    headings: text.match(/^#+ /gm)?.length,
    items: text.match(/^ *- /gm)?.length,
    rows: text.match(/^\|/gm)?.length,
  });
  const different = overlay.actions.flatMap(({ target, update }) =>
    Object.entries(update)
      .map(([key, french]) => [String(find(document, target)[key]), french] as const)
      .filter(([english, french]) => JSON.stringify(marks(english)) !== JSON.stringify(marks(french)))
      .map(([english, french]) => ({ target, english: marks(english), french: marks(french) })),
  );
  expect(different).toEqual([]);
});

describe('what is wrong is found out, with its place', () => {
  const [first, ...others] = overlay.actions as [Action, ...Action[]];
  const changed = (change: (copy: Json) => void) => {
    const copy = structuredClone(document);
    change(copy);
    return copy;
  };
  const inPlace = (...actions: Action[]) => faultsOf(document, { ...overlay, actions });

  it.each<[string, () => string[], RegExp]>([
    [
      'a text left out',
      () => inPlace(...overlay.actions.slice(0, -1)),
      /^\$\.paths\['[^']+'\]\.put\..*: its summary is not translated: /,
    ],
    [
      'a text that was changed in English',
      () =>
        faultsOf(
          changed((copy) => (find(copy, first.target)['description'] = 'Another.')),
          overlay,
        ),
      /^\$\.paths\['[^']+'\]\.post: the English is another one now.*x-source: [0-9a-f]{8}\nRecord a conversion\nAnother\./s,
    ],
    [
      'a target that names nothing',
      () => inPlace(...overlay.actions, { ...first, target: '$.components.schemas.Gone' }),
      /^\$\.components\.schemas\.Gone: .*names nothing/,
    ],
    [
      'a text of what no translated operation shows',
      () => inPlace(...overlay.actions, { ...first, target: "$.paths['/api/v1/payouts'].get" }),
      /no translated operation shows this/,
    ],
    [
      'something else than a text',
      () => inPlace({ ...first, update: { ...first.update, operationId: 'x' } }, ...others),
      /has no text operationId/,
    ],
    ['one thing twice', () => inPlace(...overlay.actions, first), /stands here twice/],
  ])('%s', (_what, faults, expected) => {
    const found = faults();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });
});

describe('a target', () => {
  const small: Json = { a: { 'b/c': [{ name: 'x', n: 1 }, { name: 'y' }, { name: 'y' }] } };

  it('names one place, by names and by what an entry of a list is called', () => {
    expect(find(small, "$.a['b/c'][?@.name=='x']")).toEqual({ name: 'x', n: 1 });
  });

  it.each([
    "$.a['b/c'][0]",
    '$.a.*',
    '$..name',
    'a',
    "$.a['b/c'][?@.name=='y']",
    "$.a['b/c'][?@.name=='z']",
    '$.b',
  ])('%s is refused', (target) => {
    expect(() => find(small, target)).toThrow(target);
  });

  it('leaves the document as it was', () => {
    const french = overlaid(document, overlay);
    expect(find(french, overlay.actions[0]!.target)['summary']).toBe('Enregistrer une conversion');
    expect(find(document, overlay.actions[0]!.target)['summary']).toBe('Record a conversion');
  });
});
