// Over whatever screen is open: is it still you? By password, by a code for who has two-factor sign-in on, by a passkey, or by the provider for who
// has linked it.
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { PasswordField } from '../../../ui/field.js';
import { call } from '../api/call.js';
import type { ApiFailure } from '../api/failure.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { failureWords } from '../api/failure-words.js';
import type { Interruption } from '../api/interruptions.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { ProviderWindow } from '../oidc/provider-window.js';
import { findMe, keepMe, type Me } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { CodeField, isWrongCode } from '../sign-in/code-field.js';
import { askForPasskey, hasPasskeys } from '../sign-in/passkey.js';
import styles from './interruption-dialogs.module.css';
import { shellWords } from './words.js';

export function SayWhoYouAre({ open, me }: { open: Interruption; me: Me }) {
  const words = useWords(shellWords);
  const shared = useWords(common);
  const said = (again: Me) => {
    keepMe(again);
    open.settle(true);
  };
  const byPasskey = me.passkeys.count > 0 && hasPasskeys() && <ByPasskey onSaid={said} />;
  return (
    <Dialog title={words.confirmTitle} close={{ label: shared.cancel, onClose: () => open.settle(false) }}>
      <div className={styles.content}>
        <p>{words.confirmText}</p>
        {me.identities.some(({ usable }) => usable) && <ByProvider me={me} onSaid={said} />}
        {me.hasPassword || me.twoFactor.enabled ? (
          <ByTyping me={me} onSaid={said} onCancel={() => open.settle(false)}>
            {byPasskey}
          </ByTyping>
        ) : (
          byPasskey
        )}
      </div>
    </Dialog>
  );
}

interface WayProps {
  me: Me;
  onSaid: (me: Me) => void;
}

/** The calls that wait are sent again when it is known that the person has said it: another window may have finished something else. */
function ByProvider({ me, onSaid }: WayProps) {
  const ask = async () => {
    const found = await findMe();
    if (found && found.session.confirmedAt !== me.session.confirmedAt) onSaid(found);
  };
  return <ProviderWindow start="startOidcConfirmation" onFinished={() => void ask()} />;
}

function ByTyping({
  me,
  onSaid,
  onCancel,
  children,
}: WayProps & { onCancel: () => void; children: ReactNode }) {
  const words = useWords(shellWords);
  const shared = useWords(common);
  const { isCode, typed, setTyped, change, saying } = useSaying(!me.hasPassword, onSaid);
  return (
    <form className={styles.content} onSubmit={submitOnce(saying)}>
      <FailureNotice failure={isOfField(saying.error) ? null : saying.error} />
      {isCode ? (
        <CodeField value={typed} failure={saying.error} onChange={setTyped} />
      ) : (
        <OwnPassword value={typed} failure={saying.error} onChange={setTyped} />
      )}
      {me.hasPassword && me.twoFactor.enabled && (
        <Button small look="plain" className={styles.other} onClick={change}>
          {isCode ? words.byPassword : words.byCode}
        </Button>
      )}
      {children}
      <DialogActions>
        <Button onClick={onCancel}>{shared.cancel}</Button>
        <Button type="submit" look="strong" busy={saying.isPending}>
          {words.confirm}
        </Button>
      </DialogActions>
    </form>
  );
}

/** It is said beside the field. */
function isOfField(error: ApiFailure | null): boolean {
  return isWrongCode(error) || error?.reason === 'WRONG_CREDENTIALS';
}

interface OwnPasswordProps {
  value: string;
  failure: ApiFailure | null;
  onChange: (password: string) => void;
}

function OwnPassword({ value, failure, onChange }: OwnPasswordProps) {
  const shared = useWords(common);
  const { wrongPassword } = useWords(failureWords);
  const faultOf = useFieldFault(failure);
  return (
    <PasswordField
      label={shared.password}
      show={shared.showPassword}
      fault={failure?.reason === 'WRONG_CREDENTIALS' ? wrongPassword : faultOf('password')}
      autoComplete="current-password"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ByPasskey({ onSaid }: { onSaid: (me: Me) => void }) {
  const words = useWords(shellWords);
  const saying = useMutation({
    mutationFn: async () => call('confirmIdentity', { body: { passkey: await askForPasskey() } }),
    onSuccess: ({ data }) => onSaid(data),
  });
  return (
    <>
      <FailureNotice failure={saying.error} />
      <Button
        small
        look="plain"
        className={styles.other}
        busy={saying.isPending}
        onClick={() => saying.mutate()}
      >
        {words.byPasskey}
      </Button>
    </>
  );
}

function useSaying(beginsWithCode: boolean, onSaid: (me: Me) => void) {
  const [isCode, setCode] = useState(beginsWithCode);
  const [typed, setTyped] = useState('');
  const saying = useMutation({
    mutationFn: () =>
      call('confirmIdentity', { body: isCode ? { code: typed.trim() } : { password: typed } }),
    onSuccess: ({ data }) => onSaid(data),
  });
  const change = () => {
    setCode(!isCode);
    setTyped('');
    saying.reset();
  };
  return { isCode, typed, setTyped, change, saying };
}
