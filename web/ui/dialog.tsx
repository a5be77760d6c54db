// A window over the page. The browser keeps the focus inside and gives it back at the end; Escape closes it.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { CloseIcon } from './icons.js';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  /** Of the button in its corner. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** Open as long as it is there. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles.close} aria-label={closeLabel} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** What is decided, at the foot. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
