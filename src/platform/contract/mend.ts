// First of all that happens to a body: what must not cost anybody an order or a refund is taken out of it or mended, and told in the
// reply's `ignored`. What is left is checked strictly, by whichever check; so both see the same.
import { closestName } from '#platform/errors/did-you-mean.js';
import type { Issues } from '#platform/errors/issues.js';
import type { DtoClass } from './dto.js';
import { ignoresUnknown, shapeOf } from './dto.js';
import { keptOf } from './kept.js';

/** Unknown names that are compared with known ones: it costs, and nobody sends as many in good faith. */
const MOST_COMPARED = 50;

interface Told {
  /** What was not taken as it was sent. */
  ignored: Issues;
  /** What the body is refused for. */
  issues: Issues;
}

/**
 * The body without unknown fields, where the contract says so (x-refuse-misspelt), and with what is kept of its other fields
 * (x-kept-as). An unknown name that resembles a known one stays, to be refused; one that resembles a parameter of the query is refused
 * here: a `dryRun` in the body that was ignored would record a real order.
 * @returns the very body where nothing had to be changed.
 */
export function mend(sent: object, dto: DtoClass, query: DtoClass | null, told: Told): object {
  const shape = shapeOf(dto);
  const isOpen = ignoresUnknown(dto);
  let changes: Map<string, unknown> | undefined;
  let compared = 0;
  for (const [name, value] of Object.entries(sent)) {
    const property = shape[name];
    if (property === undefined) {
      if (!isOpen) continue;
      const isCompared = compared++ < MOST_COMPARED;
      if (isCompared && closestName(name, Object.keys(shape)) !== null) continue;
      (changes ??= new Map()).set(name, undefined);
      const parameter = isCompared && query ? closestName(name, Object.keys(shapeOf(query))) : null;
      if (parameter === null) told.ignored.add([name.toWellFormed()], 'is not known here');
      else told.issues.add([name], `is not known here; ${parameter} is a parameter of the query`);
    } else if (property.kept) {
      const kept = keptOf(value, property.kept, [name], told.ignored);
      if (kept !== value) (changes ??= new Map()).set(name, kept);
    }
  }
  return changes ? withChanges(sent, changes) : sent;
}

/** Undefined takes a field out. */
function withChanges(sent: object, changes: ReadonlyMap<string, unknown>): object {
  const kept = Object.entries(sent).flatMap(([name, value]): [string, unknown][] => {
    const taken = changes.has(name) ? changes.get(name) : (value as unknown);
    return taken === undefined ? [] : [[name, taken]];
  });
  return Object.fromEntries(kept);
}
