// An address that is no screen's.
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/notice.js';
import { useWords } from '../i18n/language.js';
import { PageTitle } from './page-title.js';
import { StandAlone } from './stand-alone.js';
import { shellWords } from './words.js';

export function NotFound() {
  const words = useWords(shellWords);
  return (
    <StandAlone>
      <PageTitle>{words.notFoundTitle}</PageTitle>
      <EmptyState title={words.notFoundText}>
        <Link to="/">{words.toOverview}</Link>
      </EmptyState>
    </StandAlone>
  );
}
