// Which language the pages speak: the person's once somebody is signed in, before that the one chosen here, else the browser's.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { recall, remember } from '../storage.js';
import type { Language, Words } from './words.js';

interface Chosen {
  language: Language;
  /** Where dates are read, by its IANA name. */
  timeZone: string;
  choose: (language: Language) => void;
  /** The person's own, which win; null when nobody is signed in. */
  follow: (person: { language: Language; timeZone: string } | null) => void;
}

const ChosenLanguage = createContext<Chosen | null>(null);

/** The browser's own time zone. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

function languageHere(): Language {
  const kept = recall('language');
  if (kept === 'en' || kept === 'fr') return kept;
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(languageHere);
  const [timeZone, setTimeZone] = useState(zoneHere);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => {
    const choose = (chosen: Language) => {
      remember('language', chosen);
      setLanguage(chosen);
    };
    const follow: Chosen['follow'] = (person) => {
      if (person) choose(person.language);
      setTimeZone(person?.timeZone ?? zoneHere());
    };
    return { language, timeZone, choose, follow };
  }, [language, timeZone]);
  return <ChosenLanguage value={value}>{children}</ChosenLanguage>;
}

export function useLanguage(): Chosen {
  const chosen = useContext(ChosenLanguage);
  if (!chosen) throw new Error('There is no LanguageProvider around this.');
  return chosen;
}

/** The messages of a screen, in the reader's language. */
export function useWords<English>(words: Words<English>) {
  return words[useLanguage().language];
}
