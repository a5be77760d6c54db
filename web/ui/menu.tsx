// A button that opens a few choices below it. Escape, a click beside it and leaving it by Tab close it.
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { classes } from './classes.js';
import { Hidden } from './hidden.js';
import { DownIcon } from './icons.js';
import styles from './menu.module.css';

interface MenuProps {
  /** What stands on the button. */
  label: ReactNode;
  /** What is read aloud in its place, if that says more. */
  name?: string;
  /** Given what closes the menu. */
  children: (close: () => void) => ReactNode;
  align?: 'start' | 'end';
}

export function Menu({ label, name, children, align = 'start' }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useClickBeside(box, isOpen, () => setOpen(false));
  return (
    <div
      ref={box}
      className={styles.menu}
      onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}
      onBlur={(event) => event.relatedTarget && !box.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {name === undefined ? label : <Named label={label} name={name} />}
        <DownIcon />
      </button>
      <div id={id} className={classes(styles.panel, styles[align])} hidden={!isOpen}>
        {isOpen && children(close)}
      </div>
    </div>
  );
}

function useClickBeside(box: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const beside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', beside);
    return () => document.removeEventListener('pointerdown', beside);
  }, [isOpen]);
}

function Named({ label, name }: { label: ReactNode; name: string }) {
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <Hidden>{name}</Hidden>
    </>
  );
}

/** The look of a choice, for buttons and links in a menu. */
export const menuItemClass = styles.item;
/** Words about the choices. */
export const menuNoteClass = styles.note;
