// Node's own figures: processor time, memory, event loop, garbage collection. They are of the process, so they are kept once in it,
// however many services run there (tests run many), and only from when somebody first asks: what counts them cannot be stopped.
import { Registry, collectDefaultMetrics } from 'prom-client';

let registry: Registry | undefined;

export function processFigures(): Registry {
  if (!registry) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
