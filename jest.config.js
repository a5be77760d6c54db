// Real ES modules in tests, as in production: what is tested is what runs. swc only strips types (ts-jest took ten times as long).
// The files of one tag under test/e2e run together as its suite, since each would load the whole service anew. Naming a file of
// theirs on the command line runs that file alone.
const namesOne = process.argv.some((argument) => argument.includes('.e2e'));
// They need a Chromium, so they are a run of their own: npm run test:browser.
const browserTests = process.env['BROWSER_TESTS'] ? [] : ['!**/test/browser/**'];

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 3,
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: [
    '<rootDir>/test/**/*.test.ts',
    `<rootDir>/test/e2e/**/*.${namesOne ? 'e2e' : 'suite'}.ts`,
    ...browserTests,
  ],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testTimeout: 20_000,
  collectCoverageFrom: [
    'src/**/*.ts',
    '!src/**/*.entity.ts',
    '!src/contract/generator/**',
    'clients/typescript/src/*.ts',
  ],
  coverageProvider: 'v8',
  // Not counted although tested: what runs as a process of its own (main, command line entries, the welcome) and what only happens
  // to other machines (macOS, ordinary users, PostgreSQL's binaries missing). All else is covered, so a fall below this is a gap.
  coverageThreshold: { global: { lines: 94 } },
  coverageReporters: ['text-summary', 'json-summary'],
  transformIgnorePatterns: ['/node_modules/'],
};
