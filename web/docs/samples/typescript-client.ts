// The sample with our own client: a method by the operation's name. Unlike the others it knows the operation, not the address it is sent to.
import { javascriptLiteral } from './javascript.js';
import { KEY_VARIABLE, program } from './sample.js';

/** One call of the client, as its sample shows it. */
export interface ClientCall {
  /** `recordPostback`. */
  operationId: string;
  /** Where the service is, without `/api/v1`. */
  origin: string;
  /** The values of the path's parameters, in its order. */
  path: unknown[];
  /** The fields of the body and of the query, as one; null where the operation takes none, or needs none. */
  params: Record<string, unknown> | null;
  /** What the method hands back. */
  gives: 'reply' | 'list' | 'csv';
}

/** How the reference calls and colours it. */
export const typescriptClient = { label: 'TypeScript', fence: 'ts' };

/** A whole program, ending with a line break, for a project that has the client installed. */
export function clientSampleOf(call: ClientCall): string {
  return program(
    "import { RefCampaign } from '@refcampaign/api-client';",
    '',
    'const refcampaign = new RefCampaign({',
    `  apiKey: process.env.${KEY_VARIABLE}!,`,
    `  baseUrl: ${javascriptLiteral(call.origin)},`,
    '});',
    '',
    ...linesOf(call),
  );
}

function linesOf({ operationId, path, params, gives }: ClientCall): string[] {
  const passed = [...path, ...(params === null ? [] : [params])].map((one) => javascriptLiteral(one));
  const called = `refcampaign.${operationId}(${passed.join(', ')})`;
  if (gives === 'list') return [`for await (const item of ${called}) {`, '  console.log(item);', '}'];
  if (gives === 'csv') return [`const file = await ${called};`, 'console.log(await file.text());'];
  return [`const { data } = await ${called};`, 'console.log(data);'];
}
