// What `npm start` says when it is given arguments: it takes none but --help and --version, for settings are environment variables.
import { configTable } from '#config-table.js';
import { serviceVersion } from '#platform/contract/version.js';
import { closestName } from '#platform/errors/did-you-mean.js';

export interface Answer {
  /** As the commands have it: 0 done, 2 called wrongly. */
  exitCode: 0 | 2;
  /** For standard output if all is well, else for standard error. */
  text: string;
}

const names = configTable.map(({ name }) => name);

/** @param given one at least, without node and the script. */
export function answerArguments(given: readonly string[]): Answer {
  const unknown = given.find((argument) => !['--help', '-h', '--version', '-v'].includes(argument));
  if (unknown !== undefined) return { exitCode: 2, text: refusal(unknown, given) };
  const wantsHelp = given.some((argument) => ['--help', '-h'].includes(argument));
  return { exitCode: 0, text: wantsHelp ? help() : `${serviceVersion}\n` };
}

function refusal(unknown: string, given: readonly string[]): string {
  const [option = '', ...values] = unknown.split('=');
  const next = given[given.indexOf(unknown) + 1];
  const value =
    values.length > 0 ? values.join('=') : next === undefined || next.startsWith('-') ? '…' : next;
  const meant = option.startsWith('--')
    ? closestName(option.slice(2).toUpperCase(), [...names, 'HELP', 'VERSION'])
    : null;
  const cure =
    meant === null
      ? 'Settings are environment variables.'
      : names.some((name) => name === meant)
        ? `It is an environment variable: ${meant}=${meant.includes('URL') ? '…' : value} npm start`
        : `Did you mean --${meant.toLowerCase()}?`;
  return `npm start takes no argument ${option}. ${cure}\n(npm start -- --help tells more)\n`;
}

function help(): string {
  const width = Math.max(...names.map((name) => name.length));
  const lines = configTable.map(
    ({ name, meaning, default: standard }) => `  ${name.padEnd(width)}  ${meaning} [${standard}]`,
  );
  return `refcampaign-api ${serviceVersion}

Usage: npm start                    starts the service: its API, its documentation at /docs, a PostgreSQL of its own
       npm start -- --help          this
       npm start -- --version       the version

Settings are environment variables, such as PORT=8080 npm start; in brackets what is taken without:

${lines.join('\n')}

Commands beside it, each with -- --help: npm run merchants, keys, demo, export, privacy, prune
`;
}
