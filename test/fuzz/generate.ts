// A request to an operation, from its parameters and schemas: valid, or spoilt in one or two ways.
import { Random } from '#demo/random.js';
import { operations } from '#generated/operations.js';
import type { OperationId } from '#platform/contract/routes.js';
import { resolve, type Json } from '../contract/support/document.js';
import { CHANGES } from './changes.js';
import type { Draft } from './draft.js';
import { shapes, type Shape } from './shapes.js';
import { Values } from './values.js';
import type { Caller, Tenant, World } from './world.js';

const MOST_CHANGES = 2;
/** Operations that make what others need come a little more often. */
const WEIGHTS: Partial<Record<OperationId, number>> = {
  recordPostback: 8,
  recordBatch: 2,
  trackClick: 2,
  bulkApproveCommissions: 3,
  bulkRejectCommissions: 2,
  createPayout: 3,
  refundConversion: 2,
  // Of an endpoint and a delivery, these seldom belong together; and endpoints are deleted.
  getDelivery: 3,
  skipDeliveries: 3,
};
/** Of the things that may be named in the address, one alone is. */
const ONE_ALONE: readonly OperationId[] = ['getTrace'];

const weighted = shapes.map((shape) => [shape, WEIGHTS[shape.id] ?? 1] as const);

/**
 * The request of this number. Chance has nothing to do with the numbers before, but what has been learnt from their replies may be in it.
 * @param now what the service's clock shows
 */
export function makeDraft(
  world: World,
  { seed, index, only, now }: { seed: number; index: number; only: OperationId | null; now: Date },
): Draft {
  const random = new Random(Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) + Math.imul(index + 1, 0x85ebca6b));
  // The first ones of near seeds are alike: the state's own steps have not mixed them yet.
  random.next();
  const picked = only === null ? random.weighted(weighted) : shapes.find(({ id }) => id === only)!;
  const shape = only === null && index < shapes.length ? shapes[index]! : picked;
  const caller = random.weighted(world.callers);
  const tenant = caller.tenant ?? random.pick(world.tenants);
  const values = new Values(random, world, writingAs(tenant, shape.id), now);
  const draft = validDraft(shape, values, caller);
  const count = random.weighted([
    [0, 45],
    [1, 40],
    [MOST_CHANGES, 15],
  ]);
  for (let left = count; left > 0; left--) {
    const fitting = CHANGES.filter(({ fits }) => fits(shape, draft));
    const { name, apply } = random.weighted(fitting.map((change) => [change, change.weight] as const));
    draft.changes.push(name);
    apply(draft, { shape, random, values });
  }
  return draft;
}

function validDraft(shape: Shape, values: Values, caller: Caller): Draft {
  const { facts, id } = shape;
  const path = facts.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(pathValue(shape, values, name)),
  );
  const query = namedParameters(shape, values).map(({ name, schema }) =>
    pair(name as string, values.of(name as string, schema as Json)),
  );
  const headers: Record<string, string> = {};
  if (bringsSession(shape, values, caller)) Object.assign(headers, caller.tenant?.session);
  else if (caller.authorization !== null && facts.security !== 'public')
    headers['authorization'] = caller.authorization;
  if (facts.sameOrigin) headers['sec-fetch-site'] = 'same-origin';
  const draft: Draft = {
    operationId: id,
    changes: [],
    method: facts.method.toUpperCase(),
    path,
    query,
    headers,
    caller: facts.security === 'public' ? { ...caller, tenant: null } : caller,
  };
  if (shape.bodySchema === null) return draft;
  headers['content-type'] = 'application/json';
  draft.json = values.object(resolve({ $ref: `#/components/schemas/${shape.bodySchema}` }));
  return draft;
}

function namedParameters({ id, queryParameters }: Shape, { random }: Values): Shape['queryParameters'] {
  if (ONE_ALONE.includes(id) && random.chance(0.7)) return [random.pick(queryParameters)];
  return queryParameters.filter(({ name }) =>
    random.chance(name === 'offset' || name === 'cursor' ? 0.15 : 0.3),
  );
}

/** These end the session that they come with, and no other would be left for the rest of the run. */
const ENDING: readonly OperationId[] = ['signOut', 'endSession'];

function bringsSession({ facts, id }: Shape, { random }: Values, { tenant }: Caller): boolean {
  if (!facts.sessions || tenant === null || ENDING.includes(id)) return false;
  return facts.security === 'session' || random.chance(0.15);
}

function pathValue({ id, pathParameters }: Shape, values: Values, name: string): string {
  const parameter = pathParameters.find((one) => one['name'] === name)!;
  // Elsewhere most codes that come are new; the redirect wants one that is there.
  if (id === 'followLink') return values.known('code', 'nobody', 0.9);
  return wellFormed(values.of(name, parameter['schema'] as Json));
}

/** What has no encoding would not leave this process. */
function wellFormed(value: unknown): string {
  return String(value).toWellFormed();
}

export function pair(name: string, value: unknown): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(value))}`;
}

/** What people change is their merchant's, in both modes: its name, whom they invite. None of it may name what is one mode's alone. */
function writingAs(tenant: Tenant, id: OperationId): Tenant {
  if (operations[id].security !== 'session') return tenant;
  const known = new Map([...tenant.known].filter(([kind]) => kind !== 'email'));
  return { ...tenant, word: tenant.merchantWord, known };
}
