// Where a walk over many deliveries or events goes on at the next call: opaque, so that nobody builds one by hand. Pure.

/** Behind a row of those that waited: by its kind, when it was due, in microseconds since 1970, and its id. */
export interface WaitingPlace {
  kind: string;
  dueMicros: string;
  id: string;
}

/** What one walk is about: a cursor of one is none of another. */
export type WalkKind = 'FAILED' | 'MISSED' | 'WAITING';

export interface Walk<Place> {
  /** Ids from this one on (a UUID) are too late, in every call of the walk. */
  untilId: string;
  after: Place;
}

const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const BY_ID = new RegExp(`^(FAILED|MISSED) (${UUID}) (${UUID})$`);
const BY_TIME = new RegExp(`^WAITING (${UUID}) (EVENT|RESEND|) ([0-9]{1,16}) (${UUID})$`);

export function toIdCursor(kind: 'FAILED' | 'MISSED', { untilId, after }: Walk<string>): string {
  return written(`${kind} ${untilId} ${after}`);
}

/** null for what toIdCursor() never made of this kind. */
export function fromIdCursor(kind: 'FAILED' | 'MISSED', cursor: string): Walk<string> | null {
  const [, found, untilId, after] = BY_ID.exec(read(cursor)) ?? [];
  return found === kind ? { untilId: untilId!, after: after! } : null;
}

export function toWaitingCursor({ untilId, after }: Walk<WaitingPlace>): string {
  return written(`WAITING ${untilId} ${after.kind} ${after.dueMicros} ${after.id}`);
}

/** null for what toWaitingCursor() never made. */
export function fromWaitingCursor(cursor: string): Walk<WaitingPlace> | null {
  const [, untilId, kind, dueMicros, id] = BY_TIME.exec(read(cursor)) ?? [];
  if (untilId === undefined) return null;
  return { untilId, after: { kind: kind!, dueMicros: dueMicros!, id: id! } };
}

function written(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function read(cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  return bytes.toString('base64url') === cursor ? bytes.toString('latin1') : '';
}
