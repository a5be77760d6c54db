// The version of the service: in its log, in /health/live, and what `npm start -- --version` prints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';

const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
  version: string;
};

/** As package.json has it, such as 0.2.0; the contract has the same (test/contract/readme.test.ts compares). */
export const serviceVersion = version;
