// Tests run as the service does: Node loads the very modules, natively, with the types stripped (bin/typescript.mjs). Nothing is bundled,
// rewritten or mocked. Test files share a process, one for each worker, so what they import is loaded once (decision 0016).
// Why so: docs/decisions/0016-tests-run-natively-in-few-processes.md
import { availableParallelism } from 'node:os';

/** Each worker has a service, its databases and a PostgreSQL session for each connection; more workers than this gain nothing. */
const MOST_WORKERS = 4;

export default {
  test: {
    globals: true,
    // Or the faults that must be seen (test/runner), which nobody else runs.
    include: process.env.PLANTED_FAULTS
      ? ['test/runner/planted/*.fault.ts']
      : ['test/**/*.test.ts', 'test/e2e/**/*.e2e.ts'],
    reporters: ['./test/support/reporter.mjs'],
    slowTestThreshold: 5_000,
    setupFiles: ['test/support/leaks.ts'],
    globalSetup: ['test/support/global-setup.mjs'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    execArgv: ['--import', './bin/typescript.mjs'],
    pool: 'forks',
    isolate: false,
    maxWorkers: Math.min(MOST_WORKERS, Math.max(2, availableParallelism())),
    // Generous: on a busy machine everything takes longer, and no test says that something is quick by how long it took.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
};
