// The guide's functions that make an amount of a price count as this service does, in every currency that it takes.
import { minorUnits } from '#platform/values/currencies.js';
import { guideFences, type GuideLanguage } from './guide-pages.js';
import { canRun, notRun, runProgram } from './runtimes.js';

type Price = [decimal: string, currency: string];

/** Language of a fence → what prints as JSON what the function makes of each price in CASES; null for what it refuses. */
const callers: Record<string, string> = {
  js: `const of = ([decimal, currency]) => { try { return toMinorUnits(decimal, currency); } catch { return null; } };
console.log(JSON.stringify(JSON.parse(process.env.CASES).map(of)));`,
  python: `import json, os
def of(price):
    try:
        return to_minor_units(*price)
    except ValueError:
        return None
print(json.dumps([of(price) for price in json.loads(os.environ["CASES"])]))`,
  php: `function of(array $price): ?int { try { return to_minor_units(...$price); } catch (RangeException) { return null; } }
echo json_encode(array_map('of', json_decode(getenv('CASES'), true)));`,
  ruby: `require 'json'
puts JSON.dump(JSON.parse(ENV.fetch('CASES')).map { |price| to_minor_units(*price) rescue nil })`,
};

const functionsIn = (language: GuideLanguage) =>
  guideFences(language, 'server-to-server-postback').filter(({ text }) => /to_?minor_?units\(/i.test(text));
const functions = (['en', 'fr'] as const).flatMap((language) =>
  functionsIn(language).map((fence) => [language, fence.language, fence] as const),
);

it('there is one in each language of the guide, English and French', () => {
  const languages = Object.keys(callers);
  expect(functions.map(([, language]) => language)).toEqual([...languages, ...languages]);
});

/** Each currency with its digits, with fewer, with none, and with one too many. */
const prices = [...minorUnits].flatMap(([code, digits]): [Price, number | null][] => [
  [
    [digits === 0 ? '1234' : `1234.${'5678'.slice(0, digits)}`, code],
    Number(`1234${'5678'.slice(0, digits)}`),
  ],
  [[digits === 0 ? '7' : '7.5', code.toLowerCase()], digits === 0 ? 7 : 7.5 * 10 ** digits],
  [['12', code], 12 * 10 ** digits],
  [[`1.${'0'.repeat(digits)}1`, code], null],
]);
/** What multiplied floats get wrong. */
const exact: [Price, number][] = [
  [['19.99', 'EUR'], 1999],
  [['4.35', 'USD'], 435],
  [['1.10', 'GBP'], 110],
  [['0.07', 'CHF'], 7],
  [['64.405', 'TND'], 64_405],
  [['9999999999.99', 'EUR'], 999_999_999_999],
];
const refused = [
  '',
  '.5',
  '1.',
  '1,99',
  '-1',
  '+1',
  '1e3',
  ' 1',
  '1\n',
  '1 000',
  '٣',
  '0x10',
  '1.2.3',
  'NaN',
].map((decimal): [Price, null] => [[decimal, 'EUR'], null]);
const cases: [Price, number | null][] = [...prices, ...exact, ...refused];

describe.each(functions)('%s, %s', (_, language, { text }) => {
  it.skipIf(!canRun(language))(`counts as ISO 4217 does, or refuses${notRun(language)}`, async () => {
    const CASES = JSON.stringify(cases.map(([price]) => price));
    const { output, errors } = await runProgram(language, `${text}\n${callers[language]}\n`, { CASES });
    expect(errors).toBe('');
    const found = JSON.parse(output.trim().split('\n').at(-1)!) as (number | null)[];
    const wrong = cases
      .filter(([, amount], at) => found[at] !== amount)
      .map(([[...price]]) => price.join(' '));
    expect([found.length, wrong]).toEqual([cases.length, []]);
  });
});
