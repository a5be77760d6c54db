// A link into the documentation, beside what one is doing: that stays where it is.
import type { ReactNode } from 'react';
import { placeOf } from '../place.js';

/** @param path with `/docs` or `/docs/fr` before it */
export function DocsLink({ path, children }: { path: string; children: ReactNode }) {
  return (
    <a href={placeOf(path)} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
