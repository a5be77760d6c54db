// The floor without HTTP, one order a transaction, from a plain `pg` client: the statements of the recordings, named, so that
// PostgreSQL parses and plans them once.
import type { Client } from 'pg';
import { v7 } from 'uuid';
import { summarize } from '../load/latency.js';
import type { Recording, Share, Template } from './recording.js';

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
  shares: readonly Share[],
  clients: readonly Client[],
  stretch: string,
  durationMs: number,
): Promise<FloorResult> {
  const twenty = shares.flatMap(({ recording, ofTwenty }) => Array<Recording>(ofTwenty).fill(recording));
  const latencies: number[] = [];
  const startedAt = performance.now();
  let recorded = 0;
  const run = async (client: Client) => {
    while (performance.now() - startedAt < durationMs) {
      const from = performance.now();
      const number = recorded++;
      // Seven and twenty have no divisor in common: the kinds come well mixed.
      const recording = twenty[(number * 7) % twenty.length] as Recording;
      await recordOne(
        recording,
        `${shares.findIndex((share) => share.recording === recording)}`,
        client,
        `${stretch}-${number}`,
      );
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(clients.map(run));
  const seconds = (performance.now() - startedAt) / 1000;
  return { requestsPerSecond: recorded / seconds, recorded, ...summarize(latencies) };
}

async function recordOne(
  { statements, blanks }: Recording,
  kind: string,
  client: Client,
  name: string,
): Promise<void> {
  const values = blanks.map((kind) => (kind === 'name' ? name : v7()));
  for (const [index, { sql, parameters }] of statements.entries()) {
    await client.query({
      name: `floor-${kind}-${index}`,
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
