// Where one can go: only what is there, and what one may see.
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import {
  KeyIcon,
  ListIcon,
  OrdersIcon,
  OverviewIcon,
  PeopleIcon,
  RequestsIcon,
  ScriptIcon,
  ShopIcon,
  WebhookIcon,
  WhyIcon,
} from '../../../ui/icons.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import styles from './navigation.module.css';
import { shellWords } from './words.js';

const parts = [
  {
    part: 'programme',
    screens: [
      { to: '/', name: 'overview', Icon: OverviewIcon },
      { to: '/orders', name: 'orders', Icon: OrdersIcon },
      { to: '/why', name: 'why', Icon: WhyIcon },
    ],
  },
  {
    part: 'developers',
    screens: [
      { to: '/keys', name: 'keys', Icon: KeyIcon, needs: 'own' },
      { to: '/requests', name: 'requests', Icon: RequestsIcon },
      { to: '/webhooks', name: 'webhooks', Icon: WebhookIcon },
      { to: '/browser-script', name: 'script', Icon: ScriptIcon, needs: 'manage' },
    ],
  },
  {
    part: 'settings',
    screens: [
      { to: '/settings', name: 'settingsMerchant', Icon: ShopIcon },
      { to: '/members', name: 'members', Icon: PeopleIcon, needs: 'own' },
      { to: '/audit-log', name: 'auditLog', Icon: ListIcon, needs: 'own' },
    ],
  },
] as const;

export function Navigation() {
  const words = useWords(shellWords);
  const { may } = usePlace();
  const nav = useOwnPlaceInSight();
  return (
    <nav ref={nav} className={styles.nav} aria-label={words.navigation}>
      <div className={styles.parts}>
        {parts.map(({ part, screens }) => {
          const seen = screens.filter((screen) => !('needs' in screen) || may(screen.needs));
          if (seen.length === 0) return null;
          return (
            <div key={part} className={styles.part}>
              <p id={`part-${part}`}>{words[part]}</p>
              <ul aria-labelledby={`part-${part}`}>
                {seen.map(({ to, name, Icon }) => (
                  <li key={to}>
                    <Link
                      to={to}
                      className={styles.link}
                      activeOptions={{ exact: to === '/', includeSearch: false }}
                    >
                      <Icon />
                      {words[name]}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </nav>
  );
}

/** On a small screen all of it is one line: where one is, is in the middle. */
function useOwnPlaceInSight() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const line = nav.current;
    const current = line?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (!line || !current) return;
    const { left, width } = line.getBoundingClientRect();
    line.scrollLeft += current.left + current.width / 2 - (left + width / 2);
  }, [pathname]);
  return nav;
}
