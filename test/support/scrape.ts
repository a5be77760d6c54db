// Reads metrics as Prometheus does: the text format, strictly.
import { send } from './call.js';

export class Scrape {
  /** By name and labels as written: `name{label="value"}`. */
  readonly values = new Map<string, number>();
  /** The same, the labels sorted: their order says nothing. */
  private readonly sorted = new Map<string, number>();
  /** Name of each metric → its type. */
  readonly types = new Map<string, string>();

  constructor(readonly text: string) {
    for (const line of text.split('\n')) {
      const [, name, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
      if (name !== undefined && type !== undefined) this.types.set(name, type);
      else if (line !== '' && !/^# HELP \S+ \S/.test(line)) this.sample(line);
    }
  }

  /** The value of one series; undefined when there is none. */
  value(name: string, labels: Record<string, string> = {}): number | undefined {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    return this.sorted.get([name, ...pairs.sort()].join());
  }

  /** All series that start with this name, and labels if there are any. */
  startingWith(name: string): string[] {
    return [...this.values.keys()].filter((key) => key.startsWith(name));
  }

  private sample(line: string): void {
    const [, name, value] =
      /^([a-z_][a-z0-9_]*(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})?) (-?[\d.e+-]+|[+-]Inf|Nan)$/.exec(
        line,
      ) ?? [];
    if (name === undefined || value === undefined) throw new Error(`not in Prometheus' format: ${line}`);
    const sorted = [name.split('{')[0], ...(name.match(/[a-z_]+="[^"]*"/g) ?? []).sort()].join();
    if (this.sorted.has(sorted)) throw new Error(`twice: ${name}`);
    this.values.set(name, Number(value.replace('Inf', 'Infinity')));
    this.sorted.set(sorted, Number(value.replace('Inf', 'Infinity')));
  }
}

/** GET /metrics on this port of this machine. */
export async function scrape(port: number | null): Promise<Scrape> {
  const reply = await send(new URL(`http://127.0.0.1:${port}/metrics`), { method: 'GET' });
  if (reply.status !== 200) throw new Error(`/metrics answered ${reply.status}`);
  return new Scrape(reply.text);
}
