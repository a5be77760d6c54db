// Setting up the browser script: the line, the shop opened, and a check that turns green by itself.
import { useState, type ReactNode } from 'react';
import { CodeBlock } from '../../../ui/copy.js';
import { Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { DocsLink } from '../shell/docs-link.js';
import { NotAllowed } from '../shell/not-allowed.js';
import { PageTitle } from '../shell/page-title.js';
import { Check } from './check.js';
import { Help } from './help.js';
import { OpenShop } from './open-shop.js';
import styles from './script-screen.module.css';
import { useInstallation } from './use-installation.js';
import { scriptWords } from './words.js';

export function ScriptScreen() {
  const words = useWords(scriptWords);
  const { may, tenant } = usePlace();
  return (
    <>
      <header className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <p className={styles.soft}>{words.lead}</p>
      </header>
      {may('manage') ? (
        <SetUp key={tenant.merchantId + tenant.mode} />
      ) : (
        <NotAllowed title={words.notAllowed} />
      )}
    </>
  );
}

function SetUp() {
  const shared = useWords(common);
  const { data, error } = useInstallation();
  if (data) return <Steps installation={data.data} />;
  return error && !error.isAway ? <FailureNotice failure={error} /> : <Waiting label={shared.loading} />;
}

function Steps({ installation }: { installation: Schemas['Installation'] }) {
  const words = useWords(scriptWords);
  const shared = useWords(common);
  const labels = useCopyLabels();
  const { tenant } = usePlace();
  const [testId] = useState(newTestId);
  const [isLinkOpened, setLinkOpened] = useState(false);
  const isCaptured = installation.lastSession?.testId === testId;
  const isGrey = installation.firstSeenAt === null || (isLinkOpened && !isCaptured);
  return (
    <div className={styles.parts}>
      <Part title={words.lineTitle}>
        <CodeBlock name={words.line} text={installation.snippet} labels={labels} />
        <p className={styles.soft}>{words.lineText(shared[tenant.mode])}</p>
        <DocsLink path={words.guidePath}>{words.guide}</DocsLink>
      </Part>
      <Part title={words.openTitle}>
        <OpenShop testId={testId} onOpened={(isLink) => isLink && setLinkOpened(true)} />
      </Part>
      <Part title={words.checkTitle}>
        <Check installation={installation} testId={testId} isLinkOpened={isLinkOpened} />
        {isGrey && (
          <Help snippet={installation.snippet} isLinkOpened={isLinkOpened}>
            <DocsLink path={words.causesPath}>{words.causes}</DocsLink>
          </Help>
        )}
      </Part>
    </div>
  );
}

/** A word that no other check has. */
function newTestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `check-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
