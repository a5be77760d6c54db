// The floor sends the statements of a recorded order again and again: what was new in that order is new each time, all else stays.
import { fill } from '../../bench/floor/bare.js';
import { parameterText } from '../../bench/floor/capture.js';
import { toScript } from '../../bench/floor/pgbench.js';
import { NAME, toRecording } from '../../bench/floor/recording.js';
import { idOf } from '../../bench/world/shops.js';
import { newId } from '#platform/values/ids.js';

const merchant = idOf('merchant', 0, 0);
const order = newId();
const event = newId();
const statements = [
  { sql: 'begin', parameters: [] },
  {
    sql: 'insert into conversions select * from json_to_recordset($1) limit $2',
    parameters: [JSON.stringify([{ merchant, id: order, name: NAME, text: `it's 12:30\\n` }]), 5],
  },
  { sql: 'insert into conversion_history values ($1, $2, $3)', parameters: [order, event, null] },
  { sql: 'commit', parameters: [] },
];
const types = [[], ['json', 'bigint'], ['uuid', 'uuid', 'jsonb'], []];
const recording = toRecording(statements, types);

it('what was new in the order is a blank, the same for the same thing', () => {
  expect(recording.blanks).toEqual(['id', 'name', 'id']);
  const [json, five] = recording.statements[1]?.parameters ?? [];
  const values = ['ID', 'NAME', 'EVENT'];
  expect(JSON.parse(fill(json ?? null, values) as string)).toEqual([
    { merchant, id: 'ID', name: 'NAME', text: `it's 12:30\\n` },
  ]);
  expect(fill(five ?? null, values)).toBe('5');
  const [id, eventId, none] = (recording.statements[2]?.parameters ?? []).map((one) => fill(one, values));
  expect([id, eventId, none]).toEqual(['ID', 'EVENT', null]);
});

it('statements that record no order are refused', () => {
  expect(() => toRecording([{ sql: 'select 1', parameters: [NAME] }], [[]])).toThrow(
    'could not be taken down',
  );
});

describe("pgbench's script", () => {
  const script = toScript(recording, 1);

  it('has every parameter in its place, typed, and every statement ended', () => {
    expect(script).toContain('\nbegin;\n');
    expect(script).toContain(`limit E'5'::bigint;`);
    expect(script).toMatch(/json_to_recordset\(\(E'\[\{.*\)::json\) limit/);
    expect(script).toContain('null::jsonb)');
    expect(script).not.toMatch(/\$\d/);
  });

  it('has no colon that pgbench would take for a variable', () => {
    const variables = [...script.matchAll(/(?<!:):(\w+)/g)].map(([, name]) => name);
    expect(new Set(variables)).toEqual(new Set(['i', 'k', 'client_id']));
    expect(script).toContain(`it\\'s 12\\x3A30`);
  });

  it('makes ids of 32 digits', () => {
    const [, time, tail] =
      /'([0-9a-f]+)' \|\| lpad\(to_hex\(:k::bigint\), 12, '0'\) \|\| '([0-9a-f]+)'/.exec(script) ?? [];
    expect((time?.length ?? 0) + 12 + (tail?.length ?? 0)).toBe(32);
  });
});

it('parameters are written as PostgreSQL reads them', () => {
  const at = new Date('2026-11-22T10:00:00Z');
  expect([at, Buffer.from('ab'), ['a', 'b"c', null], 7, true, { a: 1 }].map(parameterText)).toEqual([
    '2026-11-22T10:00:00.000Z',
    '\\x6162',
    '{"a","b\\"c",NULL}',
    '7',
    'true',
    '{"a":1}',
  ]);
});
