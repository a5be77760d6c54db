// Whether the screen is as narrow as a phone's: the same width at which the style sheets turn rows into cards.
import { useEffect, useState } from 'react';

export function useNarrow(): boolean {
  const [query] = useState(() => matchMedia('(width < 52rem)'));
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return isNarrow;
}
