// Targets, reached or not, as Markdown.
import type { Target } from '../compare/targets.js';
import { figure, table } from './markdown.js';

export function targetTable(targets: readonly Target[]): string {
  if (targets.length === 0) return 'This run tells none of them.';
  return table([
    ['target', 'wanted', 'reached', ''],
    ...targets.map(({ what, wanted, reached, isReached }) => [
      what,
      wanted,
      figure(reached),
      isReached ? 'reached' : 'not reached',
    ]),
  ]);
}
