// Where a session counts, what it needs to, and what a role may: every operation, from the contract.
import { permissionsOfRole, type Role } from '#accounts/people/role.js';
import { toPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { errorOf } from '../../support/failures.js';
import type { TestMerchant } from '../../support/makers.js';
import { addMembership } from '../../support/people.js';
import {
  checkRefusal,
  countWritten,
  exampleRequest,
  factsOf,
  operationsThat,
  takingSessions,
  type AnyInput,
} from './requests.js';

let app: SharedApp;
let before: Awaited<ReturnType<typeof countWritten>>;
let merchant: TestMerchant;
let locked: TestMerchant;
const roles: readonly Role[] = ['OWNER', 'ADMIN', 'MANAGER', 'FINANCE', 'VIEWER'];
/** Two requests of one person, who is signed in: with a session that counts, and what may be spoilt in it. */
let person: Awaited<ReturnType<SharedApp['make']['person']>>;
const ofRole = new Map<Role, typeof person>();

beforeAll(async () => {
  app = await sharedApp();
  before = await countWritten(app);
  merchant = await app.make.merchant();
  locked = await app.make.merchant();
  person = await app.make.person(merchant.id);
  for (const role of roles) ofRole.set(role, await app.make.person(merchant.id, { role }));
  await addMembership(app.rows, locked.id, person.id, 'OWNER');
  await app.rows.query('update merchants set locked_at = now() where id = $1', [locked.id]);
});

const changing = takingSessions.filter((id) => factsOf(id).method !== 'get');
const forMerchants = takingSessions.filter((id) => factsOf(id).permission !== 'self');
const peoples = takingSessions.filter((id) => factsOf(id).security === 'session');

const refusal = async (id: (typeof takingSessions)[number], input: AnyInput, status: 401 | 403) => {
  const reply = await app.api.call(id, { ...exampleRequest(id), ...input });
  return checkRefusal(id, reply, [status, status === 401 ? 'UNAUTHORIZED' : 'PERMISSION_DENIED']);
};

it.each(takingSessions)(
  '%s: malformed, unknown, ended and doubled cookies are one and the same 401',
  async (id) => {
    const { session, id: personId } = await app.make.person(merchant.id);
    await app.rows.query('update person_sessions set ended_at = now() where person_id = $1', [personId]);
    const unknown = 'A'.repeat(43);
    const other = 'B'.repeat(43);
    const cookies = [session.cookie, `__Host-rc_session=${unknown}; rc_session=${unknown}`];
    for (const cookie of cookies)
      expect(await refusal(id, { as: { ...session, cookie } }, 401)).toEqual(errorOf('NO_SESSION'));
    const unusable = [
      '',
      '__Host-rc_session=',
      '__Host-rc_session=x',
      `__Host-rc_session=${unknown}; __Host-rc_session=${other}`,
    ];
    const expected = factsOf(id).security === 'session' ? errorOf('NO_SESSION') : errorOf('UNAUTHORIZED');
    for (const cookie of unusable)
      expect(await refusal(id, { as: { ...session, cookie } }, 401)).toEqual(expected);
  },
);

it.each(peoples)('%s: a key is no session, and a session beside it is the one that counts', async (id) => {
  expect(await refusal(id, { as: merchant.test }, 401)).toEqual(errorOf('NO_SESSION'));
});

it.each(takingSessions.filter((id) => !peoples.includes(id)))(
  '%s: a session beside a key is not looked at',
  async (id) => {
    const headers = { authorization: 'Bearer rc_test_wrong' };
    expect(await refusal(id, { as: person.session, headers }, 401)).toEqual(errorOf('UNAUTHORIZED'));
  },
);

it.each(changing)(
  '%s: does nothing for a page of another site, nor for one that does not say',
  async (id) => {
    const { cookie, ...tenant } = person.session;
    const named = { cookie, 'x-merchant': String(tenant.merchant), 'x-mode': 'test' };
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://go.example.com' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ];
    for (const headers of foreign)
      expect(await refusal(id, { headers: { ...named, ...headers } }, 403)).toEqual(errorOf('CROSS_SITE'));
  },
);

it.each(operationsThat(({ sameOrigin }) => sameOrigin))('%s: answers no other site', async (id) => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect(await refusal(id, { headers }, 403)).toEqual(errorOf('CROSS_SITE'));
});

