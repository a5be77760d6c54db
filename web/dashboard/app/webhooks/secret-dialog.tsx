// An endpoint's secret, shown this once; and a test, for as soon as the server has it.
import { Button } from '../../../ui/button.js';
import { CodeBlock } from '../../../ui/copy.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import type { Schemas } from '../api/types.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useWords } from '../i18n/language.js';
import { DocsLink } from '../shell/docs-link.js';
import { SendTest } from './endpoint/send-test.js';
import { secretWords } from './secret-words.js';
import styles from './webhooks.module.css';

interface SecretDialogProps {
  endpoint: Schemas['WebhookEndpointWithSecret'];
  onClose: () => void;
}

export function SecretDialog({ endpoint, onClose }: SecretDialogProps) {
  const words = useWords(secretWords);
  const labels = useCopyLabels();
  return (
    <Dialog title={words.shownTitle} beginsAt="heading">
      <div className={styles.form}>
        <p>{words.shownText}</p>
        <CodeBlock name={words.name} text={endpoint.secret} labels={labels} />
        <p>
          <DocsLink path={words.guidePath}>{words.guide}</DocsLink>
        </p>
        <p>{words.thenTest}</p>
        <SendTest endpoint={endpoint} />
        <DialogActions>
          <Button look="strong" onClick={onClose}>
            {words.done}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
