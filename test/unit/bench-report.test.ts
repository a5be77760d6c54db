// What the benchmark says of its measurements: medians, ratios, targets, tables; and what its command line takes.
import type { Measured } from '../../bench/compare/measured.js';
import { summarizeRounds } from '../../bench/compare/summary.js';
import type { Slice, SubjectName } from '../../bench/compare/subject.js';
import { targetsOf } from '../../bench/compare/targets.js';
import { parseOptions } from '../../bench/options.js';
import { figure, ratio, table } from '../../bench/report/markdown.js';

const nothing: Slice = {
  requestsPerSecond: 0,
  p50Ms: null,
  p99Ms: null,
  maxMs: null,
  recorded: 0,
  refused: {},
  lost: 0,
  programMicroseconds: null,
  postgresMicroseconds: null,
  memoryBytes: null,
  batchSize: null,
  settleMs: null,
};

function measured(subject: SubjectName, connections: number, ...slices: Partial<Slice>[]): Measured[] {
  return slices.map((slice, index) => ({
    round: index + 1,
    connections,
    subject,
    slice: { ...nothing, ...slice },
  }));
}

const rounds = [
  ...measured(
    'service',
    64,
    ...[3000, 1, 2900].map((requestsPerSecond) => ({ requestsPerSecond, p50Ms: 10, p99Ms: 31 })),
  ),
  ...measured('typical', 64, { requestsPerSecond: 200, p50Ms: 300, p99Ms: 600 }),
  ...measured('bare', 64, { requestsPerSecond: 1000, p50Ms: 60, p99Ms: 90, postgresMicroseconds: 800 }),
  ...measured('service', 1, { requestsPerSecond: 400, p50Ms: 2, p99Ms: 4 }),
  ...measured('typical', 1, { requestsPerSecond: 100, p50Ms: 8, p99Ms: 20 }),
];

describe('the summary', () => {
  const summary = summarizeRounds(rounds);

  it('has the median of the rounds for each level and subject', () => {
    expect(summary.throughput['64']?.service).toBe(2900);
    expect(Object.keys(summary.throughput)).toEqual(['1', '64']);
  });

  it("takes the bare client's figure for the floor where there is no pgbench", () => {
    expect(summary.throughput['64']).toMatchObject({ floor: 1000, bare: 1000 });
    const withPgbench = [...rounds, ...measured('floor', 64, { requestsPerSecond: 1500 })];
    expect(summarizeRounds(withPgbench).throughput['64']).toMatchObject({ floor: 1500, bare: 1000 });
  });

  it('leaves out what was not measured', () => {
    expect(summary.throughput['1']).toEqual({ service: 400, typical: 100 });
    expect(summary.memory).toEqual({ 1: {}, 64: {} });
    expect(summary.processor['64']).toEqual({ bare: { program: null, postgres: 800 } });
  });

  it('tells which targets were reached, of those that the run can tell', () => {
    const targets = targetsOf(summary).map(({ what, reached, isReached }) => [what, reached, isReached]);
    expect(targets).toEqual([
      ['throughput at 64 connections ÷ typical', 14.5, false],
      ['throughput at 64 connections ÷ floor', 2.9, true],
      ['p50 at 1 connection ÷ typical', 0.25, true],
      ['p99 ÷ p50 at 64 connections', 3.1, false],
    ]);
    expect(targetsOf(summarizeRounds([]))).toEqual([]);
  });
});

describe('tables', () => {
  it('are Markdown, aligned', () => {
    expect(
      table([
        ['a', 'bb'],
        ['one', '1'],
        ['three', '1,234'],
      ]),
    ).toBe(['| a     |    bb |', '| ----- | ----: |', '| one   |     1 |', '| three | 1,234 |'].join('\n'));
  });

  it('have three digits that matter, and a dash for what is not known', () => {
    expect([1234.5, 123.4, 12.34, 1.234, 0].map(figure)).toEqual(['1,235', '123', '12.3', '1.23', '0.00']);
    expect([figure(null), figure(undefined), figure(NaN), ratio(1, undefined), ratio(1, 0)]).toEqual(
      Array(5).fill('–'),
    );
    expect(ratio(3, 2)).toBe('1.50');
  });
});

describe('the command line', () => {
  it('compares everything unless told otherwise', () => {
    expect(parseOptions([])).toMatchObject({
      command: 'compare',
      levels: [1, 16, 64, 256],
      only: ['service', 'typical', 'floor', 'bare', 'nothing', 'oneAffiliate'],
      seconds: null,
      sizes: [],
    });
  });

  it('takes a command and options', () => {
    const options = parseOptions(['growth', '--seconds', '1.5', '--rounds', '2', '--sizes', '0.1,1']);
    expect(options).toMatchObject({ command: 'growth', seconds: 1.5, rounds: 2, sizes: [0.1, 1] });
    expect(parseOptions(['--only', 'bare', '--levels', '1,64'])).toMatchObject({
      only: ['bare'],
      levels: [1, 64],
    });
  });

  it.each([
    [['faster'], 'There is no faster.'],
    [['--only', 'service,ours'], '--only: there is no ours.'],
    [['--levels', '1,x'], '--levels: x is not a number above 0.'],
    [['--rounds', '0'], '--rounds: 0 is not a number above 0.'],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
