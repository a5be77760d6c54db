// One fault: where it is, and what is wrong there, in the reader's language as far as there are words for it.
import { useLanguage } from '../i18n/language.js';
import type { Detail } from './failure.js';
import { faultInFrench } from './fault-words.js';

export function FaultText({ path, message }: Detail) {
  const { language } = useLanguage();
  const french = language === 'fr' ? faultInFrench(message) : null;
  return (
    <>
      {path.length > 0 && <code>{path.join('.')}</code>}{' '}
      <span lang={french === null ? 'en' : undefined}>{french ?? message}</span>
    </>
  );
}
