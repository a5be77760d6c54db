// What this browser remembers between visits: choices of how things look, and never a secret or a name.

type Remembered = 'language' | 'mode' | 'merchant';

export function remember(name: Remembered, value: string): void {
  try {
    localStorage.setItem(`dashboard-${name}`, value);
  } catch {
    // storage is blocked: it holds for this visit
  }
}

export function recall(name: Remembered): string | null {
  try {
    return localStorage.getItem(`dashboard-${name}`);
  } catch {
    return null;
  }
}
