// What every command shares: where it reads and writes, exit codes, one line for an error.
// Exit codes: 0 done, 1 it failed (one line on standard error), 2 it was called wrongly.
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { Failure } from '#platform/errors/failure.js';
import { fromPublicId, type IdPrefix } from '#platform/values/ids.js';
import type { Database } from '#platform/database/database.js';
import { errorText } from '#platform/logging/error-text.js';
import { redactText } from '#platform/logging/redact.js';
import { withDatabase } from './with-database.js';

export interface CommandLine {
  environment: Record<string, string | undefined>;
  stdout(text: string): void;
  stderr(text: string): void;
  /** As stdout, for much of it: resolves when there is room for more. */
  pour?: (text: string) => Promise<void>;
  /** Whether somebody watches standard error. */
  isTerminal?: boolean;
  /** Whoever started it wants it to end: Ctrl-C. */
  signal?: AbortSignal;
}

/** The process's own command line. */
export const processCommandLine: CommandLine = {
  environment: process.env,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  pour: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    }),
  isTerminal: process.stderr.isTTY === true,
};

export interface OutputOptions {
  json?: true;
}

/** A command whose subcommands write through `line` and never end the process themselves. */
export function makeProgram(name: string, description: string, line: CommandLine): Command {
  return new Command(name)
    .description(description)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => line.stdout(text),
      writeErr: (text) => line.stderr(redactText(text)),
    })
    .showHelpAfterError(`(npm run ${name} -- --help tells how)`);
}

/**
 * Runs a program.
 * @param args without node and the script.
 * @returns the exit code.
 */
export async function run(program: Command, args: string[], line: CommandLine): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has said what is wrong
    line.stderr(`${program.name()}: ${errorText(error)}\n`);
    return error instanceof Failure && error.code === 'VALIDATION_FAILED' ? 2 : 1;
  }
}

/** Runs `work` on the service's database; what happens on the way is told on standard error. */
export function onDatabase<Result>(
  line: CommandLine,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabase(line.environment, (message) => line.stderr(`${message}\n`), work);
}

/** Writes a result: as one JSON value, or in words. */
export function write(line: CommandLine, options: OutputOptions, value: unknown, words: string): void {
  line.stdout(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${words}\n`);
}

/** Rows as aligned columns under their titles; `nothing` when there are none. */
export function table(titles: string[], rows: string[][], nothing: string): string {
  if (rows.length === 0) return nothing;
  const lines = [titles, ...rows];
  const widths = titles.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** An argument parser for public ids: gives the UUID inside. */
export function publicId(prefix: IdPrefix): (text: string) => string {
  return (text) => {
    const id = fromPublicId(prefix, text);
    if (id === null) throw new InvalidArgumentError(`It must be an id that starts with ${prefix}_.`);
    return id;
  };
}
