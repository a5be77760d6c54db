// The benchmark: reads the command line, runs what it names, and leaves nothing behind.
import { compare } from './compare/compare.js';
import { dashboard } from './dashboard/dashboard.js';
import { growth } from './growth/growth.js';
import { parseOptions, usage, type Options } from './options.js';
import { overload } from './overload/overload.js';
import { requests } from './requests/requests.js';
import { webhooks } from './webhooks/webhooks.js';
import { sayNothing } from './report/progress.js';
import { End } from './stage/end.js';

/** @returns the exit code: 0 also when a target is missed, 1 when something failed or an order was lost. */
export async function main(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = parseOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const end = new End();
  try {
    return (await runs[options.command](end, options)) ? 0 : 1;
  } catch (error) {
    sayNothing();
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  } finally {
    await end.reach();
  }
}

const runs = { compare, growth, overload, dashboard, requests, webhooks };
