// The floor without HTTP, one order a transaction, from a plain `pg` client: the statements of a recording, named, so that
// PostgreSQL parses and plans them once.
import type { Client } from 'pg';
import { v7 } from 'uuid';
import { summarize } from '../load/latency.js';
import type { Recording, Template } from './recording.js';

export interface FloorResult {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Orders recorded. */
  recorded: number;
}

/** @param clients a connection each; every one records orders one after the other. @throws what PostgreSQL refuses */
export async function runBare(
  recording: Recording,
  clients: readonly Client[],
  stretch: string,
  durationMs: number,
): Promise<FloorResult> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let recorded = 0;
  const run = async (client: Client) => {
    while (performance.now() - startedAt < durationMs) {
      const from = performance.now();
      await recordOne(recording, client, `${stretch}-${recorded++}`);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(clients.map(run));
  const seconds = (performance.now() - startedAt) / 1000;
  return { requestsPerSecond: recorded / seconds, recorded, ...summarize(latencies) };
}

async function recordOne({ statements, blanks }: Recording, client: Client, name: string): Promise<void> {
  const values = blanks.map((kind) => (kind === 'name' ? name : v7()));
  for (const [index, { sql, parameters }] of statements.entries()) {
    await client.query({
      name: `floor-${index}`,
      text: sql,
      values: parameters.map((parameter) => fill(parameter, values)),
    });
  }
}

/** A template with its blanks filled in. */
export function fill(template: Template, values: readonly string[]): string | null {
  if (template === null) return null;
  let text = template.pieces[0] as string;
  template.blanks.forEach((blank, index) => (text += `${values[blank]}${template.pieces[index + 1]}`));
  return text;
}
