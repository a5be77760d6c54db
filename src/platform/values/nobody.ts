// Ids that mean nobody: what programs write into an id when they have none.

const NOBODY: ReadonlySet<string> = new Set([
  '',
  '0',
  '-1',
  'null',
  'undefined',
  'none',
  'nan',
  'guest',
  'anonymous',
]);

/** Whether it is what a missing id is written as, in any case and with blanks around it. Taken for an id, it would make one of many. */
export function meansNobody(id: string): boolean {
  return NOBODY.has(id.trim().toLowerCase());
}
