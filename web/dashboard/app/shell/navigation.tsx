// Where one can go: only what is there.
import { Link } from '@tanstack/react-router';
import { OrdersIcon, OverviewIcon } from '../../../ui/icons.js';
import { useWords } from '../i18n/language.js';
import styles from './navigation.module.css';
import { shellWords } from './words.js';

const screens = [
  { to: '/', name: 'overview', Icon: OverviewIcon },
  { to: '/orders', name: 'orders', Icon: OrdersIcon },
] as const;

export function Navigation() {
  const words = useWords(shellWords);
  return (
    <nav className={styles.nav} aria-label={words.navigation}>
      <ul>
        {screens.map(({ to, name, Icon }) => (
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
