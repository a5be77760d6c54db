// A gauge that is not kept but asked for, when somebody looks.
import { Gauge, type Registry } from 'prom-client';
import { withTimeout } from '#platform/time/with-timeout.js';
import { FIGURE_PATIENCE_MS } from '#platform/time/time-budget.js';

/** Asked when somebody looks. null: not known now, and then there is no figure, rather than an old or a made-up one. */
export type Reading = () => number | null | Promise<number | null>;

type Labels<Label extends string> = Readonly<Record<Label, string>>;

export class AskedGauge<Label extends string = never> {
  private readonly gauge: Gauge<Label>;
  private readonly figures: (() => Promise<void>)[] = [];

  constructor(configuration: { name: string; help: string; labelNames: Label[]; registers: Registry[] }) {
    const collect = async () => void (await Promise.all(this.figures.map((show) => show())));
    this.gauge = new Gauge<Label>({ ...configuration, collect });
    this.gauge.remove({}); // without labels it starts as 0, which nobody has read
  }

  /** Says how to ask for the figure with these labels. Scrapes that come while one is asking share its answer. */
  watch(labels: Labels<Label>, read: Reading): void {
    let underWay: Promise<number | null> | null = null;
    this.figures.push(async () => {
      underWay ??= ask(read).finally(() => (underWay = null));
      const value = await withTimeout(FIGURE_PATIENCE_MS, underWay, null);
      if (value === null) this.gauge.remove(labels);
      else this.gauge.set(labels, value);
    });
  }
}

async function ask(read: Reading): Promise<number | null> {
  try {
    return await read();
  } catch {
    return null; // what cannot be read must not take the other figures with it
  }
}
