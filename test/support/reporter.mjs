// What a run prints: a line for each file, each failure with its place, and at the end, for each failure, what to run to see it alone.
import { relative } from 'node:path';
import { DefaultReporter } from 'vitest/node';

export default class Reporter extends DefaultReporter {
  onTestRunEnd(modules, errors, reason) {
    super.onTestRunEnd(modules, errors, reason);
    const failed = modules.flatMap(failuresOf);
    if (failed.length > 0) this.log(`To see each alone:\n${[...new Set(failed)].join('\n')}\n`);
    for (const test of modules.flatMap((module) => [...module.children.allTests('skipped')])) {
      // A test that cannot be run here says why: green it is, but not silently.
      if (test.fullName.includes('NOT RUN')) this.log(`not run  ${test.fullName}`);
    }
  }
}

/** A command for each test of the file that failed, or for the file when something around its tests did. */
function failuresOf(module) {
  const file = relative(process.cwd(), module.moduleId);
  const tests = [...module.children.allTests('failed')];
  if (tests.length === 0) return module.ok() ? [] : [`  node test/run.mjs ${file}`];
  return tests.map((test) => `  node test/run.mjs ${file} -t ${quoted(patternOf(test.fullName))}`);
}

/** Vitest matches names as regular expressions, with a space between the names of nested blocks. */
function patternOf(fullName) {
  return fullName.replaceAll(' > ', ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
