// What an endpoint is sent: the headers, and the body with line breaks to be read; what is copied is the body byte for byte.
import { CodeBlock } from '../../../../ui/copy.js';
import type { Schemas } from '../../api/types.js';
import { useCopyLabels } from '../../i18n/copy-labels.js';
import { useWords } from '../../i18n/language.js';
import styles from './deliveries.module.css';
import { deliveryWords } from './words.js';

type Delivery = Schemas['WholeDelivery'];

interface SentProps {
  delivery: Delivery;
  /** Where to, where that is known: an endpoint may have had another address before. */
  url?: string;
}

export function Sent({ delivery, url }: SentProps) {
  const words = useWords(deliveryWords);
  const labels = useCopyLabels();
  const { body } = delivery;
  const head = headersOf(delivery, words.signed);
  return (
    <div className={styles.exchange}>
      <h3>{words.headers}</h3>
      <CodeBlock name={words.headers} text={url === undefined ? head : `POST ${url}\n${head}`} />
      <h3>{words.body}</h3>
      {body === null ? (
        <p>{words.notKept}</p>
      ) : (
        <>
          <CodeBlock name={words.body} text={formatted(body)} copies={body} labels={labels} />
          <p className={styles.soft}>{words.bodyText}</p>
        </>
      )}
    </div>
  );
}

/** Signatures are not kept, here or anywhere. */
function headersOf({ eventId, lastAttempt }: Delivery, signed: string): string {
  const seconds = lastAttempt ? String(Math.floor(Date.parse(lastAttempt.startedAt) / 1000)) : '…';
  return [
    'Content-Type: application/json',
    'User-Agent: RefCampaign-Webhooks/1',
    `X-RefCampaign-Signature: t=${seconds},v1=${signed}`,
    `webhook-id: ${eventId}`,
    `webhook-timestamp: ${seconds}`,
    `webhook-signature: v1,${signed}`,
  ].join('\n');
}

function formatted(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
