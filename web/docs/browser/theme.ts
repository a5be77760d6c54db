// What must be known before the first paint: light or dark as the reader chose, else what the system says; the language of samples chosen
// before; and that there are scripts. Loaded in the head, so nothing flashes and nothing moves.
{
  const kept = (name: string): string | null => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage is blocked: the system decides, and the first tab is shown
    }
  };
  const { dataset } = document.documentElement;
  dataset['scripts'] = '';
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  const sample = kept('sample-language');
  if (sample !== null) dataset['sample'] = sample;
}
