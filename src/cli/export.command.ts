// npm run export: a merchant's conversions as CSV, byte for byte what GET /api/v1/conversions/export answers.
import { open, rename, rm } from 'node:fs/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExportConversionsQuery } from '#generated/dto.js';
import { Failure } from '#platform/errors/failure.js';
import { parseDateTime } from '#platform/values/formats.js';
import { fromPublicId, type IdPrefix } from '#platform/values/ids.js';
import { periodRule } from '#platform/values/period.js';
import { ExportRepository } from '#conversions/recording/export.repository.js';
import { ExportConversionsService } from '#conversions/recording/export-conversions.service.js';
import type { Database } from '#platform/database/database.js';
import type { Mode } from '#platform/database/tenant.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import type { ConversionStatus } from '#conversions/recording/conversion.js';
import { makeProgram, onDatabase, publicId, type CommandLine } from './command-line.js';

interface ExportOptions {
  /** A UUID: the option's parser has read the public id. */
  merchant: string;
  mode: Mode;
  from?: string;
  to?: string;
  status?: ConversionStatus;
  affiliate?: string;
  campaign?: string;
  output?: string;
}

/** The export command, ready to be run. */
export function exportCommand(line: CommandLine): Command {
  return makeProgram('export', "A merchant's conversions as CSV, newest first.", line)
    .requiredOption('--merchant <merchant>', 'mer_…', publicId('mer'))
    .addOption(new Option('--mode <mode>', 'which mode').choices(['live', 'test']).default('live'))
    .option('--from <time>', 'that happened at this time or later, such as 2026-11-01T00:00:00Z', dateTime)
    .option('--to <time>', 'that happened before this time', dateTime)
    .addOption(new Option('--status <status>', 'only these').choices(['ATTRIBUTED', 'UNATTRIBUTED']))
    .option('--affiliate <affiliate>', 'aff_…', knownAs('aff'))
    .option('--campaign <campaign>', 'cmp_…', knownAs('cmp'))
    .option('--output <file>', 'write to this file; without it to standard output')
    .action(async (options: ExportOptions, command: Command) => {
      const query = toQuery(options);
      const [issue] = periodRule(undefined, query);
      if (issue) command.error(`error: --${issue.path.join('.')} ${issue.message}`);
      await onDatabase(line, (database) => exportTo(line, database, options, query));
    });
}

async function exportTo(
  line: CommandLine,
  database: Database,
  { merchant: merchantId, mode, output }: ExportOptions,
  query: ExportConversionsQuery,
): Promise<void> {
  const merchants = await new MerchantsService(database, new MerchantsRepository()).list();
  const merchant = merchants.find(({ id }) => id === merchantId);
  if (!merchant) throw new Failure('NOT_FOUND', 'There is no merchant with this id.');
  const caller = { merchantId, mode, keyId: null, personId: null, merchantName: merchant.name };
  const { body } = new ExportConversionsService(database, new ExportRepository()).export(caller, query).parts;
  if (output !== undefined) {
    await writeFile(output, body);
    line.stderr(`${output} was written.\n`);
    return;
  }
  await pourAll(line, body);
}

async function pourAll(line: CommandLine, pieces: AsyncIterable<string>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (line.pour) await line.pour(piece);
      else line.stdout(piece);
    }
  } catch (error) {
    // Who reads has had enough (| head).
    if ((error as { code?: string }).code !== 'EPIPE') throw error;
  }
}

/** Under another name until it is whole: half a table looks like a table. */
async function writeFile(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    for await (const piece of pieces) await file.write(piece);
    await file.close();
    await rename(part, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

function toQuery({ from, to, status, affiliate, campaign }: ExportOptions): ExportConversionsQuery {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(status === undefined ? {} : { status }),
    ...(affiliate === undefined ? {} : { affiliateId: affiliate }),
    ...(campaign === undefined ? {} : { campaignId: campaign }),
  };
}

function dateTime(text: string): string {
  if (!parseDateTime(text))
    throw new InvalidArgumentError('It must be a date-time, such as 2026-11-01T00:00:00Z.');
  return text;
}

/** An argument parser for public ids that stay as they are. */
function knownAs(prefix: IdPrefix): (text: string) => string {
  return (text) => {
    if (fromPublicId(prefix, text) === null)
      throw new InvalidArgumentError(`It must be an id that starts with ${prefix}_.`);
    return text;
  };
}
