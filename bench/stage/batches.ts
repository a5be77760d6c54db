// What the service's own metrics say of the groups it writes orders in.
import type { Program } from './program.js';

export interface Batches {
  /** Orders in all groups so far, and groups. */
  orders: number;
  groups: number;
}

/** Null when the program has no such metrics. */
export async function readBatches(program: Program): Promise<Batches | null> {
  if (program.metricsPort === null) return null;
  const reply = await fetch(`http://127.0.0.1:${program.metricsPort}/metrics`);
  const text = await reply.text();
  const orders = figure(text, 'refcampaign_batch_size_sum');
  const groups = figure(text, 'refcampaign_batch_size_count');
  return orders === null || groups === null ? null : { orders, groups };
}

/** Orders in a group, on average, between two readings. */
export function batchSize(before: Batches | null, after: Batches | null): number | null {
  if (!before || !after || after.groups === before.groups) return null;
  return (after.orders - before.orders) / (after.groups - before.groups);
}

function figure(text: string, name: string): number | null {
  const value = new RegExp(`^${name}\\{[^}]*writer="orders"[^}]*\\} (\\S+)`, 'm').exec(text)?.[1];
  return value === undefined ? null : Number(value);
}