it('a browser that does not tell the site is believed by its Origin', async () => {
  const headers = { cookie: person.session.cookie, origin: 'https://go.example.com' };
  await app.api.expect('updateMe', 200, { body: {}, headers });
});

it.each(forMerchants)('%s: needs a merchant of the person and a mode, whatever else is named', async (id) => {
  const { merchant: own } = person.session;
  const others = toPublicId('mer', (await app.make.merchant()).id);
  const { cookie } = person.session;
  const sessions = [
    { cookie },
    { cookie, merchant: own as string },
    { cookie, mode: 'test' as const },
    { cookie, merchant: others, mode: 'test' as const },
    { cookie, merchant: merchant.id, mode: 'test' as const },
    { cookie, merchant: 'mer_x', mode: 'test' as const },
    { cookie, merchant: own as string, mode: 'TEST' as 'test' },
  ];
  for (const session of sessions)
    expect(await refusal(id, { as: session }, 403)).toEqual(errorOf('NOT_A_MEMBER'));
});

it.each(forMerchants)('%s: a locked merchant is 403', async (id) => {
  const session = { ...person.session, merchant: toPublicId('mer', locked.id) };
  expect(await refusal(id, { as: session }, 403)).toEqual(errorOf('MERCHANT_LOCKED'));
});

it.each(operationsThat(({ confirm }) => confirm))(
  '%s: needs a person who said within minutes who they are',
  async (id) => {
    const at = new Date(Date.now() - 11 * 60_000);
    const { session } = await app.make.person(merchant.id, { at });
    expect(await refusal(id, { as: session }, 403)).toEqual(errorOf('CONFIRMATION_NEEDED'));
  },
);

it.each(forMerchants.flatMap((id) => roles.map((role) => [id, role] as const)))(
  '%s by a %s: what the role may, and 403 before anything is read for what it may not',
  async (id, role) => {
    const { session } = ofRole.get(role)!;
    const { permission } = factsOf(id);
    if ((permissionsOfRole(role) as string[]).includes(permission as string)) {
      const reply = await app.api.call(id, {
        as: session,
        path: exampleRequest(id).path ?? {},
        rawBody: '{',
      });
      expect([id, reply.status === 403]).toEqual([id, false]);
      return;
    }
    for (const spoilt of [{}, { rawBody: '{' }, { query: 'unknown=1' }]) {
      const { details, ...error } = await refusal(id, { as: session, ...spoilt }, 403);
      expect(error).toMatchObject({ reason: 'PERMISSION_MISSING' });
      expect(details).toEqual([
        { path: ['X-Merchant'], message: 'your role lacks the permission', permission },
      ]);
    }
  },
);

it('a session sees what a key of the same merchant and mode sees, and nothing of another', async () => {
  await app.make.campaign(merchant.test, { name: 'Mine' });
  await app.make.campaign(merchant.live, { name: 'Live' });
  await app.make.campaign((await app.make.merchant()).test, { name: 'Another' });
  const namesFor = async (mode: 'test' | 'live') => {
    const { body } = await app.api.expect('listCampaigns', 200, { as: { ...person.session, mode } });
    return body.data.map(({ name }) => name);
  };
  expect(await namesFor('test')).toEqual(['Mine']);
  expect(await namesFor('live')).toEqual(['Live']);
});

it('a merchant that a person leaves is out of reach at once', async () => {
  const { id, session } = await app.make.person(merchant.id);
  await app.api.expect('listCampaigns', 200, { as: session });
  await app.rows.query('delete from memberships where person_id = $1', [id]);
  await app.api.expect('listCampaigns', 403, { as: session });
  await app.api.expect('getMe', 200, { as: session });
});

