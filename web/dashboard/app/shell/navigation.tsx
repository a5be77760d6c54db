// Where one can go: only what is there, and what one may see.
import { Link } from '@tanstack/react-router';
import { KeyIcon, OrdersIcon, OverviewIcon, WhyIcon } from '../../../ui/icons.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import styles from './navigation.module.css';
import { shellWords } from './words.js';

const screens = [
  { to: '/', name: 'overview', Icon: OverviewIcon },
  { to: '/orders', name: 'orders', Icon: OrdersIcon },
  { to: '/why', name: 'why', Icon: WhyIcon },
  { to: '/keys', name: 'keys', Icon: KeyIcon, needs: 'own' },
] as const;

export function Navigation() {
  const words = useWords(shellWords);
  const { may } = usePlace();
  const seen = screens.filter((screen) => !('needs' in screen) || may(screen.needs));
  return (
    <nav className={styles.nav} aria-label={words.navigation}>
      <ul>
        {seen.map(({ to, name, Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.link} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon />
              {words[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
