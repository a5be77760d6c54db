// What is asked for: one thing, and of a code a period. What no schema can say, and the subject that a sound query names.
import type { GetTraceQuery } from '#generated/dto.js';
import type { Unchecked } from '#platform/contract/operation.js';
import type { Issue } from '#platform/errors/failure.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { parseDateTime } from '#platform/values/formats.js';
import type { TraceSubject, SubjectKind } from './trace.js';

const DEFAULT_DAYS = 30;
const MOST_DAYS = 92;

const kinds = {
  externalId: 'EXTERNAL_ID',
  conversionId: 'CONVERSION_ID',
  sessionId: 'SESSION',
  clickId: 'CLICK',
  code: 'CODE',
  customerEmailHash: 'EMAIL_HASH',
  customerId: 'CUSTOMER_ID',
} as const satisfies Partial<Record<keyof GetTraceQuery, SubjectKind>>;

type Name = keyof typeof kinds;
const names = Object.keys(kinds) as Name[];

/** The rule of getTrace: exactly one thing to look for; a period for a code only, and not too long. */
export function traceRule(_body: unknown, query: Unchecked<GetTraceQuery>, now: Date): Issue[] {
  const [first, ...more] = names.filter((name) => query[name] !== undefined);
  if (first === undefined) return [{ path: [], message: `needs exactly one of ${names.join(', ')}` }];
  return [
    ...more.map((name) => ({ path: [name], message: `cannot be used together with ${first}` })),
    ...periodIssues(query, now),
  ];
}

function periodIssues(query: Unchecked<GetTraceQuery>, now: Date): Issue[] {
  const sent = (['from', 'to'] as const).filter((name) => query[name] !== undefined);
  if (query.code === undefined)
    return sent.map((name) => ({ path: [name], message: 'can be used with code only' }));
  const moments = sent.map((name) => momentIn(query[name]));
  if (moments.includes(null)) return []; // the schema's format names that fault
  const { from, to } = periodOf(momentIn(query.from), momentIn(query.to), now);
  if (to.getTime() < 0) return [{ path: ['to'], message: 'must not be before 1970' }];
  if (to <= from) return [{ path: [sent.at(-1)!], message: 'must make a period that ends after it begins' }];
  if (to.getTime() - from.getTime() <= MOST_DAYS * DAY_MS) return [];
  return [{ path: ['from'], message: `must be at most ${MOST_DAYS} days before to` }];
}

/** What a query that passed `traceRule` looks for. */
export function toSubject(query: GetTraceQuery, now: Date): TraceSubject {
  const name = names.find((one) => query[one] !== undefined);
  if (name === undefined) throw new Error('a query that passed its rule names its subject');
  const value = query[name] as string;
  return {
    kind: kinds[name],
    value: name === 'customerEmailHash' ? value.toLowerCase() : value,
    period: name === 'code' ? periodOf(momentIn(query.from), momentIn(query.to), now) : null,
  };
}

function periodOf(from: Date | null, to: Date | null, now: Date): { from: Date; to: Date } {
  const end = to ?? now;
  return { from: from ?? new Date(end.getTime() - DEFAULT_DAYS * DAY_MS), to: end };
}

function momentIn(value: unknown): Date | null {
  return typeof value === 'string' ? parseDateTime(value) : null;
}
