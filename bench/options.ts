// The benchmark's command line.
import { parseArgs } from 'node:util';
import { subjectNames, type SubjectName } from './compare/subject.js';

export const commands = ['compare', 'growth', 'overload', 'dashboard', 'requests', 'webhooks'] as const;

export interface Options {
  command: (typeof commands)[number];
  /** Seconds of a slice (compare, growth, dashboard, webhooks) or of the overload; null: as the command has it. */
  seconds: number | null;
  rounds: number | null;
  /** Numbers of connections. */
  levels: number[];
  only: SubjectName[];
  /** Millions of conversions (growth; dashboard, webhooks: the first); empty: as the command has it. */
  sizes: number[];
  help: boolean;
}

export const usage = `npm run bench [-- command] [-- options]

  compare   (default) the service beside a typical one, the database alone and a server that does nothing
  growth    the service with 0.1, 1 and 5 million conversions in its database (needs 30 GB of disk and half an hour or more)
  overload  a minute of twice as much as the service can do
  dashboard each screen over a million orders, in Chromium and by 1 and 16 viewers, while 500 orders a second are recorded (eight minutes)
  requests  what remembering the last requests costs an order: one process with and without, in turns
  webhooks  what it costs to tell merchants' servers: an order, the events of a backlog, 50 endpoints beside one that hangs (eight minutes)

  --seconds n   length of a slice, or of the overload
  --rounds n    how often each is measured
  --levels a,b  numbers of connections (compare), default 1,16,64,256
  --only a,b    of ${subjectNames.join(', ')} (compare)
  --sizes a,b   millions of conversions (growth: default 0.1,1,5; dashboard: 1), of waiting events (webhooks: 1)
`;

/** @throws Error in words for who typed it */
export function parseOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      levels: { type: 'string', default: '1,16,64,256' },
      only: { type: 'string', default: subjectNames.join(',') },
      sizes: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [command = 'compare', ...more] = positionals;
  if (!isOneOf(commands, command) || more.length > 0)
    throw new Error(`There is no ${positionals.join(' ')}.`);
  return {
    command,
    seconds: values.seconds === undefined ? null : number('seconds', values.seconds),
    rounds: values.rounds === undefined ? null : number('rounds', values.rounds),
    levels: values.levels.split(',').map((text) => number('levels', text)),
    only: values.only.split(',').map(toSubject),
    sizes: values.sizes?.split(',').map((text) => number('sizes', text)) ?? [],
    help: values.help,
  };
}

function number(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${option}: ${text} is not a number above 0.`);
  return value;
}

function toSubject(text: string): SubjectName {
  if (!isOneOf(subjectNames, text)) throw new Error(`--only: there is no ${text}.`);
  return text;
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text);
}
