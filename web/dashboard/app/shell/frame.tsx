// Around the screens of a merchant: whether all this is test or live, whose it is, where one can go, who one is.
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { AccountMenu } from './account-menu.js';
import styles from './frame.module.css';
import { MerchantSwitch, ModeSwitch } from './switches.js';
import { Navigation } from './navigation.js';
import { shellWords } from './words.js';

export function Frame({ children }: { children: ReactNode }) {
  const words = useWords(shellWords);
  const { tenant } = usePlace();
  return (
    <div className={styles.frame} data-mode={tenant.mode}>
      <a className={styles.skip} href="#content" onClick={skip}>
        {words.skip}
      </a>
      <header className={styles.top}>
        <p className={styles.band}>{tenant.mode === 'test' ? words.testBand : words.liveBand}</p>
        <div className={styles.bar}>
          <span className={styles.mark} aria-hidden="true">
            ◆
          </span>
          <MerchantSwitch />
          <span className={styles.end}>
            <ModeSwitch />
            <AccountMenu />
          </span>
        </div>
      </header>
      <Navigation />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}

/** Without a fragment in the address, which a screen's link may have a use for. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
