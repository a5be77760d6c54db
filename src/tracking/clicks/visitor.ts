// Who follows a link: somebody, or something that only looks at it.
import type { IncomingMessage } from 'node:http';
import { namesRobot } from './robots.js';

export type NoVisitReason = 'head' | 'prefetch' | 'bot';

/** Why this request is no visit; null if it is one. A request without a name counts as a visit. */
export function noVisitReason(request: IncomingMessage): NoVisitReason | null {
  if (request.method === 'HEAD') return 'head';
  const purpose = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headerOf(request, name));
  if (purpose.some((value) => /prefetch|prerender|preview/i.test(value))) return 'prefetch';
  return namesRobot(headerOf(request, 'user-agent')) ? 'bot' : null;
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
