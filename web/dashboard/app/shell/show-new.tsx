// Over a live list: what has come since waits behind a button, so that no row moves by itself.
import { Button } from '../../../ui/button.js';
import styles from './show-new.module.css';

interface ShowNewProps {
  /** How many there are, in words; null as long as there are none. */
  label: string | null;
  onShow: () => void;
}

export function ShowNew({ label, onShow }: ShowNewProps) {
  return (
    <div role="status" className={styles.fresh}>
      {label !== null && (
        <Button look="strong" small onClick={onShow}>
          {label}
        </Button>
      )}
    </div>
  );
}
