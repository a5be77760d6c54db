// A window over the page. The browser keeps the focus inside and gives it back at the end; Escape closes it, if a key may.
import { useEffect, useId, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { focusBack, focusPlace } from './focus.js';
import { CloseIcon } from './icons.js';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  /**
   * The button in its corner, and what it and Escape do. Without it the window has neither: what is shown this once must not go by a key
   * that was pressed once too often.
   */
  close?: { label: string; onClose: () => void };
  /**
   * Where one begins. On its first field, if it has any; on its heading where it comes by itself, so that what somebody is typing elsewhere
   * does nothing here, and where there is something to read first.
   */
  beginsAt?: 'field' | 'heading';
  children: ReactNode;
}

/** Open as long as it is there. */
export function Dialog({ title, close, beginsAt = 'field', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = focusPlace();
    if (dialog && !dialog.open) dialog.showModal();
    if (dialog) begin(dialog, beginsAt);
    return () => {
      dialog?.close();
      if (before) focusBack(before);
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={id}
      closedby={close ? 'closerequest' : 'none'}
      onCancel={(event) => {
        event.preventDefault();
        close?.onClose();
      }}
      onClose={stayOpen}
    >
      <header className={styles.head}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {close && (
          <button type="button" className={styles.close} aria-label={close.label} onClick={close.onClose}>
            <CloseIcon />
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}

function begin(dialog: HTMLDialogElement, at: 'field' | 'heading'): void {
  const [first] = dialog.querySelectorAll<HTMLInputElement>(FIELDS);
  const chosen = first?.type === 'radio' && dialog.querySelector<HTMLInputElement>('[type=radio]:checked');
  const field = at === 'field' && (chosen || first);
  (field || dialog.querySelector<HTMLElement>('h2'))?.focus();
}

const FIELDS = ':is(input, select, textarea):not(:disabled)';

/** Browsers close a window at the second Escape, whatever they were told at the first: as long as it is there, it is open. */
function stayOpen({ currentTarget: dialog }: SyntheticEvent<HTMLDialogElement>): void {
  if (dialog.isConnected && !dialog.open) dialog.showModal();
}

/** What is decided, at the foot. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
