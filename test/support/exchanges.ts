// What the tests and the service said to each other, kept for a validator that is not ours (test/independent): one JSON line for each
// exchange, in the file that EXCHANGES names. Several workers append to it at once.
import { appendFileSync } from 'node:fs';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** One request and its reply. Bodies are in base64, since they may be anything. */
export interface Exchange {
  method: string;
  /** Path and query, as in the request line. */
  target: string;
  /** As they left, those that Node adds included. Names in lower case. */
  requestHeaders: OutgoingHttpHeaders;
  /** null when nothing was sent. */
  requestBody: string | null;
  status: number;
  replyHeaders: IncomingHttpHeaders;
  /** Empty for media types other than JSON: nobody judges what is in them. */
  replyBody: string;
}

/** Notes an exchange of an e2e suite, if the run asks for it: these suites are the ones that say all that there is to say. */
export function noteExchange(exchange: Exchange): void {
  const file = process.env['EXCHANGES'];
  if (file !== undefined && expect.getState().testPath?.includes('/e2e/'))
    appendFileSync(file, `${JSON.stringify(exchange)}\n`);
}
