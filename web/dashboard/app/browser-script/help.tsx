// What to look at as long as the check is grey, the likeliest first.
import type { ReactNode } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import styles from './script-screen.module.css';
import { scriptWords } from './words.js';

interface HelpProps {
  snippet: string;
  isLinkOpened: boolean;
  /** Where there is more. */
  children: ReactNode;
}

export function Help({ snippet, isLinkOpened, children }: HelpProps) {
  const words = useWords(scriptWords);
  const shared = useWords(common);
  const { mode } = usePlace().tenant;
  const source = / src="([^"]+)"/.exec(snippet)?.[1] ?? '';
  const host = URL.canParse(source) ? new URL(source).origin : source;
  return (
    <details className={styles.help}>
      <summary>{words.helpTitle}</summary>
      <ul>
        {isLinkOpened && <li>{words.helpCapture}</li>}
        <li>{words.help1}</li>
        <li>{words.help2(shared[mode])}</li>
        <li>{words.help3}</li>
        <li>{words.help4(host)}</li>
        <li>{words.help5}</li>
      </ul>
      <p>{children}</p>
    </details>
  );
}
