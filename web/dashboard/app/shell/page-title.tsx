// The heading of a screen. When a screen takes the place of another the focus goes there, so that it is read aloud and Tab goes on below.
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/language.js';
import { shellWords } from './words.js';

/** The first screen of a visit leaves the focus where the browser put it. */
let isFirst = true;

interface PageTitleProps {
  children: ReactNode;
  /** Of the window, where the heading is no text. */
  title?: string;
  /** The visit goes on here, though the page is a new one: somebody comes back from another site. */
  goesOn?: boolean;
}

export function PageTitle({ children, title, goesOn = false }: PageTitleProps) {
  const words = useWords(shellWords);
  const ref = useRef<HTMLHeadingElement>(null);
  const name = title ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    if (!isFirst || goesOn) ref.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  useEffect(() => {
    document.title = name === '' ? words.product : `${name} · ${words.product}`;
  }, [name, words.product]);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
