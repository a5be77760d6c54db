// npm run privacy -- erase: a person's traces go, the money stays.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { SystemClock, type Clock } from '#platform/time/clock.js';
import { Failure } from '#platform/errors/failure.js';
import { toPublicId } from '#platform/values/ids.js';
import { hashEmail, isUsableEmail } from '#conversions/recording/email.js';
import type { Database } from '#platform/database/database.js';
import type { Mode } from '#platform/database/tenant.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import {
  makeProgram,
  onDatabase,
  publicId,
  write,
  type CommandLine,
  type OutputOptions,
} from './command-line.js';
import { Erasure, type Erased } from './erasure.js';
import type { Subject } from './erasure.repository.js';

const PORTION = 2000;

interface EraseOptions extends OutputOptions {
  /** A UUID: the option's parser has read the public id. */
  merchant: string;
  mode?: Mode;
  emailHash?: string;
  /** Hashed by the option's parser. */
  email?: string;
  customerId?: string;
  dryRun?: true;
}

interface Report extends Erased {
  merchantId: string;
  modes: Mode[];
  dryRun: boolean;
}

/** The privacy command, ready to be run. @param portion rows looked at in one transaction. */
export function privacyCommand(
  line: CommandLine,
  clock: Clock = new SystemClock(),
  portion = PORTION,
): Command {
  const program = makeProgram('privacy', 'What the law asks of those who keep personal data.', line);
  program
    .command('erase')
    .description('erase a person from the evidence of orders; amounts, commissions and affiliates stay')
    .requiredOption('--merchant <merchant>', 'mer_…', publicId('mer'))
    .addOption(new Option('--mode <mode>', 'only in this mode; left out: both').choices(['live', 'test']))
    .option('--email-hash <hash>', "SHA-256 of the person's email, 64 hexadecimal digits", emailHash)
    .option('--email <email>', 'the email itself; it is hashed here and goes nowhere', hashOfEmail)
    .option('--customer-id <id>', 'your id of the person', customerId)
    .option('--dry-run', 'count, and erase nothing')
    .option('--json', 'print JSON only')
    .action(async (options: EraseOptions, command: Command) => {
      const subjects = subjectsOf(options);
      if (subjects.length === 0) command.error('error: say who: --email-hash, --email or --customer-id');
      const report = await onDatabase(line, (database) =>
        eraseEverywhere(database, clock, options, subjects, portion),
      );
      write(line, options, report, toWords(report));
    });
  return program;
}

/** @throws Failure NOT_FOUND */
async function eraseEverywhere(
  database: Database,
  clock: Clock,
  options: EraseOptions,
  subjects: Subject[],
  portion: number,
): Promise<Report> {
  const merchants = await new MerchantsService(database, new MerchantsRepository()).list();
  if (!merchants.some(({ id }) => id === options.merchant))
    throw new Failure('NOT_FOUND', 'There is no merchant with this id.');
  const dryRun = options.dryRun ?? false;
  const erasure = new Erasure(database, clock, { dryRun, portion });
  const modes: Mode[] = options.mode ? [options.mode] : ['live', 'test'];
  const erased = await erasure.erase({ merchantId: options.merchant, modes }, subjects);
  return { merchantId: toPublicId('mer', options.merchant), modes, dryRun, ...erased };
}

function subjectsOf({ emailHash, email, customerId }: EraseOptions): Subject[] {
  const hashes = new Set([emailHash, email].filter((hash) => hash !== undefined));
  return [
    ...[...hashes].map((value) => ({ kind: 'EMAIL' as const, value })),
    ...(customerId === undefined ? [] : [{ kind: 'CUSTOMER' as const, value: customerId }]),
  ];
}

function emailHash(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError('It must be 64 hexadecimal digits.');
  return text.toLowerCase();
}

function hashOfEmail(text: string): string {
  if (!isUsableEmail(text)) throw new InvalidArgumentError('It must be an email.');
  return hashEmail(text);
}

function customerId(text: string): string {
  if (text === '' || [...text].length > 255)
    throw new InvalidArgumentError('It must be 1 to 255 characters.');
  return text;
}

function toWords(report: Report): string {
  return `${report.dryRun ? 'Would erase' : 'Erased'} in ${report.modes.join(' and ')} mode:
  the evidence and metadata of ${report.conversions} conversions
  the customer's name in ${report.firsts} notes of who came first
  the email of ${report.sessions} sessions
  ${report.pendingIdentities} identities that wait for their session
Amounts, commissions, affiliates and campaigns stay as they are.`;
}
