// Finds the name somebody meant: for "did you mean" in faults about unknown properties and parameters.

const LONGEST_COMPARED = 64;

/** The known name closest to `name`: the same but for case, `_` and `-`, else at most two edits away; null if none is. */
export function closestName(name: string, known: readonly string[]): string | null {
  if (name.length > LONGEST_COMPARED) return null;
  const bare = bareName(name);
  const sameWord = known.find((candidate) => bareName(candidate) === bare);
  if (sameWord !== undefined) return sameWord;
  let best: string | null = null;
  let bestDistance = Math.min(2, Math.floor(name.length / 2)) + 1;
  for (const candidate of known) {
    // As far apart as their lengths at least: nearly all need not be measured.
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function bareName(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

/** Levenshtein's distance, in UTF-16 units. */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const substituted = previous[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[right.length]!;
}
