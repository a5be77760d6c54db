// All that fits a filter, as a file. It is read as it comes, says how much there is already, and can be stopped.
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { send } from '../api/call.js';
import { useFailureMessage } from '../api/failure-notice.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { hand } from '../save-file.js';
import { usePlace } from '../session/tenant.js';
import styles from './csv-button.module.css';
import { csvWords } from './words.js';

const KIB = 1024;

interface CsvButtonProps {
  operation: 'exportConversions' | 'exportAuditLog';
  /** As the operation takes it. */
  query: object;
  fileName: string;
}

export function CsvButton({ operation, query, fileName }: CsvButtonProps) {
  const words = useWords(csvWords);
  const messageOf = useFailureMessage();
  const { tenant } = usePlace();
  const { number } = useFormat();
  const [bytes, setBytes] = useState(0);
  const stop = useRef(new AbortController());
  const loading = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController();
      setBytes(0);
      const { signal } = stop.current;
      const response = await send(operation, { query, tenant, signal, isLong: true });
      hand(await readAll(response, setBytes), fileName);
    },
  });
  const isStopped = stop.current.signal.aborted;
  return (
    <span className={styles.csv}>
      {loading.error && !isStopped && <span role="alert">{messageOf(loading.error)}</span>}
      {loading.isPending ? (
        <>
          <span role="status">{words.busy(`${number(Math.round(bytes / KIB))} KiB`)}</span>
          <Button small onClick={() => stop.current.abort()}>
            {words.stop}
          </Button>
        </>
      ) : (
        <Button small onClick={() => loading.mutate()}>
          {words.download}
        </Button>
      )}
    </span>
  );
}

async function readAll(response: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    parts.push(read.value);
    bytes += read.value.length;
    onBytes(bytes);
  }
  return new Blob(parts, { type: 'text/csv' });
}
