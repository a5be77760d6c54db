// Light or dark: what was chosen here or in the documentation, else what the system says. The page's first script has applied it already.

export type Theme = 'system' | 'light' | 'dark';

export function themeNow(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // storage is blocked: it holds for this visit
  }
}
