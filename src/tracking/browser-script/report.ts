// What a page reports about the script on it.

export interface CapturedSession {
  testId: string;
  sessionId: string;
}

const MOST_CHARACTERS = 255;

/** A page's origin as its browser says it (`Origin`); null for none, `null`, and what is no web page's. Pure. */
export function originIn(header: string | undefined): string | null {
  if (header === undefined || header.length > MOST_CHARACTERS || !/^https?:\/\//.test(header)) return null;
  const isOrigin = URL.canParse(header) && new URL(header).origin === header;
  return isOrigin ? header : null;
}

export interface Report {
  siteToken: string;
  at: Date;
  /** Of the page; null where its browser does not say. */
  origin: string | null;
  /** null: only that the script runs. */
  captured: CapturedSession | null;
}
