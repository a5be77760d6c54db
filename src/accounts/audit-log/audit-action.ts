// What the audit log knows to name: the words of the contract, and no other.
import type { Schema } from '#platform/contract/operation.js';

/** Of words that later versions may add to, those of this one. */
type Known<Word> = Word extends string ? (string extends Word ? never : Word) : never;

export type AuditAction = Known<Schema<'AuditAction'>>;
