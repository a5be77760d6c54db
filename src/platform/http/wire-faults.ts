// What Node's parser lets through and HTTP forbids: two readers of such a request, a proxy and us, might each see another one in it.
import type { IncomingMessage } from 'node:http';

/** What is wrong with the request's head, in words for the sender; null when nothing is (RFC 9112, 3.2 and 6.1). */
export function wireFault(request: IncomingMessage): string | null {
  const { headers, httpVersionMajor: major, httpVersionMinor: minor } = request;
  const isOlder = major < 1 || (major === 1 && minor < 1);
  const coding = headers['transfer-encoding'];
  if (coding !== undefined) {
    if (isOlder) return 'There is no Transfer-Encoding in HTTP/1.0: send Content-Length, or HTTP/1.1.';
    // Not 501, which the RFC suggests for a coding nobody knows: repeating the call as it is helps nobody.
    if (coding.trim().toLowerCase() !== 'chunked')
      return 'The only Transfer-Encoding that is read here is chunked: send the body as it is, not compressed.';
  }
  if (headers.host === undefined)
    return isOlder ? null : 'The Host header is missing; HTTP/1.1 asks for one.';
  return hasTwoHosts(request.rawHeaders)
    ? 'There is more than one Host header; there must be just one.'
    : null;
}

/** `headers` holds only the first. Looked for by its length first: this is asked of every request. */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let seen = false;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    if (seen) return true;
    seen = true;
  }
  return false;
}
