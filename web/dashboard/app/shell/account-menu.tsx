// Who is signed in, and what is theirs alone.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Menu, menuItemClass, menuNoteClass } from '../../../ui/menu.js';
import { call } from '../api/call.js';
import { useWords } from '../i18n/language.js';
import type { Language } from '../i18n/words.js';
import { placeOf } from '../place.js';
import { keepMe } from '../session/me.js';
import { usePlace } from '../session/tenant.js';
import styles from './account-menu.module.css';
import { LanguageChoice, ThemeChoice } from './choices.js';
import { SignOutButton } from './sign-out.js';
import { shellWords } from './words.js';

export function AccountMenu() {
  const words = useWords(shellWords);
  const { me } = usePlace();
  const changing = useMutation({
    mutationFn: (language: Language) => call('updateMe', { body: { language } }),
    onSuccess: ({ data }) => keepMe(data),
  });
  return (
    <Menu align="end" name={words.accountOf(me.name)} label={<Avatar name={me.name} />}>
      {(close) => (
        <>
          <p className={menuNoteClass}>{words.signedInAs(me.email)}</p>
          <Link to="/account" className={menuItemClass} onClick={close}>
            {words.yourAccount}
          </Link>
          <a className={menuItemClass} href={placeOf(me.language === 'fr' ? '/docs/fr' : '/docs')}>
            {words.docs}
          </a>
          <p className={styles.choices}>
            <LanguageChoice onChosen={(language) => changing.mutate(language)} />
            <ThemeChoice />
          </p>
          <SignOutButton className={menuItemClass} />
        </>
      )}
    </Menu>
  );
}

/** The first letters of two words of the name. */
function Avatar({ name }: { name: string }) {
  const letters = name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  return <span className={styles.avatar}>{letters.toUpperCase()}</span>;
}
