// Recovery codes, shown this once: to copy, or as a file to keep.
import { Button } from '../../../ui/button.js';
import { CodeBlock } from '../../../ui/copy.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useWords } from '../i18n/language.js';
import { hand } from '../save-file.js';
import { usePlace } from '../session/tenant.js';
import styles from './account-screen.module.css';
import { twoFactorWords } from './two-factor-words.js';

export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const words = useWords(twoFactorWords);
  const labels = useCopyLabels();
  const { me } = usePlace();
  const list = codes.join('\n');
  const save = () => {
    const text = `${words.fileHead(location.host, me.email)}\n\n${list}\n`;
    hand(new Blob([text], { type: 'text/plain' }), 'refcampaign-recovery-codes.txt');
  };
  return (
    <Dialog title={words.codesTitle} beginsAt="heading">
      <div className={styles.steps}>
        <p>{words.codesText}</p>
        <CodeBlock name={words.codesTitle} text={list} labels={labels} />
        <DialogActions>
          <Button onClick={save}>{words.download}</Button>
          <Button look="strong" onClick={onClose}>
            {words.done}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
