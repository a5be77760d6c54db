// While two secrets sign: until when, and the new one put where verifiers look that know one signature only.
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.js';
import { Notice } from '../../../../ui/notice.js';
import { FailureNotice } from '../../api/failure-notice.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import { usePlace } from '../../session/tenant.js';
import { useTenantCall } from '../../session/use-call.js';
import { secretWords } from '../secret-words.js';
import { useEndpointRefresh } from '../use-endpoints.js';
import styles from '../webhooks.module.css';

export function Rotation({ endpointId, until }: { endpointId: string; until: string }) {
  const words = useWords(secretWords);
  const { moment } = useFormat();
  const { may } = usePlace();
  const call = useTenantCall();
  const refresh = useEndpointRefresh();
  const swapping = useMutation({
    mutationFn: () => call('useNewEndpointSecret', { path: { endpointId } }),
    onSuccess: () => refresh(endpointId),
  });
  return (
    <Notice kind="plain" title={words.both(moment(until))}>
      <p>{swapping.isSuccess ? words.usesNew : words.bothText}</p>
      <FailureNotice failure={swapping.error} />
      {may('manage') && !swapping.isSuccess && (
        <p className={styles.line}>
          <Button small busy={swapping.isPending} onClick={() => swapping.mutate()}>
            {words.useNew}
          </Button>
        </p>
      )}
    </Notice>
  );
}
