// What copy buttons say.
import { common } from './common.js';
import { useWords } from './language.js';

export function useCopyLabels() {
  const { copy, copied, copyFailed } = useWords(common);
  return { copy, copied, failed: copyFailed };
}
