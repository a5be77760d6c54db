// Who may import whom, for dependency-cruiser. Types count like values: a type that leaks couples as much.

/** Low to high. What stands in one line is one layer; a file imports from its own layer and lower ones. */
export const layers = [
  ['platform/time/'],
  [
    'platform/csv/',
    'platform/logging/',
    'platform/metrics/',
    'config.ts',
    'config-table.ts',
    'listen-address.ts',
  ],
  ['platform/errors/'],
  ['platform/values/'],
  ['platform/contract/', 'platform/database/'],
  ['platform/http/'],
  ['platform/jobs/', 'platform/health/'],
  ['accounts/merchants/'],
  ['accounts/api-keys/'],
  ['program/campaigns/'],
  ['program/affiliates/'],
  ['tracking/clicks/', 'tracking/browser-script/'],
  ['earnings/history/'],
  ['earnings/commissions/'],
  ['earnings/payouts/'],
  ['conversions/attribution/'],
  ['conversions/recording/'],
  ['conversions/refunds/'],
  ['conversions/analytics/'],
  ['pages/docs/'],
  ['demo/'],
  ['cli/', 'boot/', 'app.module.ts', 'entities.ts', 'service.ts', 'main.ts'],
];

const pathOf = (entries) => `^src/(${entries.map((entry) => entry.replaceAll('.', '\\.')).join('|')})`;

const upward = layers.slice(0, -1).map((layer, index) => ({
  name: `no-import-upwards-from-${layer[0].replace(/\/$/, '')}`,
  severity: 'error',
  comment: 'What a lower one must set off higher up goes through a row (platform/jobs/), never an import.',
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
/** The contract made to behave: what all features stand on and what stands on none of them. */
const MACHINERY = '^src/platform/(contract|http|errors|values)/';

const contents = [
  {
    name: 'features-keep-their-rows',
    comment:
      'Of another feature: its .module, .service, .facade, never what it stores or how it answers. The CLI wires services itself.',
    from: { path: '^src/([^/]+/[^/]+)/' },
    to: { path: `^src/[^/]+/.*${PRIVATE}`, pathNot: '^src/$1/' },
  },
  {
    name: 'demo-keeps-out-of-rows',
    from: { path: '^src/demo/' },
    to: { path: PRIVATE, pathNot: '^src/demo/' },
  },
  {
    name: 'the-top-keeps-out-of-rows',
    comment:
      'entities.ts names every row for TypeORM, app.module.ts the controller of health, which has no module.',
    from: { path: '^src/(boot/)?[^/]+\\.ts$', pathNot: '^src/(entities|app\\.module)\\.ts$' },
    to: { path: PRIVATE },
  },
  {
    name: 'tracking-and-earnings-do-not-know-each-other',
    comment: 'What was clicked and what it earned meet in conversions/, above both.',
    from: { path: '^src/earnings/' },
    to: { path: '^src/tracking/' },
  },
  {
    name: 'contract-knows-no-feature',
    comment:
      'How openapi.yaml becomes behaviour: logging, metrics, time and generated code are all it needs.',
    from: { path: MACHINERY },
    to: { path: '^src/', pathNot: [MACHINERY, '^src/platform/(logging|metrics|time)/'] },
  },
  {
    name: 'attribution-is-pure',
    comment:
      'Facts in, decision out: itself, the words of a programme and of the contract, what a day is, which ids mean nobody; no package, nothing of Node.',
    from: { path: '^src/conversions/attribution/' },
    to: {
      pathNot: [
        '^src/conversions/attribution/',
        '^src/program/(campaigns/terms|affiliates/affiliate)\\.ts$',
        '^src/platform/time/(time-units|calendar)\\.ts$',
        '^src/platform/values/nobody\\.ts$',
        '^generated/schema\\.ts$',
      ],
    },
  },
  {
    name: 'typeorm-in-its-places',
    from: { path: '^src/', pathNot: '^src/(platform/database/|entities\\.ts$)|\\.(entity|repository)\\.ts$' },
    to: { path: '(^|/)node_modules/(typeorm|@nestjs/typeorm)/' },
  },
  {
    name: 'pg-in-its-place',
    from: { path: '^src/', pathNot: '^src/platform/database/' },
    to: { path: '(^|/)node_modules/(pg|pg-[^/]+|@types/pg)/' },
  },
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
