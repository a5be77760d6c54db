// npm run merchants -- create | list | lock | unlock
import type { Command } from 'commander';
import { toPublicId } from '#platform/values/ids.js';
import type { Merchant } from '#accounts/merchants/merchants.service.js';
import {
  makeProgram,
  onDatabase,
  publicId,
  table,
  write,
  type CommandLine,
  type OutputOptions,
} from './command-line.js';
import { OperatorChanges } from './operator-changes.js';

type AsOperator = <Result>(work: (changes: OperatorChanges) => Promise<Result>) => Promise<Result>;

/** The merchants command, ready to be run. */
export function merchantsCommand(line: CommandLine): Command {
  const program = makeProgram('merchants', 'Merchants: the accounts of this installation.', line);
  const asOperator: AsOperator = (work) =>
    onDatabase(line, (database) => work(new OperatorChanges(database)));
  addCreate(program, line, asOperator);
  addList(program, line, asOperator);
  addLock(program, line, asOperator, 'lock', 'refuse all keys of a merchant');
  addLock(program, line, asOperator, 'unlock', 'accept the keys of a merchant again');
  return program;
}

function addCreate(program: Command, line: CommandLine, asOperator: AsOperator): void {
  program
    .command('create')
    .description('make a merchant')
    .requiredOption('--name <name>', '1 to 100 characters')
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { name: string }) => {
      const merchant = toPublic(await asOperator(({ merchants }) => merchants.create(options.name)));
      write(line, options, merchant, `Merchant ${merchant.merchantId} (${merchant.name}) was made.`);
    });
}

function addList(program: Command, line: CommandLine, asOperator: AsOperator): void {
  program
    .command('list')
    .description('all merchants, oldest first')
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions) => {
      const list = (await asOperator(({ merchants }) => merchants.list())).map(toPublic);
      const rows = list.map(({ merchantId, name, lockedAt, createdAt }) => [
        merchantId,
        name,
        createdAt,
        lockedAt ?? '-',
      ]);
      const text = table(['ID', 'NAME', 'CREATED', 'LOCKED'], rows, 'There are no merchants yet.');
      write(line, options, list, text);
    });
}

function addLock(
  program: Command,
  line: CommandLine,
  asOperator: AsOperator,
  verb: 'lock' | 'unlock',
  description: string,
): void {
  program
    .command(verb)
    .description(description)
    .argument('<merchant>', 'mer_…', publicId('mer'))
    .option('--json', 'print JSON only')
    .action(async (id: string, options: OutputOptions) => {
      const merchant = toPublic(await asOperator((changes) => changes.setLocked(id, verb === 'lock')));
      const words = `Merchant ${merchant.merchantId} is ${verb}ed; every replica knows within a second.`;
      write(line, options, merchant, words);
    });
}

function toPublic(merchant: Merchant) {
  return {
    merchantId: toPublicId('mer', merchant.id),
    name: merchant.name,
    lockedAt: merchant.lockedAt?.toISOString() ?? null,
    createdAt: merchant.createdAt.toISOString(),
  };
}
