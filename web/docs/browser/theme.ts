// Light or dark, before the first paint: what the reader chose, else what the system says. Loaded in the head, so nothing flashes.
{
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    // storage is blocked: the system decides
  }
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['theme'] = chosen;
}
