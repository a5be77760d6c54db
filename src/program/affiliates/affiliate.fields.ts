// How an affiliate's address and name are kept.

/** Trimmed and in lower case, as the address names the affiliate. */
export function normalisedEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Trimmed; none when nothing is left. */
export function normalisedFirstName(firstName: string | null | undefined): string | null {
  return firstName?.trim() || null;
}
