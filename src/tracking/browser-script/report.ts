// What a page reports about the script on it.

export interface CapturedSession {
  testId: string;
  sessionId: string;
}

export interface Report {
  siteToken: string;
  at: Date;
  /** null: only that the script runs. */
  captured: CapturedSession | null;
}
