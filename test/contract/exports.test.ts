// What the contract says of the files that can be exported: its table and its example have the columns that the file has.
import { auditColumns } from '#accounts/audit-log/audit-log.csv.js';
import { conversionColumns } from '#conversions/recording/conversion.fields.js';
import { payoutColumns } from '#earnings/payouts/payouts.csv.js';
import type { Json } from './support/document.js';
import { document } from './support/document.js';
import { operationsIn } from './rules/requests.js';

const columns: Readonly<Record<string, readonly string[]>> = {
  exportConversions: conversionColumns.map(([name]) => name),
  exportPayouts: payoutColumns.map(([name]) => name),
  exportAuditLog: auditColumns.map(([name]) => name),
};

/** By its id, every operation that answers with a file of this kind. */
const exporting = new Map(
  operationsIn(document)
    .filter(([, operation]) => csvOf(operation) !== undefined)
    .map(([, operation]) => [operation['operationId'] as string, operation]),
);

function csvOf({ responses }: Json): Json | undefined {
  const { content } = ((responses as Json)['200'] ?? {}) as { content?: Json };
  return content?.['text/csv'] as Json | undefined;
}

it('every operation that exports is compared here', () => {
  expect([...exporting.keys()].sort()).toEqual(Object.keys(columns).sort());
});

describe.each(Object.entries(columns))('%s', (id, names) => {
  const operation = exporting.get(id) as Json;

  it('each example begins with the line of columns, as the file does', () => {
    const examples = Object.values(csvOf(operation)?.['examples'] as Record<string, Json>);
    const first = examples.map(({ value }) => String(value).split('\r\n')[0]?.split(','));
    expect(first).toEqual(examples.map(() => names));
  });

  it('the description tells what each column is', () => {
    const rows = [...String(operation['description']).matchAll(/^\| (`.+?) \|/gm)];
    const told = rows.flatMap(([, cell]) =>
      [...(cell as string).matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(told.sort()).toEqual([...names].sort());
  });
});
