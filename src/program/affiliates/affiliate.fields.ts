// How an affiliate's name is kept.

/** Trimmed; none when nothing is left. */
export function normalisedFirstName(firstName: string | null | undefined): string | null {
  return firstName?.trim() || null;
}
