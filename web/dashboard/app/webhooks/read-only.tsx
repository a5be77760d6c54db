// For whoever sees the endpoints and may not touch them: why there are no buttons.
import { useWords } from '../i18n/language.js';
import { roleMeanings } from '../i18n/roles.js';
import { usePlace } from '../session/tenant.js';
import styles from './webhooks.module.css';
import { webhookWords } from './words.js';

export function ReadOnly() {
  const words = useWords(webhookWords);
  const meanings = useWords(roleMeanings);
  const { may, merchant } = usePlace();
  if (may('manage')) return null;
  return (
    <p className={styles.soft}>
      {meanings[merchant.role]} {words.readOnly}
    </p>
  );
}
