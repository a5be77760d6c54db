// In the place of a screen that one's role does not open: why, and whom to ask.
import { EmptyState } from '../../../ui/notice.js';
import { useWords } from '../i18n/language.js';
import { roleMeanings, roleNames } from '../i18n/roles.js';
import { usePlace } from '../session/tenant.js';
import { shellWords } from './words.js';

/** @param title what one may not, in a sentence */
export function NotAllowed({ title }: { title: string }) {
  const words = useWords(shellWords);
  const names = useWords(roleNames);
  const meanings = useWords(roleMeanings);
  const { role } = usePlace().merchant;
  return (
    <EmptyState title={title}>
      <p>
        {words.youAre(names[role])} {meanings[role]}
      </p>
      <p>{words.askAnOwner}</p>
    </EmptyState>
  );
}
