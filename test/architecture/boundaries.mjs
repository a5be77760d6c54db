// Who may import whom, for dependency-cruiser. Types count like values: a type that leaks couples as much.

/**
 * The map of src/, low to high: what there is and what it is for. What stands between two braces is one layer; a file imports from its own
 * layer and lower ones.
 */
export const map = [
  {
    'platform/time/':
      'the clock that tests can hold, and time-budget.ts: how long the service waits, how often it looks',
  },
  {
    'platform/csv/': 'tables as CSV, page by page, harmless in a spreadsheet',
    'platform/logging/': 'one JSON line a request, without secrets; text on a terminal',
    'platform/metrics/': 'what an operator can see of it: figures for Prometheus',
    'platform/secrets/': 'the SECRET_KEY: what must be read back is encrypted with it',
    'config.ts': 'environment → one frozen typed object, or a refusal that names every bad variable',
    'config-table.ts': 'the variables: name, default, meaning',
    'config-texts.ts': 'what the text of a variable must look like',
    'listen-address.ts': 'PORT and HOST, which are needed before the others',
  },
  {
    'platform/errors/': 'what can go wrong, by code, and how faults are collected',
  },
  {
    'platform/values/': 'ids, currencies, formats, pages of lists, periods',
  },
  {
    'platform/contract/': 'how the contract becomes behaviour: operations, handler types, checks, routes',
    'platform/database/':
      'pool, transactions, group writer, migrations; embedded/ is the PostgreSQL of our own',
  },
  {
    'platform/http/': "a request's way in and a reply's way out: adapter, guards, bodies, limits, streams",
  },
  {
    'platform/jobs/': 'jobs: what has to be looked at again after a commit',
    'platform/events/': 'what happened, written with the change for whoever wants to know',
    'platform/health/': 'live and ready',
    'platform/mail/': 'mail, where the installation has a server for it',
  },
  {
    'accounts/merchants/': 'merchants: named, locked, looked up',
  },
  {
    'accounts/audit-log/': 'who did what, written with the change',
  },
  {
    'accounts/api-keys/': 'keys: made, checked, cached, revoked',
  },
  {
    'accounts/requests/': 'the last calls with each key, and what was wrong with them',
  },
  {
    'accounts/people/': 'people, their passwords and roles, and which merchants they belong to',
  },
  {
    'accounts/two-factor/': 'authenticator apps and recovery codes: set up, asked for, switched off',
    'accounts/passkeys/': 'passkeys: asked for, kept, checked',
  },
  {
    'accounts/identities/': "accounts of a sign-in provider, linked with people's own",
  },
  {
    'accounts/sessions/': "signing in and out, sessions, a person's own profile",
  },
  {
    'accounts/security/': 'what a person does about two-factor sign-in and passkeys, and what ends with it',
  },
  {
    'accounts/password-resets/': 'a new password by a link, for who has forgotten theirs',
  },
  {
    'accounts/members/': 'who belongs to a merchant, and how they come to: invitations',
  },
  {
    'accounts/oidc/': 'coming in by a sign-in provider, where one is named',
  },
  {
    'accounts/settings/': 'what a merchant says of itself',
  },
  {
    'program/campaigns/': 'where traffic goes and what it pays, its public profile; ping',
  },
  {
    'program/affiliates/': 'who promotes, and their links',
  },
  {
    'tracking/clicks/': 'redirects, clicks, sessions, identities',
    'tracking/browser-script/': "/sdk.js, site tokens, what shops' pages report",
  },
  {
    'earnings/history/': 'what happened to a conversion, append-only',
  },
  {
    'earnings/commissions/': 'what a conversion earns, who was first, and the ledger',
  },
  {
    'earnings/payouts/': 'what affiliates are paid: lists, marks and files, no money',
  },
  {
    'conversions/attribution/': 'whose order it is: pure rules',
  },
  {
    'conversions/recording/': 'the postback: record, replay, match later, read back',
  },
  {
    'conversions/refunds/': 'money given back, also before its order comes',
  },
  {
    'conversions/analytics/': 'what a campaign brought, over time',
  },
  {
    'conversions/trace/': 'why an order was credited, or not',
  },
  {
    'integrations/events/': 'events: what happened gets its number and its body, and is read back',
  },
  {
    'integrations/webhooks/': "what happened, told to merchants' servers; sending/ is one request, safely",
  },
  {
    'pages/serving/':
      'what built pages have in common: their files as replies, and the address of this installation',
  },
  {
    'pages/docs/': "hands out the documentation's built pages",
    'pages/dashboard/': 'hands out the built dashboard',
  },
  {
    'demo/': 'the demo merchant with what the samples name, the welcome, a programme to look at',
  },
  {
    'cli/': 'the commands: demo, export, keys, merchants, people, privacy, prune, webhooks',
    'boot/': 'boot behind the open port, and the orderly end on a signal',
    'app.module.ts': 'the module list',
    'service.ts': 'one running service on a database that is there: migrate, let callers in, stop',
    'main.ts': 'the first moments: the port, then all else',
  },
];

/** The same as paths alone. */
export const layers = map.map((layer) => Object.keys(layer));

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
    comment: 'app.module.ts names the controller of health, which has no module.',
    from: { path: '^src/(boot/)?[^/]+\\.ts$', pathNot: '^src/app\\.module\\.ts$' },
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
    from: { path: '^src/', pathNot: '^src/platform/database/|\\.(entity|repository)\\.ts$' },
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
