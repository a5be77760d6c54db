// npm run keys -- create | list | revoke
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ApiKey } from '#accounts/api-keys/api-keys.service.js';
import { keyPermissions, type KeyPermission } from '#platform/contract/permissions.js';
import { closestName } from '#platform/errors/did-you-mean.js';
import { toPublicId } from '#platform/values/ids.js';
import type { Mode } from '#platform/database/tenant.js';
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

interface CreateOptions extends OutputOptions {
  /** A UUID: the option's parser has read the public id. */
  merchant: string;
  mode: Mode;
  name: string;
  permissions: readonly KeyPermission[];
}

const ALL = keyPermissions.join(',');
/** As in openapi.yaml, "Keys and modes", in short. */
const HELP = `
Permissions:
  record  report orders, batches and refunds; identify with the key. All that a checkout needs
  read    read and export everything
  manage  create and change campaigns and affiliates; the browser script's site token
  pay     decide about commissions, create payouts and mark them as paid`;

/** The keys command, ready to be run. */
export function keysCommand(line: CommandLine): Command {
  const program = makeProgram(
    'keys',
    'API keys: made, listed and revoked while the service runs, or while it does not.',
    line,
  );
  addCreate(program, line);

  program
    .command('list')
    .description('the keys of a merchant, oldest first; never the keys themselves')
    .requiredOption('--merchant <merchant>', 'mer_…', publicId('mer'))
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { merchant: string }) => {
      const keys = await onDatabase(line, (database) =>
        new OperatorChanges(database).keys.list(options.merchant),
      );
      write(line, options, keys.map(toPublic), toTable(keys));
    });

  program
    .command('revoke')
    .description('refuse a key from now on, for good')
    .argument('<key>', 'key_… (the id, not the key)', publicId('key'))
    .option('--json', 'print JSON only')
    .action(async (id: string, options: OutputOptions) => {
      const key = await onDatabase(line, (database) => new OperatorChanges(database).revokeKey(id));
      const words = `Key ${toPublicId('key', key.id)} (${key.name}) is revoked; every replica refuses it within a second.`;
      write(line, options, toPublic(key), words);
    });
  return program;
}

function addCreate(program: Command, line: CommandLine): void {
  program
    .command('create')
    .description('make a key; it is shown this once')
    .requiredOption('--merchant <merchant>', 'mer_…', publicId('mer'))
    .addOption(
      new Option('--mode <mode>', 'which mode it opens').choices(['live', 'test']).makeOptionMandatory(),
    )
    .requiredOption('--name <name>', 'what it is for, 1 to 100 characters')
    .addOption(
      new Option('--permissions <list>', `what it may do, for ever: some of ${ALL}, with commas between them`)
        .default(keyPermissions, 'all of them')
        .argParser(permissionsIn),
    )
    .option('--json', 'print JSON only')
    .addHelpText('after', HELP)
    .action(async ({ merchant, mode, name, permissions, json }: CreateOptions) => {
      const created = await onDatabase(line, (database) =>
        new OperatorChanges(database).makeKey({ merchantId: merchant, mode, name, permissions }),
      );
      const value = { ...toPublic(created), key: created.key };
      const which = `${value.keyId} (${created.name}; ${value.permissions.join(', ')})`;
      const words = `${created.key}\n\nThis is the key ${which}. It is shown this once and cannot be shown again.`;
      write(line, json ? { json } : {}, value, words);
    });
}

/** `record,read` → the permissions, each once. */
function permissionsIn(text: string): KeyPermission[] {
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) if (!isPermission(name)) throw new InvalidArgumentError(whyNone(name));
  return keyPermissions.filter((permission) => names.includes(permission));
}

function isPermission(name: string): name is KeyPermission {
  return (keyPermissions as readonly string[]).includes(name);
}

function whyNone(name: string): string {
  const meant = closestName(name, keyPermissions);
  if (meant !== null) return `There is no permission ${name}. Did you mean ${meant}?`;
  return `${name === '' ? 'A name is missing' : `There is no permission ${name}`}; there are ${ALL}.`;
}

function toTable(keys: ApiKey[]): string {
  const rows = keys
    .map(toPublic)
    .map((key) => [
      key.keyId,
      key.masked,
      key.name,
      key.permissions.join(','),
      key.createdAt,
      key.lastUsedAt ?? '-',
      key.revokedAt ?? '-',
    ]);
  return table(
    ['ID', 'KEY', 'NAME', 'PERMISSIONS', 'CREATED', 'LAST USED', 'REVOKED'],
    rows,
    'This merchant has no keys yet.',
  );
}

function toPublic(key: ApiKey) {
  return {
    keyId: toPublicId('key', key.id),
    merchantId: toPublicId('mer', key.merchantId),
    mode: key.mode,
    name: key.name,
    masked: key.masked,
    permissions: key.permissions,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}
