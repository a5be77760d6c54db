// What a name of a receiver resolves to. Strangers choose these names and run their servers of names, so one that never answers must
// cost nobody else anything.
// Why so: docs/decisions/0030-where-a-webhook-may-go.md
import { lookup, Resolver } from 'node:dns/promises';
import { isLoopbackName, type AddressGuard } from './address-guard.js';
import { WEBHOOK_NAME_SERVER_MS, WEBHOOK_OTHER_FAMILY_MS } from '#platform/time/time-budget.js';
import { withTimeout } from '#platform/time/with-timeout.js';

/**
 * The addresses of a name, any of them first to be dialled; rejects when there is none. Not called for addresses.
 * @param signal nobody waits for the answer any more
 */
export type ResolveName = (hostname: string, signal: AbortSignal) => Promise<string[]>;

/**
 * Names that WEBHOOK_ALLOW lists, names without a dot and localhost as the machine resolves them (its hosts file, its search domains); all
 * others by DNS. The machine's way takes a thread of four for as long as it lasts, which only the operator's own names may.
 * @param servers of names, `address:port`; those of the machine unless told
 */
export function nameResolver(guard: AddressGuard, servers?: readonly string[]): ResolveName {
  return (hostname, signal) => {
    const isOperators = guard.isListedName(hostname) || isLoopbackName(hostname) || !hostname.includes('.');
    return isOperators ? askMachine(hostname) : askServers(hostname, signal, servers);
  };
}

async function askMachine(hostname: string): Promise<string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

async function askServers(
  hostname: string,
  signal: AbortSignal,
  servers?: readonly string[],
): Promise<string[]> {
  // A new one each time: it reads which servers there are, and ends with its questions.
  const resolver = new Resolver({ timeout: WEBHOOK_NAME_SERVER_MS, tries: 2 });
  if (servers) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel);
  const families = [resolver.resolve4(hostname), resolver.resolve6(hostname)];
  const both = Promise.allSettled(families);
  try {
    await Promise.any(families);
    await withTimeout(WEBHOOK_OTHER_FAMILY_MS, both, null);
    cancel();
    return (await both).flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
