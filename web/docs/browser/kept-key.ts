// The key of the try-it panel is kept for this tab, if the reader asked for that: in the session storage, which ends with the tab.

const NAME = 'try-key';

/** The key that was kept; null when none was. */
export function keptKey(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null; // storage is blocked: nothing is kept
  }
}

/** Keeps the key, or with null forgets it. False when it could not be kept. */
export function keepKey(key: string | null): boolean {
  try {
    if (key === null || key === '') sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, key);
    return true;
  } catch {
    return false;
  }
}
