// A command about what is of one merchant in one mode: what each of these is told, and how it is read.
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Tenant } from '#platform/database/tenant.js';
import { formats } from '#platform/values/formats.js';
import { publicId, type OutputOptions } from './command-line.js';

/** What every command about endpoints is told. */
export interface TenantOptions extends OutputOptions {
  /** A UUID: the option's parser has read the public id. */
  merchant: string;
  mode: Tenant['mode'];
}

/** A command about the endpoints of a merchant and mode. */
export function tenantCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .requiredOption('--merchant <merchant>', 'mer_…', publicId('mer'))
    .addOption(new Option('--mode <mode>', 'of which mode').choices(['live', 'test']).makeOptionMandatory())
    .option('--json', 'print JSON only');
}

export const tenantOf = ({ merchant, mode }: TenantOptions): Tenant => ({ merchantId: merchant, mode });

/** An argument parser for moments: as the contract writes them. */
export function moment(text: string): string {
  if (!formats['date-time'].accepts(text))
    throw new InvalidArgumentError('It must be a date-time such as 2026-11-30T06:00:00Z.');
  return text;
}

/** An argument parser that leaves a public id as it is. */
export function namedId(prefix: 'whe' | 'whd'): (text: string) => string {
  const check = publicId(prefix);
  return (text) => {
    check(text);
    return text;
  };
}
