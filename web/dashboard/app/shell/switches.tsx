// Whose orders are shown, and which: test or live.
import { useNavigate } from '@tanstack/react-router';
import { Choice } from '../../../ui/choice.js';
import { Menu, menuItemClass } from '../../../ui/menu.js';
import type { Mode } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { roleNames } from '../i18n/roles.js';
import { usePlace } from '../session/tenant.js';
import styles from './switches.module.css';
import { shellWords } from './words.js';

export function ModeSwitch() {
  const words = useWords(shellWords);
  const shared = useWords(common);
  const { tenant } = usePlace();
  const show = useShow();
  return (
    <Choice
      label={words.mode}
      className={styles.mode}
      value={tenant.mode}
      onChange={(mode) => show({ mode })}
      options={[
        ['test', shared.test],
        ['live', shared.live],
      ]}
    />
  );
}

export function MerchantSwitch() {
  const words = useWords(shellWords);
  const roles = useWords(roleNames);
  const { merchant, me } = usePlace();
  const show = useShow();
  const name = <span className={styles.merchant}>{merchant.name}</span>;
  if (me.merchants.length === 1) return name;
  return (
    <Menu label={name} name={words.merchantOf(merchant.name)}>
      {(close) => (
        <ul>
          {me.merchants.map((one) => (
            <li key={one.merchantId}>
              <button
                type="button"
                className={menuItemClass}
                aria-current={one.merchantId === merchant.merchantId || undefined}
                onClick={() => {
                  close();
                  show({ merchant: one.merchantId });
                }}
              >
                {one.name} <small className={styles.role}>{roles[one.role]}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Menu>
  );
}

const lists = [
  '/account',
  '/orders',
  '/why',
  '/keys',
  '/browser-script',
  '/settings',
  '/members',
  '/audit-log',
] as const;

/** To the same list of the other side; one thing's screen and its filters are of this side alone. */
function useShow() {
  const navigate = useNavigate();
  const { tenant, me } = usePlace();
  return (other: { mode?: Mode; merchant?: string }) => {
    const { pathname } = globalThis.location;
    const mode = other.mode ?? tenant.mode;
    const merchant = me.merchants.length > 1 ? (other.merchant ?? tenant.merchantId) : undefined;
    const to = lists.find((list) => pathname.includes(list)) ?? '/';
    void navigate({ to, search: { mode, merchant } });
  };
}
