// npm run webhooks -- recover: many events are sent to an endpoint again. It asks until there is no more; ended early, it can be asked again.
import type { Command } from 'commander';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { recoverRule } from '#integrations/webhooks/deliveries/recovery.rules.js';
import type { BodyOf } from '#platform/contract/operation.js';
import { Failure } from '#platform/errors/failure.js';
import { write, type CommandLine } from './command-line.js';
import { moment, namedId, tenantCommand, tenantOf, type TenantOptions } from './tenant-command.js';
import type { OnWebhooks } from './webhook-services.js';

interface RecoverOptions extends TenantOptions {
  failedSince?: string;
  missedSince?: string;
  until?: string;
}

export function addRecover(program: Command, line: CommandLine, onWebhooks: OnWebhooks): void {
  tenantCommand(
    program,
    'recover',
    'have all that an endpoint failed to get, or has missed, sent again, each once',
  )
    .argument('<endpoint>', 'whe_…', namedId('whe'))
    .option('--failed-since <time>', 'what failed for good since then', moment)
    .option('--missed-since <time>', 'what it wants, and has no delivery of, since then', moment)
    .option('--until <time>', 'only what is from before; else from before now', moment)
    .action(async (endpointId: string, options: RecoverOptions) => {
      const asked = bodyOf(options);
      const all = await onWebhooks(async ({ recovering }) => {
        const sums = { added: 0, notKept: 0 };
        for (let cursor: string | null | undefined; cursor !== null;) {
          const body = { ...asked, ...(cursor && { cursor }) };
          const found = await recovering.recover(tenantOf(options), endpointId, body, OPERATOR);
          sums.added += found.added;
          sums.notKept += found.notKept;
          ({ cursor } = found);
          if (cursor !== null && line.isTerminal) line.stderr(`${sums.added} so far\n`);
        }
        return sums;
      });
      const gone = all.notKept > 0 ? ` Of ${all.notKept} more the text is not kept any more.` : '';
      write(line, options, all, `${all.added} events are sent again, each once.${gone}`);
    });
}

/** @throws Failure VALIDATION_FAILED where it is not said clearly which. */
function bodyOf({ failedSince, missedSince, until }: RecoverOptions): BodyOf<'recoverDeliveries'> {
  const body = {
    ...(failedSince !== undefined && { failedSince }),
    ...(missedSince !== undefined && { missedSince }),
    ...(until !== undefined && { until }),
  };
  if (failedSince === undefined && missedSince === undefined)
    throw new Failure('VALIDATION_FAILED', 'Say --failed-since or --missed-since.');
  const [issue] = recoverRule(body);
  if (issue) throw new Failure('VALIDATION_FAILED', `--${issue.path.join('.')} ${issue.message}`);
  return body;
}
