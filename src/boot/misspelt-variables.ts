// Environment variables that are not read, but are one slip away from one that is: PORT is not set by PROT.
import { editDistance } from '#platform/errors/did-you-mean.js';

/** Shorter names are words that anybody may use for anything: POST, HOME, DATA. */
const SHORTEST = 8;
/** In a name so long, two slips are still no accident. Below, DATABASE_PORT is somebody's own and not DATABASE_POOL. */
const LONG = 16;

/**
 * The variables that look misspelt, each with the one that is probably meant. One that is set all the same is not: both may be wanted.
 * @param known the names that are read.
 */
export function misspeltVariables(
  environment: Record<string, string | undefined>,
  known: readonly string[],
): { given: string; meant: string }[] {
  return Object.keys(environment).flatMap((given) => {
    if (known.includes(given)) return [];
    const meant = known.find((name) => !environment[name] && isSlip(given, name));
    return meant === undefined ? [] : [{ given, meant }];
  });
}

function isSlip(given: string, name: string): boolean {
  if (isSwapped(given, name)) return true;
  if (name.length < SHORTEST || Math.abs(given.length - name.length) > 2) return false;
  // Another case is another word to whoever wrote it, unless a slip is all there is between the two.
  if (given.toUpperCase().replaceAll('-', '_') === name) return true;
  return editDistance(given, name) <= (name.length < LONG ? 1 : 2);
}

/** Whether two neighbouring letters have changed places, and nothing else. */
function isSwapped(given: string, name: string): boolean {
  if (given.length !== name.length) return false;
  const at = [...name].findIndex((letter, index) => letter !== given[index]);
  if (at < 0) return false;
  const swapped = name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
  return swapped === given;
}
