// npm run merchants -- create | list | lock | unlock
import type { Command } from 'commander';
import { toPublicId } from '#platform/values/ids.js';
import type { Database } from '#platform/database/database.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService, type Merchant } from '#accounts/merchants/merchants.service.js';
import {
  makeProgram,
  onDatabase,
  publicId,
  table,
  write,
  type CommandLine,
  type OutputOptions,
} from './command-line.js';

type WithMerchants = <Result>(work: (merchants: MerchantsService) => Promise<Result>) => Promise<Result>;

/** The merchants command, ready to be run. */
export function merchantsCommand(line: CommandLine): Command {
  const program = makeProgram('merchants', 'Merchants: the accounts of this installation.', line);
  const withMerchants: WithMerchants = (work) => onDatabase(line, (database) => work(merchantsOf(database)));
  addCreate(program, line, withMerchants);
  addList(program, line, withMerchants);
  addLock(program, line, withMerchants, 'lock', 'refuse all keys of a merchant');
  addLock(program, line, withMerchants, 'unlock', 'accept the keys of a merchant again');
  return program;
}

function addCreate(program: Command, line: CommandLine, withMerchants: WithMerchants): void {
  program
    .command('create')
    .description('make a merchant')
    .requiredOption('--name <name>', '1 to 100 characters')
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { name: string }) => {
      const merchant = toPublic(await withMerchants((merchants) => merchants.create(options.name)));
      write(line, options, merchant, `Merchant ${merchant.merchantId} (${merchant.name}) was made.`);
    });
}

function addList(program: Command, line: CommandLine, withMerchants: WithMerchants): void {
  program
    .command('list')
    .description('all merchants, oldest first')
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions) => {
      const list = (await withMerchants((merchants) => merchants.list())).map(toPublic);
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
  withMerchants: WithMerchants,
  verb: 'lock' | 'unlock',
  description: string,
): void {
  program
    .command(verb)
    .description(description)
    .argument('<merchant>', 'mer_…', publicId('mer'))
    .option('--json', 'print JSON only')
    .action(async (id: string, options: OutputOptions) => {
      const merchant = toPublic(await withMerchants((merchants) => merchants[verb](id)));
      const words = `Merchant ${merchant.merchantId} is ${verb}ed; every replica knows within a second.`;
      write(line, options, merchant, words);
    });
}

function merchantsOf(database: Database): MerchantsService {
  return new MerchantsService(database, new MerchantsRepository());
}

function toPublic(merchant: Merchant) {
  return {
    merchantId: toPublicId('mer', merchant.id),
    name: merchant.name,
    lockedAt: merchant.lockedAt?.toISOString() ?? null,
    createdAt: merchant.createdAt.toISOString(),
  };
}
