// Text to take along: a button that copies it and says so, and a block of code with one.
import { useEffect, useState } from 'react';
import { Button } from './button.js';
import styles from './copy.module.css';

interface CopyLabels {
  copy: string;
  copied: string;
  /** Where the browser does not let us. */
  failed: string;
}

const SAID_MS = 2500;

export function CopyButton({ text, labels }: { text: string; labels: CopyLabels }) {
  const [state, setState] = useState<keyof CopyLabels>('copy');
  useEffect(() => {
    if (state === 'copy') return undefined;
    const timer = setTimeout(() => setState('copy'), SAID_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    // Without https there is no clipboard at all.
    const written = Promise.resolve(navigator.clipboard as Clipboard | undefined).then((clipboard) =>
      clipboard ? clipboard.writeText(text) : Promise.reject(new Error('There is no clipboard.')),
    );
    written.then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  return (
    <Button small onClick={copy}>
      <span aria-live="polite">{labels[state]}</span>
    </Button>
  );
}

interface CodeBlockProps {
  text: string;
  /** Without them there is no button: what is not there to be taken along. */
  labels?: CopyLabels;
  name: string;
  /** What is copied, where it is shown in another form. */
  copies?: string;
}

export function CodeBlock({ text, labels, name, copies = text }: CodeBlockProps) {
  return (
    <figure className={styles.block} aria-label={name}>
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      {labels && <CopyButton text={copies} labels={labels} />}
    </figure>
  );
}
