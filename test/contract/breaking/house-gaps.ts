// The keywords of the house that decide what an operation accepts, how it answers, and when a client may repeat it: no comparison of
// OpenAPI documents knows them.
import type { Json } from '../support/document.js';

const DEFAULT_LIMIT_BYTES = 64 * 1024;

/** What breaks callers in the operation's own keywords. Its `method` is with it. */
export function houseGaps(was: Json, is: Json): string[] {
  const lost = (key: string) => was[key] === true && is[key] !== true;
  const found: [boolean, string][] = [
    [limitOf(is) < limitOf(was), 'a body may hold fewer bytes'],
    [lost('x-lenient-body'), 'a body may be refused where none was'],
    [lost('x-lenient-key'), 'a key may be refused where none was'],
    [hasOpenQuery(was) && !hasOpenQuery(is), 'an unknown query parameter may be refused where none was'],
    [lost('x-cors'), 'pages of other sites may no longer call it'],
    [isEnveloped(was) !== isEnveloped(is), 'the reply has an envelope on one side only'],
    [asksAnother(was, is), 'a key that was let in may lack the permission'],
    [isLessRepeatable(was, is), 'a call of unknown outcome may no longer be repeated as before'],
  ];
  return found.filter(([holds]) => holds).map(([, what]) => what);
}

function limitOf(operation: Json): number {
  return Number(operation['x-limit-bytes'] ?? DEFAULT_LIMIT_BYTES);
}

/** An operation that declares no 422 ignores what it does not know. */
function hasOpenQuery(operation: Json): boolean {
  return operation['x-open-query'] === true || !(operation['responses'] as Json)['422'];
}

function isEnveloped(operation: Json): boolean {
  return operation['x-enveloped'] !== false;
}

/** Where there was none, every key had all; `any` asks for nothing. */
function asksAnother(was: Json, is: Json): boolean {
  const [before, after] = [was['x-permission'], is['x-permission']];
  return before !== undefined && after !== undefined && after !== 'any' && before !== after;
}

/** Weaker is: from always to with a field or never, from with a field to with another or never. */
function isLessRepeatable(was: Json, is: Json): boolean {
  const [before, after] = [repeatableOf(was), repeatableOf(is)];
  return before !== false && after !== true && before !== after;
}

/** Reading is always repeatable. What else does not say so is not. */
function repeatableOf(operation: Json): boolean | string {
  return (operation['x-repeatable'] as boolean | string | undefined) ?? operation['method'] === 'get';
}
