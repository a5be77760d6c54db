// Language and appearance, as two small lists.
import { useState } from 'react';
import { useLanguage, useWords } from '../i18n/language.js';
import type { Language } from '../i18n/words.js';
import { chooseTheme, themeNow, type Theme } from './theme.js';
import styles from './choices.module.css';
import { shellWords } from './words.js';

export function ThemeChoice() {
  const words = useWords(shellWords);
  const [theme, setTheme] = useState(themeNow);
  return (
    <select
      className={styles.choice}
      aria-label={words.theme}
      value={theme}
      onChange={(event) => {
        const chosen = event.target.value as Theme;
        chooseTheme(chosen);
        setTheme(chosen);
      }}
    >
      <option value="system">{words.themeSystem}</option>
      <option value="light">{words.themeLight}</option>
      <option value="dark">{words.themeDark}</option>
    </select>
  );
}

export function LanguageChoice({ onChosen }: { onChosen?: (language: Language) => void }) {
  const words = useWords(shellWords);
  const { language, choose } = useLanguage();
  return (
    <select
      className={styles.choice}
      aria-label={words.language}
      value={language}
      onChange={(event) => {
        const chosen = event.target.value as Language;
        choose(chosen);
        onChosen?.(chosen);
      }}
    >
      <option value="en" lang="en">
        English
      </option>
      <option value="fr" lang="fr">
        Français
      </option>
    </select>
  );
}
