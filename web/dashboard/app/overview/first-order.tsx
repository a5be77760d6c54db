// Nothing has been recorded yet: the call that changes that, ready to paste.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CodeBlock } from '../../../ui/copy.js';
import { EmptyState } from '../../../ui/notice.js';
import { curlOf } from '../api/curl.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useLanguage, useWords } from '../i18n/language.js';
import { placeOf } from '../place.js';
import { useAffiliates } from '../session/names.js';
import { usePlace } from '../session/tenant.js';
import styles from './first-order.module.css';
import { overviewWords } from './words.js';

export function FirstOrder() {
  const words = useWords(overviewWords);
  const labels = useCopyLabels();
  const { language } = useLanguage();
  const { tenant, may } = usePlace();
  const { data, isPending } = useAffiliates();
  const [externalId] = useState(() => `order-${Date.now().toString(36)}`);
  const code = data?.data.flatMap(({ links }) => links)[0]?.code;
  const body = {
    externalId,
    conversionType: 'SALE',
    amount: 4990,
    currency: 'EUR',
    // It has to be said, too, that there is nothing to go by.
    ...(code === undefined ? { sessionId: null } : { affiliateCode: code }),
  };
  return (
    <EmptyState title={words.firstTitle}>
      {tenant.mode === 'live' ? <p>{words.firstLiveText}</p> : <p>{words.firstText}</p>}
      {!isPending && tenant.mode === 'test' && (
        <CodeBlock name={words.callName} text={curlOf('recordPostback', { body })} labels={labels} />
      )}
      {tenant.mode === 'test' && (
        <p className={styles.soft}>
          {words.firstKeyText} {may('own') ? <Link to="/keys">{words.makeKey}</Link> : words.askForKey}
        </p>
      )}
      <p className={styles.waiting} role="status">
        {words.waiting}
      </p>
      <a href={placeOf(language === 'fr' ? '/docs/fr/getting-started' : '/docs/getting-started')}>
        {words.guide}
      </a>
    </EmptyState>
  );
}
