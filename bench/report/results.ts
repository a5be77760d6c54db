// Where results go: standard output, and bench/results/ as JSON and Markdown, one file for each run and a copy that is the latest.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cluster } from '../stage/cluster.js';

const folder = fileURLToPath(new URL('../results', import.meta.url));

export interface Environment {
  date: string;
  /** In words. */
  machine: string;
  cores: number;
  node: string;
  postgres: string;
  pgbench: string | null;
}

export async function environment(cluster: Cluster, pgbench: string | null): Promise<Environment> {
  const client = await cluster.connectAsAdmin();
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  await client.end();
  const postgres = rows[0]?.version ?? 'unknown';
  const cores = cpus().length;
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 19).replace('T', ' '),
    machine: `${cores} cores (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GB, Node ${process.versions.node}, PostgreSQL ${postgres}`,
    cores,
    node: process.versions.node,
    postgres,
    pgbench,
  };
}

/** @param name of the latest: "latest", "latest-growth" … */
export function writeResult(name: string, result: object, report: string): void {
  mkdirSync(folder, { recursive: true });
  const json = `${JSON.stringify(result, null, 2)}\n`;
  const stamp = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
  writeFileSync(join(folder, `${stamp}${name.replace('latest', '')}.json`), json);
  writeFileSync(join(folder, `${name}.json`), json);
  writeFileSync(join(folder, `${name}.md`), `${report}\n`);
  process.stdout.write(`\n${report}\n\nAll figures: bench/results/${name}.json\n`);
}
