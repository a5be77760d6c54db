// What is measured of a subject in a round, and counted beside it.
import type { Slice, SubjectName } from './subject.js';

export interface Measured {
  round: number;
  connections: number;
  subject: SubjectName;
  slice: Slice;
}

/** By connections and subject: SQL statements for a recorded order, and BEGIN, COMMIT and the like beside them. */
export type Statements = Record<
  string,
  Partial<Record<SubjectName, { statements: number; commands: number }>>
>;
