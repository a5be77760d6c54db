// What no schema can say of which events are sent again, and of what is skipped; and what a sound body asks for.
import type { BodyOf, Unchecked } from '#platform/contract/operation.js';
import type { Issue } from '#platform/errors/failure.js';
import { parseDateTime } from '#platform/values/formats.js';
import { lowestIdAt, newId } from '#platform/values/ids.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { fromIdCursor, fromWaitingCursor, type WaitingPlace, type Walk } from './walk-cursor.js';

type Recovery = BodyOf<'recoverDeliveries'>;

const ways = ['deliveryIds', 'failedSince', 'missedSince'] as const;
/** Before all that waits. */
const FIRST_PLACE: WaitingPlace = { kind: '', dueMicros: '0', id: LOWEST_UUID };

/** What is sent again: some deliveries, or a walk over those that failed or over events that were missed. */
export type WhatToRecover =
  | { kind: 'CHOSEN'; deliveryIds: readonly string[] }
  | { kind: 'FAILED' | 'MISSED'; since: Date; until: Date | null; walk: Walk<string> };

/** The rule of recoverDeliveries: exactly one way, a period that ends after it begins, and a cursor of the same way. */
export function recoverRule(body: Unchecked<Recovery>): Issue[] {
  const [first, ...more] = ways.filter((name) => body[name] !== undefined);
  if (first === undefined) return [{ path: [], message: `needs exactly one of ${ways.join(', ')}` }];
  const issues: Issue[] = more.map((name) => ({
    path: [name],
    message: `cannot be used together with ${first}`,
  }));
  if (first === 'deliveryIds') return [...issues, ...besideIds(body)];
  const [since, until] = [momentIn(body[first]), momentIn(body.until)];
  if (since && until && until <= since) issues.push({ path: ['until'], message: `must be after ${first}` });
  if (typeof body.cursor === 'string' && fromIdCursor(kindOf(first), body.cursor) === null)
    issues.push(notOurs);
  return issues;
}

/** The rule of skipDeliveries. */
export function skipRule({ cursor }: Unchecked<BodyOf<'skipDeliveries'>>): Issue[] {
  return typeof cursor === 'string' && fromWaitingCursor(cursor) === null ? [notOurs] : [];
}

/** What a body that passed `recoverRule` asks for. All that there is now has a lower id than a new one, also while the clock is set back. */
export function toWhatToRecover(body: Recovery): WhatToRecover {
  if (body.deliveryIds !== undefined) return { kind: 'CHOSEN', deliveryIds: body.deliveryIds };
  const way = body.failedSince === undefined ? 'missedSince' : 'failedSince';
  const [since, until] = [momentIn(body[way]), momentIn(body.until)];
  if (!since) throw new Error('a body that passed its rule says what to send again');
  const kind = kindOf(way);
  const known = body.cursor === undefined ? null : fromIdCursor(kind, body.cursor);
  const begin = { untilId: until ? lowestIdAt(until) : newId(), after: lowestIdAt(since) };
  return { kind, since, until, walk: known ?? begin };
}

/** Where a body that passed `skipRule` begins. */
export function toSkipWalk({ before, cursor }: BodyOf<'skipDeliveries'>): Walk<WaitingPlace> {
  const known = cursor === undefined ? null : fromWaitingCursor(cursor);
  const until = momentIn(before);
  return known ?? { untilId: until ? lowestIdAt(until) : newId(), after: FIRST_PLACE };
}

const notOurs: Issue = { path: ['cursor'], message: 'must be a cursor of an earlier reply to the same' };

function besideIds(body: Unchecked<Recovery>): Issue[] {
  const sent = (['until', 'cursor'] as const).filter((name) => body[name] !== undefined);
  return sent.map((name) => ({ path: [name], message: 'cannot be used together with deliveryIds' }));
}

function kindOf(way: 'failedSince' | 'missedSince'): 'FAILED' | 'MISSED' {
  return way === 'failedSince' ? 'FAILED' : 'MISSED';
}

function momentIn(value: unknown): Date | null {
  return typeof value === 'string' ? parseDateTime(value) : null;
}
