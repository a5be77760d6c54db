// What `npm run fuzz` may be told.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { operations } from '#generated/operations.js';
import type { OperationId } from '#platform/contract/routes.js';

export interface FuzzOptions {
  requests: number;
  seed: number;
  /** null: all operations. */
  only: OperationId | null;
}

export const FUZZ_HELP = `Usage: npm run fuzz [-- <options>]

Sends requests made from the contract's schemas, valid ones and spoilt ones, to every operation of a service with a database of its own,
one after the other, and checks each reply against the contract. A failure prints the request, the reply, and how to see it again.

  --requests <n>        how many (default 5000)
  --seed <n>            the very same sequence once more (default: by chance; it is printed)
  --only <operationId>  requests of this operation only; the sequence is another than that of all operations
  --help                this
`;

const DEFAULT_REQUESTS = 5000;
const MOST_REQUESTS = 10_000_000;
const SEEDS = 2 ** 32;

/**
 * @param args as on the command line
 * @returns null when help is asked for
 * @throws Error that says what cannot be used, of an unknown argument too
 */
export function parseFuzzOptions(args: string[]): FuzzOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      requests: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return null;
  const { only } = values;
  if (only !== undefined && !isOperation(only))
    throw new Error(`--only ${only}: no operation of the contract has this name`);
  return {
    requests: wholeNumber('--requests', values.requests, 1, MOST_REQUESTS) ?? DEFAULT_REQUESTS,
    seed: wholeNumber('--seed', values.seed, 0, SEEDS - 1) ?? randomInt(SEEDS),
    only: only ?? null,
  };
}

function isOperation(name: string): name is OperationId {
  return Object.hasOwn(operations, name);
}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new Error(`${name} ${text}: it has to be a whole number from ${least} to ${most}`);
  return value;
}
