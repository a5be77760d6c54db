// A sample, run as a reader runs it on a fresh start, and what it printed held against its page.
import { operations } from '#generated/operations.js';
import type { OperationId } from '#platform/contract/routes.js';
import { ajvOf, eachOperation, pointer, resolve, sealed, type Json } from '../contract/support/document.js';
import type { Installation } from './guide-run.js';
import type { PageSample } from './page-samples.js';
import { runProgram } from './runtimes.js';
import { differences } from './same-reply.js';
import { unlikeShown } from './unlike-shown.js';

/** Where the contract's examples have links lead. */
const EXAMPLE_ORIGIN = 'https://go.example.com';

/** Runs the sample as it stands, with the installation's key. @returns what is wrong with it; null when nothing is. */
export async function faultOf(installation: Installation, sample: PageSample): Promise<string | null> {
  const printed = await outcomeOf(installation, sample);
  return 'fault' in printed ? printed.fault : faultOfReply(sample.id, printed.output);
}

/** As `faultOf`, on an installation that nobody has used: the reply is the one that the page shows, too. */
export async function faultOnFreshStart(
  installation: Installation,
  sample: PageSample,
): Promise<string | null> {
  const printed = await outcomeOf(installation, sample);
  if ('fault' in printed) return printed.fault;
  const shown = shownReply(sample.id);
  const unlike = unlikeShown[sample.id] ?? [];
  const fault = faultOfReply(sample.id, printed.output);
  if (fault !== null || shown === null || unlike === 'all of it') return fault;
  const reply = JSON.parse(printed.output.replaceAll(installation.address, EXAMPLE_ORIGIN)) as unknown;
  const found = differences(shown, reply, false);
  const allowed = unlike.map((path) => `reply.data.${path}`);
  const faults = found.filter((line) => !allowed.some((path) => line.startsWith(path)));
  const needless = allowed.filter((path) => !found.some((line) => line.startsWith(path)));
  faults.push(...needless.map((path) => `${path} is as shown: nothing has to be allowed`));
  return faults.length === 0 ? null : faults.join('\n');
}

/** Runs a sample of curl once more: it succeeds again, or is refused for a reason that its page lists among the replies. */
export async function faultOfRepeat(
  { key }: Installation,
  { id, fence, text }: PageSample,
): Promise<string | null> {
  const { exitCode, output, errors } = await runProgram(fence, text, { REFCAMPAIGN_KEY: key });
  if (exitCode === 0) return faultOfReply(id, output.trimEnd());
  const reason = /"reason":\s*"(\w+)"/.exec(output + errors)?.[1] ?? 'nothing';
  return reasonsOf(id).includes(reason)
    ? null
    : `refused for what its page does not tell: ${output}${errors}`;
}

async function outcomeOf(
  { address, key }: Installation,
  { fence, text }: PageSample,
): Promise<{ output: string } | { fault: string }> {
  // The pages have the address of the service that serves them, which stands in for a reader's own.
  if (!text.includes(address)) return { fault: `does not call ${address}` };
  const { exitCode, output, errors } = await runProgram(fence, text, { REFCAMPAIGN_KEY: key });
  if (exitCode !== 0) return { fault: `ended with ${exitCode}: ${output}${errors}` };
  return { output: output.trimEnd() };
}

/** Whether the sample fails when the call does: with a key that is none, it must not end well, and says the status. */
export async function faultOfFailure(sample: PageSample): Promise<string | null> {
  const { exitCode, output, errors } = await runProgram(sample.fence, sample.text, {
    REFCAMPAIGN_KEY: 'no-key',
  });
  if (exitCode === 0) return `ended well, although the call was refused: ${output}`;
  return `${output}${errors}`.includes('401') && `${output}${errors}`.includes('UNAUTHORIZED')
    ? null
    : `does not say what went wrong: ${output}${errors}`;
}

function faultOfReply(id: OperationId, printed: string): string | null {
  const contents = successesOf(id).map(([, reply]) =>
    Object.entries((reply['content'] ?? {}) as Record<string, Json>),
  );
  const types = contents.flat().map(([type]) => type);
  // Among several types, the call has got what it asked for: which one, the contract does not say.
  if (types.length > 0 && types.every((type) => type === 'application/json'))
    return faultOfJson(contents.flat(), printed);
  if (types.length > 0) return printed === '' ? 'printed nothing' : null;
  // No body to print: of a redirect where it leads, else the status.
  if (operations[id].method !== 'get') return printed === '204' ? null : `printed no 204: ${printed}`;
  if (id === 'getStart') return printed.endsWith('/docs') ? null : `printed no way to the docs: ${printed}`;
  return printed.startsWith('https://shop.example.com/')
    ? null
    : `printed no address of the shop: ${printed}`;
}

function faultOfJson(contents: [string, Json][], printed: string): string | null {
  let reply: unknown;
  try {
    reply = JSON.parse(printed);
  } catch {
    return `printed no JSON: ${printed}`;
  }
  const faults = contents.map(([, { schema }]) => {
    const ref = (schema as Json)['$ref'] as string | undefined;
    const validate = ajvOf(sealed).compile(ref === undefined ? (schema as Json) : { $ref: pointer(ref) });
    return validate(reply) ? null : ajvOf(sealed).errorsText(validate.errors);
  });
  return faults.includes(null) ? null : `${faults.join('; ')}: ${printed}`;
}

/** The first example of what the call answers for the first time (201, where there is one); null where it answers other things than JSON. */
function shownReply(id: OperationId): unknown {
  const replies = successesOf(id);
  const [, reply] = replies.find(([status]) => status === '201') ?? replies[0]!;
  const content = (reply['content'] ?? {}) as Record<string, Json>;
  if (Object.keys(content).length > 1) return null;
  const examples = (content['application/json']?.['examples'] ?? {}) as Record<string, Json>;
  const [first] = Object.values(examples);
  return first === undefined ? null : resolve(first)['value'];
}

/** The reasons that the examples of an operation's refusals give, but for those that any call may meet. */
function reasonsOf(id: OperationId): string[] {
  const responses = responsesOf(id);
  const examples = ['404', '409'].flatMap((status) => {
    const { content } = resolve(responses[status] ?? {}) as { content?: Record<string, Json> };
    return Object.values((content?.['application/json']?.['examples'] ?? {}) as Record<string, Json>);
  });
  return examples
    .map((example) => JSON.stringify(resolve(example)))
    .flatMap((text) => [...text.matchAll(/"reason":"(\w+)"/g)].map(([, reason]) => reason as string));
}

/** The operation's replies that are no failures, by their status. */
function successesOf(id: OperationId): [string, Json][] {
  return Object.entries(responsesOf(id))
    .filter(([status]) => status < '400')
    .map(([status, reply]) => [status, resolve(reply)]);
}

function responsesOf(id: OperationId): Record<string, Json> {
  return (new Map(eachOperation()).get(id) as { responses: Record<string, Json> }).responses;
}
