// Who may import whom, for dependency-cruiser. Types count like values: a type that leaks couples as much.

/** Low to high. What stands in one line is one layer; a file imports from its own layer and lower ones. */
const layers = [
  ['time-budget.ts', 'time-units.ts'],
  [
    'contract/',
    'csv/',
    'database/',
    'logging/',
    'metrics/',
    'config.ts',
    'config-table.ts',
    'clock.ts',
    'patience.ts',
    'poll.ts',
  ],
  ['work-rows/'],
  ['merchants/'],
  ['api-keys/'],
  ['campaigns/'],
  ['affiliates/'],
  ['tracking/'],
  ['attribution/', 'history/'],
  ['commissions/'],
  ['conversions/'],
  ['refunds/'],
  ['payouts/'],
  ['analytics/', 'browser-script/'],
  ['demo/', 'docs/', 'health/'],
  ['cli/', 'app.module.ts', 'entities.ts', 'service.ts', 'main.ts'],
];

const pathOf = (entries) => `^src/(${entries.map((entry) => entry.replaceAll('.', '\\.')).join('|')})`;

const upward = layers.slice(0, -1).map((layer, index) => ({
  name: `no-import-upwards-from-${layer[0].replace(/\/$|\.ts$/, '')}`,
  severity: 'error',
  comment: 'What a lower one must set off higher up goes through a row (work-rows/), never an import.',
  from: { path: pathOf(layer) },
  to: { path: pathOf(layers.slice(index + 1).flat()) },
}));

const everyFolderHasItsLayer = {
  name: 'every-file-has-its-layer',
  severity: 'error',
  comment: 'A new feature is placed in the order above before it is built.',
  from: {},
  to: { path: '^src/', pathNot: pathOf(layers.flat()) },
};

const PRIVATE = '\\.(repository|entity|controller|reply)\\.ts$';

const contents = [
  {
    name: 'features-keep-their-rows',
    comment:
      'Of another feature: its .module, .service, .lookup, never what it stores or how it answers. The CLI wires services itself.',
    from: { path: '^src/([^/]+)/', pathNot: '^src/cli/' },
    to: { path: `^src/[^/]+/.*${PRIVATE}`, pathNot: '^src/$1/' },
  },
  {
    name: 'the-top-keeps-out-of-rows',
    comment:
      'entities.ts names every row for TypeORM, app.module.ts the controller of health, which has no module.',
    from: { path: '^src/[^/]+\\.ts$', pathNot: '^src/(entities|app\\.module)\\.ts$' },
    to: { path: PRIVATE },
  },
  {
    name: 'contract-knows-no-feature',
    comment:
      'How openapi.yaml becomes behaviour: logging, metrics, time and generated code are all it needs.',
    from: { path: '^src/contract/' },
    to: { path: '^src/', pathNot: '^src/(contract/|logging/|metrics/|(clock|time-budget)\\.ts)' },
  },
  {
    name: 'attribution-is-pure',
    comment:
      'Facts in, decision out: itself, the words of a programme and of the contract, what a day is; no package, nothing of Node.',
    from: { path: '^src/attribution/' },
    to: {
      pathNot:
        '^(src/(attribution/|campaigns/terms\\.ts|affiliates/affiliate\\.ts|time-units\\.ts)|generated/schema\\.ts)',
    },
  },
  {
    name: 'typeorm-in-its-places',
    from: { path: '^src/', pathNot: '^src/(database/|entities\\.ts$)|\\.(entity|repository)\\.ts$' },
    to: { path: '(^|/)node_modules/(typeorm|@nestjs/typeorm)/' },
  },
  {
    name: 'pg-in-its-place',
    from: { path: '^src/', pathNot: '^src/database/' },
    to: { path: '(^|/)node_modules/(pg|pg-[^/]+|@types/pg)/' },
  },
  { name: 'no-cycles', from: {}, to: { circular: true } },
  { name: 'everything-resolves', from: {}, to: { couldNotResolve: true } },
];

export default {
  forbidden: [...upward, everyFolderHasItsLayer, ...contents.map((rule) => ({ severity: 'error', ...rule }))],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^generated/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
