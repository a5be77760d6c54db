// The last searches of this reader, kept by the browser until they are cleared. Where storage is blocked there are none.

const NAME = 'recent-searches';
const MOST = 5;

/** The last first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return []; // blocked, or written by something else
  }
}

/** Keeps a search that led somewhere. */
export function rememberSearch(query: string): void {
  const others = recentSearches().filter((one) => one !== query);
  if (query !== '') write([query, ...others].slice(0, MOST));
}

export function forgetSearches(): void {
  write([]);
}

function write(queries: string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify(queries));
  } catch {
    // storage is blocked: nothing is kept
  }
}
