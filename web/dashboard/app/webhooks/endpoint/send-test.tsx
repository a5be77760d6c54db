// A test, sent now: what was sent, what came back, and what to do if that is not what it should be.
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.js';
import { FailureNotice } from '../../api/failure-notice.js';
import { useWords } from '../../i18n/language.js';
import { useTenantCall } from '../../session/use-call.js';
import { Sent } from '../deliveries/sent.js';
import { TryItem } from '../deliveries/try-item.js';
import styles from '../deliveries/deliveries.module.css';
import { deliveryWords } from '../deliveries/words.js';
import type { Endpoint } from '../use-endpoints.js';
import { endpointWords } from './words.js';

export function SendTest({ endpoint: { endpointId, url } }: { endpoint: Endpoint }) {
  const words = useWords(endpointWords);
  const log = useWords(deliveryWords);
  const call = useTenantCall();
  const testing = useMutation({ mutationFn: () => call('testEndpoint', { path: { endpointId } }) });
  const { data: reply, isPending } = testing;
  return (
    <div className={styles.exchange}>
      <p className={styles.soft}>{words.testText}</p>
      <Button busy={isPending} onClick={() => testing.mutate()}>
        {words.sendTest}
      </Button>
      <div role="status">{isPending && words.sending}</div>
      <FailureNotice failure={testing.error} />
      {reply && !isPending && (
        <>
          <ol>
            {reply.data.tries.map((attempt) => (
              <TryItem key={attempt.startedAt} attempt={attempt} isLast />
            ))}
          </ol>
          <details className={styles.reply} open>
            <summary>{log.sentTitle}</summary>
            <Sent delivery={reply.data} url={url} />
          </details>
        </>
      )}
    </div>
  );
}
