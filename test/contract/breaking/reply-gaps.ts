// What a caller may be answered that it never was before, and `redocly diff` does not see: statuses and media types of successes, headers
// that may be missing, fields that are no longer there or are encoded differently.
import type { Json } from '../support/document.js';
import { schemaPairs, type SchemaPair } from './schema-pairs.js';

type Replies = Record<string, Json>;
const isSuccess = (status: string) => /^[23]/.test(status);

/** What breaks those who read the operation's replies. Its references have been followed. */
export function replyGaps(was: Json, is: Json): string[] {
  const [before, after] = [was['responses'], is['responses']] as [Replies, Replies];
  const added = Object.keys(after).filter((status) => isSuccess(status) && !before[status]);
  const kept = Object.keys(before).filter((status) => after[status]);
  return [
    ...added.map((status) => `${status}: a success that was not there`),
    ...kept.flatMap((status) =>
      replyGapsOf(status, before[status]!, after[status]!).map((what) => `${status}: ${what}`),
    ),
  ];
}

function replyGapsOf(status: string, was: Json, is: Json): string[] {
  const [before, after] = [was, is].map((reply) => (reply['content'] ?? {}) as Replies) as [Replies, Replies];
  // A success that had no body may get one: nobody reads it yet.
  const hadBody = Object.keys(before).length > 0;
  const newTypes = Object.keys(after).filter((type) => !before[type]);
  const pairs = Object.keys(before)
    .filter((type) => after[type])
    .flatMap((type) => [
      ...schemaPairs({
        name: type,
        was: (before[type]!['schema'] ?? {}) as Json,
        is: (after[type]!['schema'] ?? {}) as Json,
        mandatory: false,
      }),
    ]);
  return [
    ...(hadBody && isSuccess(status) ? newTypes.map((type) => `may now be ${type}`) : []),
    ...missingHeaders(was, is),
    ...pairs.flatMap(looser),
  ];
}

function missingHeaders(was: Json, is: Json): string[] {
  const now = (is['headers'] ?? {}) as Replies;
  return Object.entries((was['headers'] ?? {}) as Replies)
    .filter(([name, header]) => header['required'] === true && now[name] && now[name]['required'] !== true)
    .map(([name]) => `the header ${name} may now be missing`);
}

function looser({ name, was, is }: SchemaPair): string[] {
  const differs = (key: string) => JSON.stringify(was[key]) !== JSON.stringify(is[key]);
  const found: [boolean, string][] = [
    [is['writeOnly'] === true && was['writeOnly'] !== true, 'no longer there'],
    [differs('contentEncoding'), 'encoded differently'],
    [differs('contentMediaType'), 'holds something else'],
  ];
  return found.filter(([holds]) => holds).map(([, what]) => `${name}: ${what}`);
}
