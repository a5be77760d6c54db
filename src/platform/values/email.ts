// An email as it is kept and compared, whosever it is.

/** Trimmed and in lower case, as the address names its owner. */
export function normalisedEmail(email: string): string {
  return email.trim().toLowerCase();
}
