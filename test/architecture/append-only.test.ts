// What must not change once it is written: no statement of src/ changes it or takes it away.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourcesIn } from './source.js';

const root = resolve(import.meta.dirname, '../..');

/** The places where rows of the audit log could be changed: by SQL, or through Rows, which can update. */
function changesIn(text: string): string[] {
  const sql = /\b(?:update|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+(?:only\s+)?audit_log\b/gi;
  const upsert = /insert\s+into\s+audit_log\b[^`]*\bon\s+conflict\b[^`]*\bdo\s+update\b/gi;
  return [sql, upsert, /new Rows\(AuditEntryEntity\)/g].flatMap((pattern) => text.match(pattern) ?? []);
}

it('the audit log is added to, and never changed', () => {
  const found = sourcesIn(root, 'src').flatMap((path) =>
    changesIn(readFileSync(join(root, path), 'utf8')).map((what) => `${path}: ${what}`),
  );
  expect(found).toEqual([]);
});

it.each([
  'update audit_log set action = $1',
  'DELETE FROM audit_log where id = $1',
  'truncate audit_log',
  'delete from only audit_log',
  'insert into audit_log (id) values ($1) on conflict (id) do update set id = $1',
  'const rows = new Rows(AuditEntryEntity);',
])('a change is seen: %s', (text) => {
  expect(changesIn(text)).toHaveLength(1);
});

it.each(['insert into audit_log (id) values ($1)', 'select from audit_log a', 'update audit_logs set a = 1'])(
  'what is none is left alone: %s',
  (text) => {
    expect(changesIn(text)).toEqual([]);
  },
);
