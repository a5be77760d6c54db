// Something is done that cannot be taken back, once somebody has said that they mean it.
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  title: string;
  /** What is done, in a word or two: the button's. */
  label: string;
  doing: Pick<UseMutationResult<unknown, unknown, void>, 'error' | 'isPending' | 'mutate'>;
  onClose: () => void;
  /** What it means. */
  children: ReactNode;
}

/** Open as long as it is there: who does it closes it. */
export function ConfirmDialog({ title, label, doing, onClose, children }: ConfirmDialogProps) {
  const { cancel } = useWords(common);
  return (
    <Dialog title={title} close={{ label: cancel, onClose }}>
      <div className={styles.confirm}>
        <p>{children}</p>
        <FailureNotice failure={doing.error} />
        <DialogActions>
          <Button onClick={onClose}>{cancel}</Button>
          <Button look="danger" busy={doing.isPending} onClick={() => doing.mutate()}>
            {label}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
