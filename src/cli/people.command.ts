// npm run people -- invite | list | reset | reset-two-factor | remove
import { InvalidArgumentError, Option, type Command } from 'commander';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import type { RemovedPerson } from '#accounts/members/remove-person.service.js';
import { roles, type Role } from '#accounts/people/role.js';
import { Database } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';
import { createLog } from '#platform/logging/log.js';
import { COMMAND_STATEMENT_MS } from '#platform/time/time-budget.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { formats } from '#platform/values/formats.js';
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import { makeProgram, publicId, table, write, type CommandLine, type OutputOptions } from './command-line.js';
import { peopleServicesOf, type PeopleServices } from './people-services.js';
import { withDataSource } from './with-database.js';

const INVITED_FOR_DAYS = 7;

type OnPeople = <Result>(work: (services: PeopleServices) => Promise<Result>) => Promise<Result>;

/** The people command, ready to be run. */
export function peopleCommand(line: CommandLine): Command {
  const program = makeProgram('people', 'Who may sign in, and where they belong.', line);
  const say = (message: string) => line.stderr(`${message}\n`);
  const log = createLog('warn', { write: (text) => line.stderr(text) });
  const limits = { connections: 2, statementMs: COMMAND_STATEMENT_MS };
  const onPeople: OnPeople = (work) =>
    withDataSource(
      line.environment,
      say,
      (dataSource, config) => work(peopleServicesOf(new Database(dataSource), config, log)),
      limits,
    );
  addInvite(program, line, onPeople);
  addList(program, line, onPeople);
  addReset(program, line, onPeople);
  addResetTwoFactor(program, line, onPeople);
  addRemove(program, line, onPeople);
  return program;
}

function addInvite(program: Command, line: CommandLine, onPeople: OnPeople): void {
  program
    .command('invite')
    .description(`make a link by which somebody comes to belong to a merchant; it works once, for 7 days`)
    .requiredOption('--merchant <merchant>', 'mer_…', publicId('mer'))
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .option('--email <email>', 'whom it is for; without it, for whoever holds the link', email)
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { merchant: string; role: Role; email?: string }) => {
      const { merchant: merchantId, role } = options;
      const wanted = { merchantId, role, email: options.email ?? null, lastsMs: INVITED_FOR_DAYS * DAY_MS };
      const link = await onPeople(({ inviting }) => inviting.invite(wanted));
      const value = { merchantId: toPublicId('mer', merchantId), role, email: wanted.email, link };
      const whom = wanted.email ?? 'whoever opens it first';
      const words = `${link}\n\nThis link makes ${whom} a member (${role}). It works once, for ${INVITED_FOR_DAYS} days, and is shown this once.`;
      write(line, options, value, words);
    });
}

function addList(program: Command, line: CommandLine, onPeople: OnPeople): void {
  program
    .command('list')
    .description('who may sign in, once for each merchant they belong to')
    .option('--merchant <merchant>', 'only its members: mer_…', publicId('mer'))
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { merchant?: string }) => {
      const { rows, secured, owners } = await onPeople(
        async ({ database, people, secondFactors, passkeys }) => {
          const all = await people.listAll(database.atOnce, options.merchant ?? null);
          const ids = [...new Set(all.map(({ id }) => id))];
          const secured = await secondFactors.enabledAmong(database.atOnce, ids);
          return { rows: all, secured, owners: await passkeys.ownersAmong(database.atOnce, ids) };
        },
      );
      const listed = rows.map(({ id, createdAt, merchantId, ...rest }) => ({
        personId: toPublicId('per', id),
        ...rest,
        twoFactor: secured.has(id),
        passkeys: owners.has(id),
        merchantId: idOrNull('mer', merchantId),
        createdAt: createdAt.toISOString(),
      }));
      const cells = listed.map((one) => [
        one.email,
        one.name,
        one.role ?? '-',
        [one.twoFactor && 'code', one.passkeys && 'passkey'].filter(Boolean).join(', ') || '-',
        one.merchantId ?? '-',
        one.merchantName ?? '-',
      ]);
      write(
        line,
        options,
        listed,
        table(['EMAIL', 'NAME', 'ROLE', 'SECOND FACTOR', 'MERCHANT', 'ITS NAME'], cells, 'Nobody.'),
      );
    });
}

function addReset(program: Command, line: CommandLine, onPeople: OnPeople): void {
  program
    .command('reset')
    .description('make a link by which somebody sets a new password; it works once, within the hour')
    .requiredOption('--email <email>', 'whose', email)
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { email: string }) => {
      const made = await onPeople(({ resets }) => resets.makeLink(options.email, OPERATOR));
      if (!made) throw new Failure('NOT_FOUND', 'Nobody has this email.');
      const { link } = made;
      const words = `${link}\n\nThis link sets a new password for ${options.email}. It works once, within the hour, and is shown this once.`;
      write(line, options, { email: options.email, link }, words);
    });
}

function addResetTwoFactor(program: Command, line: CommandLine, onPeople: OnPeople): void {
  program
    .command('reset-two-factor')
    .description('switch two-factor sign-in off, and remove the passkeys, of somebody who has lost them')
    .requiredOption('--email <email>', 'whose', email)
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { email: string }) => {
      const taken = await onPeople(({ twoFactor }) => twoFactor.disableFor(options.email));
      const words =
        taken.wasOn || taken.passkeys > 0
          ? `${options.email} signs in with the password alone now (passkeys removed: ${taken.passkeys}), and every session of theirs is over.`
          : `${options.email} had no second factor.`;
      write(line, options, { email: options.email, ...taken }, words);
    });
}

function addRemove(program: Command, line: CommandLine, onPeople: OnPeople): void {
  program
    .command('remove')
    .description('take somebody out of every merchant and delete the account; what they did stays in the log')
    .requiredOption('--email <email>', 'whose', email)
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { email: string }) => {
      const removed = await onPeople(({ removing }) => removing.remove(options.email));
      const merchants = removed.merchants.map(({ id, name, isOrphaned }) => ({
        merchantId: toPublicId('mer', id),
        name,
        isOrphaned,
      }));
      const value = { personId: toPublicId('per', removed.id), email: removed.email, merchants };
      write(line, options, value, removedInWords(removed));
    });
}

function removedInWords({ email: whose, merchants }: RemovedPerson): string {
  const from = merchants.map(({ name }) => name).join(', ') || 'no merchant';
  const orphaned = merchants.filter(({ isOrphaned }) => isOrphaned);
  const warnings = orphaned.map(
    ({ id, name }) =>
      `\n${name} has no owner now: npm run people -- invite --merchant ${toPublicId('mer', id)} --role OWNER`,
  );
  return `${whose} was removed (${from}); every session of theirs is over.${warnings.join('')}`;
}

/** An argument parser for emails. */
function email(text: string): string {
  if (!formats.email.accepts(text.trim())) throw new InvalidArgumentError('It must be an email.');
  return text.trim();
}
