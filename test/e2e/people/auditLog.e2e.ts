// listAuditLog, exportAuditLog: who did what, as it was written with the change, for those who answer for the merchant.
import { newId, newIdAt, toPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestPerson } from '../../support/people.js';

let app: SharedApp;
let merchantId: string;
let ada: TestPerson;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchantId = (await app.make.merchant()).id;
  ada = await app.make.person(merchantId);
});

interface Written {
  at?: Date;
  personId?: string | null;
  keyId?: string | null;
  action?: string;
  target?: string;
  details?: object;
}

/** An entry, by SQL: at a time of the test's choosing, of an action that nothing writes yet. */
async function write({ at = new Date(), personId = null, keyId = null, ...rest }: Written): Promise<void> {
  const { action = 'SIGNED_IN', target = null, details = {} } = rest;
  await app.rows.query(
    `insert into audit_log (merchant_id, id, mode, person_id, key_id, action, target, details, address, created_at)
     values ($1, $2, null, $3, $4, $5, $6, $7, '203.0.113.0', $8)`,
    [merchantId, newIdAt(at), personId, keyId, action, target, JSON.stringify(details), at],
  );
}

const list = async (query: Record<string, string | number> = {}) =>
  (await app.api.expect('listAuditLog', 200, { as: ada.session, query })).body;

it('tells who did what to what, by name, from which network', async () => {
  const grace = await app.make.person(merchantId, { role: 'VIEWER', name: 'Grace Hopper' });
  const personId = toPublicId('per', grace.id);
  const body = { role: 'MANAGER' } as const;
  await app.api.expect('updateMember', 200, { as: ada.session, path: { personId }, body });
  const { data } = await list();
  expect(data).toEqual([
    {
      entryId: expect.stringMatching(/^aud_/) as string,
      createdAt: expect.stringMatching(/Z$/) as string,
      action: 'MEMBER_ROLE_CHANGED',
      actor: {
        type: 'PERSON',
        personId: toPublicId('per', ada.id),
        keyId: null,
        name: 'Ada Lovelace',
        email: ada.email,
      },
      mode: null,
      target: personId,
      details: { from: 'VIEWER', to: 'MANAGER' },
      address: '127.0.0.0',
    },
  ]);
});

it('names a key by its name, an account that is gone by its id alone, and the operator not at all', async () => {
  const gone = newId();
  const key = await app.rows.query<{ id: string; name: string }>(
    'select id, name from api_keys where merchant_id = $1 limit 1',
    [merchantId],
  );
  await write({});
  await write({ keyId: key[0]!.id });
  await write({ personId: gone });
  const actors = (await list()).data.map(({ actor }) => actor);
  const nobody = { personId: null, keyId: null, name: null, email: null };
  expect(actors).toEqual(
    expect.arrayContaining([
      { ...nobody, type: 'OPERATOR' },
      { ...nobody, type: 'KEY', keyId: toPublicId('key', key[0]!.id), name: key[0]!.name },
      { ...nobody, type: 'PERSON', personId: toPublicId('per', gone) },
    ]),
  );
});

it('pages newest first without losing or repeating any, whatever is written meanwhile', async () => {
  for (let each = 0; each < 7; each++)
    await write({ at: new Date(Date.now() - 60_000 + each), target: `${each}` });
  const seen: (string | null)[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, meta } = await list({ limit: 3, ...(cursor !== undefined && { cursor }) });
    seen.push(...data.map(({ target }) => target));
    cursor = meta.page.nextCursor;
    await write({ target: 'new' });
  }
  expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
});

it('filters by person, by what was done and by time, and by all at once', async () => {
  const at = (day: number) => new Date(`2026-05-0${day}T00:00:00Z`);
  const grace = (await app.make.person(merchantId)).id;
  await write({ at: at(1), personId: ada.id, target: 'a' });
  await write({ at: at(2), personId: ada.id, target: 'b', action: 'SIGNED_OUT' });
  await write({ at: at(3), personId: grace, target: 'c' });
  await write({ at: at(4), personId: ada.id, target: 'd' });
  const targets = async (query: Record<string, string>) =>
    (await list(query)).data.map(({ target }) => target).join('');
  const personId = toPublicId('per', ada.id);
  expect(await targets({ personId })).toBe('dba');
  expect(await targets({ action: 'SIGNED_IN' })).toBe('dca');
  expect(await targets({ from: '2026-05-02T00:00:00Z', to: '2026-05-04T00:00:00Z' })).toBe('cb');
  expect(await targets({ personId, action: 'SIGNED_IN', from: '2026-05-02T00:00:00Z' })).toBe('d');
  for (const nobody of ['per_x', toPublicId('per', newId())])
    expect(await targets({ personId: nobody })).toBe('');
  expect(await targets({ action: 'NO_SUCH_THING' })).toBe('');
  const early = { from: '2026-05-02T00:00:00Z', to: '2026-05-01T00:00:00Z' };
  const { body } = await app.api.expect('listAuditLog', 422, { as: ada.session, query: early });
  expect(body.error.details).toEqual([{ path: ['to'], message: 'must not be before from' }]);
});

it("another merchant's owner sees nothing of it", async () => {
  await write({ personId: ada.id });
  const stranger = await app.make.person((await app.make.merchant()).id);
  const { body } = await app.api.expect('listAuditLog', 200, { as: stranger.session });
  expect(body.data).toEqual([]);
  const file = await app.api.expect('exportAuditLog', 200, { as: stranger.session });
  expect(file.text.split('\r\n')).toHaveLength(2);
});

it('is exported whole, however long, and a spreadsheet carries nothing of it out', async () => {
  await app.rows.query(
    `insert into audit_log (merchant_id, id, action, target, details, created_at)
     select $1, gen_random_uuid(), 'SIGNED_IN', '=HYPERLINK("https://evil.example")', '{}', now() from generate_series(1, 1200)`,
    [merchantId],
  );
  await write({ personId: ada.id, details: { role: 'OWNER' } });
  const { text, headers } = await app.api.expect('exportAuditLog', 200, { as: ada.session });
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers['content-disposition']).toBe('attachment; filename="audit-log.csv"');
  const [header, ...lines] = text.split('\r\n').slice(0, -1);
  expect(header).toBe('entryId,createdAt,action,actor,personId,keyId,name,email,mode,target,details,address');
  expect(lines).toHaveLength(1201);
  expect(lines.filter((line) => line.includes(`,"'=HYPERLINK(`))).toHaveLength(1200);
  const [own] = lines.filter((line) => line.includes('OWNER'));
  const personId = toPublicId('per', ada.id);
  expect(own).toContain(
    `,SIGNED_IN,PERSON,${personId},,Ada Lovelace,${ada.email},,,"{""role"":""OWNER""}",203.0.113.0`,
  );
  const query = { personId };
  const filtered = await app.api.expect('exportAuditLog', 200, { as: ada.session, query });
  expect(filtered.text.split('\r\n')).toHaveLength(3);
});
