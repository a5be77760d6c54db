// How far a job has come that means many rows: through their ids, upwards, a portion at a time. If the same is asked for again meanwhile, it
// goes on to the last row, begins anew, and ends where it stood when it was asked: nothing is missed, and it need not start over, which
// it would do for ever if it is asked for often enough.
import { HIGHEST_UUID, LOWEST_UUID } from '#platform/database/uuid.js';

/** Ids are UUIDs in lower case, which sort as PostgreSQL sorts them. */
export interface Progress {
  /** Rows up to this one were looked at; null: none yet. */
  afterId: string | null;
  /** The row that ends a second beginning; null: there is none, the last row ends it. */
  untilId: string | null;
}

export const NOT_BEGUN: Progress = { afterId: null, untilId: null };

/** Where the next portion lies: rows behind `after`, up to `upTo`. */
export function stretchOf({ afterId, untilId }: Progress): { after: string; upTo: string } {
  const after = afterId ?? LOWEST_UUID;
  return { after, upTo: untilId !== null && after < untilId ? untilId : HIGHEST_UUID };
}

/**
 * Where it stands after a portion of that stretch; null when all is done.
 * @param lastId the last row of the portion, if there may be more behind it; null: it went to the end of the stretch.
 */
export function afterPortion(progress: Progress, lastId: string | null): Progress | null {
  const { untilId } = progress;
  const { upTo } = stretchOf(progress);
  if (lastId !== null && lastId < upTo) return { afterId: lastId, untilId };
  const isRound = untilId === null || upTo === untilId;
  return isRound ? null : { afterId: null, untilId };
}

/** The same, asked for once more: all rows are looked at from now on, beginning with those that are next anyway. */
export function askedAgain({ afterId }: Progress): Progress {
  return { afterId, untilId: afterId };
}
