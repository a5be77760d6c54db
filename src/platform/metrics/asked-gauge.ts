// A gauge that is not kept but asked for, when somebody looks.
import { Gauge, type Registry } from 'prom-client';
import { withTimeout } from '#platform/time/with-timeout.js';
import { FIGURE_PATIENCE_MS } from '#platform/time/time-budget.js';

/** Asked when somebody looks. null: not known now, and then there is no figure, rather than an old or a made-up one. */
export type Reading = () => number | null | Promise<number | null>;

/** The same of several at once, by their label: those that are missing have no figure. */
export type Readings = () => Promise<Record<string, number>>;

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
    const ask = patiently(read);
    this.figures.push(async () => {
      const value = await ask();
      if (value === null) this.gauge.remove(labels);
      else this.gauge.set(labels, value);
    });
  }

  /** Says how to ask for all figures at once, by the values of this one label. */
  watchAll(label: Label, read: Readings): void {
    const ask = patiently(read);
    this.figures.push(async () => {
      const values = await ask();
      this.gauge.reset();
      for (const [name, value] of Object.entries(values ?? {}))
        this.gauge.set({ [label]: name } as Record<Label, string>, value);
    });
  }
}

/** Asks once for all who ask at once. null: not known now; what cannot be read must not take the other figures with it. */
function patiently<T>(read: () => T | Promise<T>): () => Promise<T | null> {
  let underWay: Promise<T | null> | null = null;
  const ask = async () => {
    try {
      return await read();
    } catch {
      return null;
    }
  };
  return () => {
    underWay ??= ask().finally(() => (underWay = null));
    return withTimeout(FIGURE_PATIENCE_MS, underWay, null);
  };
}