it('nothing was written by what was refused', async () => {
  const { campaigns, ...rest } = await countWritten(app);
  expect({ ...rest, campaigns: Number(campaigns) - 3 }).toEqual(before);
});

/** [operation, role, the permission that the role lacks] and those that lack nothing. */
const asked = forMerchants.flatMap((id) => roles.map((role) => [id, role, factsOf(id).permission!] as const));
const isAllowed = ([, role, permission]: (typeof asked)[number]) =>
  (permissionsOfRole(role) as readonly string[]).includes(permission);

it('the matrix of roles asks for every permission, and refuses every role that lacks one', () => {
  expect(new Set(asked.map(([, , permission]) => permission))).toEqual(
    new Set(['record', 'read', 'manage', 'pay', 'own']),
  );
  const refusedRoles = new Set(asked.filter((one) => !isAllowed(one)).map(([, role]) => role));
  expect(refusedRoles).toEqual(new Set(['MANAGER', 'FINANCE', 'VIEWER']));
});

it.each(asked.filter((one) => !isAllowed(one)))(
  '%s: a %s lacks %s, which is told before anything that was sent is read, and nothing is written',
  async (id, role, permission) => {
    const { session: as } = ofRole.get(role)!;
    const missing = { path: ['X-Merchant'], message: 'your role lacks the permission', permission };
    const expected = errorOf(
      'PERMISSION_MISSING',
      [missing],
      `This call needs the permission ${permission}.`,
    );
    const counted = await countWritten(app);
    const sent: AnyInput[] = [
      {},
      { query: { unknown: '1' } },
      { rawBody: '{' },
      { rawBody: '{"unknown":1}' },
    ];
    for (const input of factsOf(id).body === null ? sent.slice(0, 2) : sent)
      expect(await refusal(id, { ...input, as }, 403)).toEqual(expected);
    expect(await countWritten(app)).toEqual(counted);
  },
);

it.each(asked.filter(isAllowed))('%s: a %s may, by %s', async (id, role) => {
  const { session: as } = ofRole.get(role)!;
  const { status } = await app.api.call(id, { ...exampleRequest(id), as });
  expect(status).not.toBe(401);
  expect(status).not.toBe(403);
  expect(status).toBeLessThan(500);
});

const confirmed = operationsThat(({ confirm }) => confirm);

it.each(confirmed)(
  '%s: whoever said longer than 10 minutes ago who they are has to say it again',
  async (id) => {
    const owner = await app.make.person(merchant.id, { at: new Date(Date.now() - 601_000) });
    const counted = await countWritten(app);
    expect(await refusal(id, { as: owner.session }, 403)).toEqual(errorOf('CONFIRMATION_NEEDED'));
    expect(await countWritten(app)).toEqual(counted);
    await app.rows.query('update person_sessions set confirmed_at = now() where person_id = $1', [owner.id]);
    const { status } = await app.api.call(id, { ...exampleRequest(id), as: owner.session });
    expect(status).toBeLessThan(500);
    expect(status).not.toBe(403);
  },
);

it('what may not happen behind the back of who left a browser open is confirmed', () => {
  expect(confirmed).toEqual(expect.arrayContaining(['updateMember', 'removeMember', 'createInvitation']));
});

it('the table of roles in the contract is the one that is kept', async () => {
  const { document } = await import('../../contract/support/document.js');
  const tags = document['tags'] as { name: string; description: string }[];
  const { description } = tags.find(({ name }) => name === 'People')!;
  const permissions = ['record', 'read', 'manage', 'pay', 'own'] as const;
  for (const role of roles) {
    const cells = description
      .split('\n')
      .find((line) => line.startsWith(`| \`${role}\``))!
      .split('|')
      .slice(2, -1);
    const allowed = permissions.filter((_, index) => cells[index]!.trim().startsWith('yes'));
    expect(allowed).toEqual([...permissionsOfRole(role)]);
  }
});
