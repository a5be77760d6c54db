// Which orders were acknowledged, by name, to be looked up in the database when all is over.
import type { LoadOptions, LoadResult } from '../load/load-client.js';
import type { Cluster } from '../stage/cluster.js';

type OnReply = NonNullable<LoadOptions['onReply']>;

export interface Checked {
  acknowledged: number;
  stored: number;
  /** What is wrong, in words. */
  problems: string[];
}

export class Ledger {
  private readonly acknowledged = new Set<string>();
  private readonly unexpected = new Map<string, number>();

  /** Passes what a stretch of load needs, to note its replies. */
  keep(stretch: string, load: (onReply: OnReply) => Promise<LoadResult>): Promise<LoadResult> {
    return load((n, status, _, head) => {
      if (status === 201) this.acknowledged.add(`${stretch}-${n}`);
      else if (status !== 503) this.note(`replies were ${status}`);
      else if (!/\r\nretry-after: *\d/i.test(head)) this.note('replies were 503 without Retry-After');
    });
  }

  /** Everything acknowledged is there, once, with one commission at most. More may be there: replies can be lost. */
  async check(cluster: Cluster, database: string): Promise<Checked> {
    const client = await cluster.connect(database);
    const { rows } = await client.query<{ external_id: string; commissions: number }>(
      `select c.external_id, count(m.id)::int as commissions
       from conversions c left join commissions m
         on m.merchant_id = c.merchant_id and m.mode = c.mode and m.conversion_id = c.id
       group by c.merchant_id, c.mode, c.id`,
    );
    await client.end();
    const stored = new Set(rows.map((row) => row.external_id));
    const missing = [...this.acknowledged].filter((name) => !stored.has(name)).length;
    const doubled = rows.length - stored.size;
    const overpaid = rows.filter((row) => row.commissions > 1).length;
    const problems = [...this.unexpected].map(([what, count]) => `${count} ${what}`);
    if (missing > 0) problems.push(`${missing} orders were acknowledged and are not stored`);
    if (doubled > 0) problems.push(`${doubled} orders are stored more than once`);
    if (overpaid > 0) problems.push(`${overpaid} orders have more than one commission`);
    return { acknowledged: this.acknowledged.size, stored: stored.size, problems };
  }

  private note(what: string): void {
    this.unexpected.set(what, (this.unexpected.get(what) ?? 0) + 1);
  }
}
