// Every request has an id: the caller's own if it is well-formed, else one of ours. In the header of every reply, and in every log line.
import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[A-Za-z0-9._-]{1,128}$/;

/** The id to use, given the X-Request-Id header. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && WELL_FORMED.test(header) ? header : randomUUID();
}
