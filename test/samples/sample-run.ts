// A sample, run as a reader runs it, and what it printed held against the contract.
import { operations } from '#generated/operations.js';
import type { OperationId } from '#platform/contract/routes.js';
import { ajvOf, eachOperation, pointer, resolve, sealed, type Json } from '../contract/support/document.js';
import type { SharedApp } from '../support/app.js';
import type { PageSample } from './page-samples.js';
import { runProgram } from './runtimes.js';
import { makeSampleWorld } from './sample-world.js';

/** Runs the sample in a world of its own. @returns what is wrong with it; null when nothing is. */
export async function faultOf(app: SharedApp, sample: PageSample): Promise<string | null> {
  const world = await makeSampleWorld(app, sample.id);
  const environment = { REFCAMPAIGN_KEY: world.key };
  const { exitCode, output, errors } = await runProgram(
    sample.fence,
    world.inPlace(sample.text),
    environment,
  );
  if (exitCode !== 0) return `ended with ${exitCode}: ${output}${errors}`;
  return faultOfReply(sample.id, output.trimEnd());
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
  const contents = successesOf(id).map((reply) =>
    Object.entries((reply['content'] ?? {}) as Record<string, Json>),
  );
  const types = contents.flat().map(([type]) => type);
  // Among several types, the call has got what it asked for: which one, the contract does not say.
  if (types.length > 0 && types.every((type) => type === 'application/json'))
    return faultOfJson(contents.flat(), printed);
  if (types.length > 0) return printed === '' ? 'printed nothing' : null;
  // No body to print: of a redirect where it leads, else the status.
  if (operations[id].method !== 'get') return printed === '204' ? null : `printed no 204: ${printed}`;
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

/** The operation's replies that are no failures. */
function successesOf(id: OperationId): Json[] {
  const operation = new Map(eachOperation()).get(id) as { responses: Record<string, Json> };
  return Object.entries(operation.responses)
    .filter(([status]) => status < '400')
    .map(([, reply]) => resolve(reply));
}
