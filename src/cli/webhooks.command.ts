// npm run webhooks -- list | test | resend | recover | prune | listen
import type { Command } from 'commander';
import type { StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { ToldPruning } from '#integrations/webhooks/retention/told-pruning.js';
import { Database } from '#platform/database/database.js';
import { createLog } from '#platform/logging/log.js';
import { SystemClock, type Clock } from '#platform/time/clock.js';
import { COMMAND_STATEMENT_MS } from '#platform/time/time-budget.js';
import { toPublicId } from '#platform/values/ids.js';
import {
  makeProgram,
  onDatabase,
  table,
  write,
  type CommandLine,
  type OutputOptions,
} from './command-line.js';
import { addListen } from './listen.command.js';
import type { Forwarding } from './event-forwarder.js';
import { addRecover } from './recover.command.js';
import { namedId, tenantCommand, tenantOf, type TenantOptions } from './tenant-command.js';
import { webhookServicesOf, type OnWebhooks } from './webhook-services.js';
import { withDataSource } from './with-database.js';

const PORTION = 5000;

/** What a test has otherwise. */
interface Otherwise {
  clock?: Clock;
  /** Rows that prune looks at in one transaction. */
  portion?: number;
  waits?: Forwarding['waits'];
}

/** The webhooks command, ready to be run. */
export function webhooksCommand(
  line: CommandLine,
  { clock = new SystemClock(), portion = PORTION, waits }: Otherwise = {},
): Command {
  const program = makeProgram(
    'webhooks',
    'Webhook endpoints: how they do, tried, caught up, and at home.',
    line,
  );
  const log = createLog('warn', { write: (text) => line.stderr(text) });
  const limits = { connections: 2, statementMs: COMMAND_STATEMENT_MS };
  const onWebhooks: OnWebhooks = (work) =>
    withDataSource(
      line.environment,
      (message) => line.stderr(`${message}\n`),
      async (dataSource, config) => {
        const services = webhookServicesOf(new Database(dataSource), config, log);
        return work(services).finally(() => services.close());
      },
      limits,
    );
  addList(program, line, onWebhooks);
  addTest(program, line, onWebhooks);
  addResend(program, line, onWebhooks);
  addRecover(program, line, onWebhooks);
  addPrune(program, line, clock, portion);
  addListen(program, line, clock, waits);
  return program;
}

function addList(program: Command, line: CommandLine, onWebhooks: OnWebhooks): void {
  tenantCommand(program, 'list', 'the endpoints, oldest first, with how they do and how much waits').action(
    async (options: TenantOptions) => {
      const tenant = tenantOf(options);
      const listed = await onWebhooks(async ({ database, endpoints, log }) => {
        const found: { endpoint: StoredEndpoint; waiting: number }[] = [];
        for (const endpoint of await endpoints.listOf(database.atOnce, tenant)) {
          const key = { ...tenant, endpointId: endpoint.id };
          found.push({ endpoint, waiting: await log.countWaiting(database.atOnce, key) });
        }
        return found.map(toListed);
      });
      const cells = listed.map((one) => [
        one.endpointId,
        one.name,
        one.statusReason ? `${one.status} (${one.statusReason})` : one.status,
        String(one.failures),
        one.failingSince ?? '-',
        String(one.waiting),
        one.url,
      ]);
      const titles = ['ID', 'NAME', 'STATUS', 'FAILURES', 'FAILING SINCE', 'WAITING', 'URL'];
      write(line, options, listed, table(titles, cells, 'This merchant has no endpoints in this mode.'));
    },
  );
}

function toListed({ endpoint, waiting }: { endpoint: StoredEndpoint; waiting: number }) {
  const { id, name, url, status, statusReason, failures, failingSince } = endpoint;
  const health = { status, statusReason, failures, failingSince: failingSince?.toISOString() ?? null };
  return { endpointId: toPublicId('whe', id), name, url, ...health, waiting };
}

function addTest(program: Command, line: CommandLine, onWebhooks: OnWebhooks): void {
  tenantCommand(program, 'test', 'send a test to an endpoint, and show what was sent and what came back')
    .argument('<endpoint>', 'whe_…', namedId('whe'))
    .action(async (endpointId: string, options: TenantOptions) => {
      const sent = await onWebhooks(({ byHand }) => byHand.test(tenantOf(options), endpointId));
      const [attempt] = sent.tries;
      const answer = attempt?.failure
        ? `failed: ${attempt.failure}${attempt.status === null ? '' : ` (${attempt.status})`}`
        : `answered ${attempt?.status ?? 'nothing'}`;
      const headers = Object.entries(attempt?.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
      const words = [
        `sent ${sent.eventId}:`,
        `${sent.body ?? ''}\n`,
        `${answer}, ${attempt?.durationMs ?? 0} ms`,
        ...headers,
        ...(attempt?.body ? ['', attempt.body] : []),
      ];
      write(line, options, sent, words.join('\n'));
      if (sent.state !== 'DELIVERED') throw new Error('the test was not delivered');
    });
}

function addResend(program: Command, line: CommandLine, onWebhooks: OnWebhooks): void {
  tenantCommand(
    program,
    'resend',
    'have the event of one delivery sent again, once; by the service, as soon as it looks',
  )
    .argument('<delivery>', 'whd_…', namedId('whd'))
    .requiredOption('--endpoint <endpoint>', 'whe_…', namedId('whe'))
    .action(async (deliveryId: string, options: TenantOptions & { endpoint: string }) => {
      const made = await onWebhooks(({ byHand }) =>
        byHand.resend(tenantOf(options), options.endpoint, deliveryId),
      );
      write(line, options, made, `${made.event} (${made.eventId}) is sent again as ${made.deliveryId}.`);
    });
}

function addPrune(program: Command, line: CommandLine, clock: Clock, portion: number): void {
  program
    .command('prune')
    .description(
      'delete events and deliveries of more than 30 days ago; npm run prune does so too, with other things',
    )
    .option('--dry-run', 'count, and delete nothing')
    .option('--json', 'print JSON only')
    .action(async (options: OutputOptions & { dryRun?: true }) => {
      const dryRun = options.dryRun ?? false;
      const pruned = await onDatabase(line, (database) =>
        new ToldPruning(database, { dryRun, portion }).all(clock.now()),
      );
      const { events, deliveries } = pruned;
      const eventsBefore = pruned.eventsBefore.toISOString();
      const what = `${events} events and ${deliveries} deliveries from before ${eventsBefore}`;
      const value = { dryRun, eventsBefore, events, deliveries };
      write(line, options, value, `${dryRun ? 'Would delete' : 'Deleted'} ${what}.`);
    });
}
