// Rows that ask for the same, taken together, are one job: what is asked for twice a second is looked at no more often than there are turns.
import { groupBy } from '#platform/database/grouping.js';
import type { JobRow } from './job.js';
import { askedAgain } from './progress.js';

/** What is done for all of these rows at once. */
export interface Taken {
  job: JobRow;
  /** All that ask for it, the job's own among them. */
  rows: JobRow[];
}

/** One job for all rows of a merchant, mode, kind and subject. One that has come some way goes on, and once round. */
export function mergeEqual(rows: readonly JobRow[]): Taken[] {
  return [...groupBy(rows, subjectOf).values()].map((equal) => {
    const furthest = equal.find(({ afterId }) => afterId !== null) ?? equal[0]!;
    return { job: equal.length > 1 ? { ...furthest, ...askedAgain(furthest) } : furthest, rows: equal };
  });
}

function subjectOf({ merchantId, mode, kind, subject }: JobRow): string {
  return JSON.stringify([merchantId, mode, kind, subject]);
}
