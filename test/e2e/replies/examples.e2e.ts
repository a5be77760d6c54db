// Every request example of the contract runs: sent to a real service, where the ids it names are put in place of those in the
// document, it succeeds. What a reader copies, works.
import { operations } from '#generated/operations.js';
import type { OperationId } from '#platform/contract/routes.js';
import { eachOperation, type Json } from '../../contract/support/document.js';
import { startApp, type TestApp } from '../../support/app.js';
import { earn, earnApproved } from '../../support/commissions.js';
import { toPublicId } from '#platform/values/ids.js';
import { CreateInvitationService } from '#accounts/members/create-invitation.service.js';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { PasswordResetsService } from '#accounts/password-resets/password-resets.service.js';
import type { CallInput, TestSession } from '../../support/call.js';
import { OidcBrowser } from '../../support/oidc.js';
import { SignInProvider } from '../../support/sign-in-provider.js';
import { answer, makePasskey } from '../../support/soft-authenticator.js';
import { codeAt, STEP_MS, switchOn } from '../../support/two-factor.js';
import { factsOf, leastQuery, parametersOf } from './requests.js';

const ORIGIN = 'https://go.example.com';
type Caller = Pick<CallInput<OperationId>, 'as'>;

let app: TestApp;
let provider: SignInProvider;
let key: string;
/** What stands in the document → what is there. */
const inPlaceOf = new Map<string, string>();

beforeAll(async () => {
  provider = await SignInProvider.start(['https://go.example.com']);
  app = await startApp({ environment: provider.environment });
  key = (await app.make.merchant()).test;
  const { campaignId } = await app.make.campaign(key, { name: 'Autumn launch' });
  inPlaceOf.set('cmp', campaignId);
  // Whose link the examples follow.
  const mila = { email: 'mila.novak@example.com', code: 'mila-novak', campaignId };
  await app.api.expect('createAffiliate', 201, { as: key, body: mila });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

/** The text with the ids of the document replaced, by their prefix. */
function substituted(text: string): string {
  return text.replace(
    /\b(cmp|aff|cnv|cmm|pay|per|ivt|whe|whd)_[0-9a-z]{26}\b/g,
    (id, prefix: string) => inPlaceOf.get(prefix) ?? id,
  );
}

/** The text with the token of a link that works in place of the document's. */
async function withInvitation(text: string): Promise<string> {
  if (!text.includes('"token":')) return text;
  if (text.includes('"rst_')) return text.replace(/rst_[\w-]{43}/, await resetToken());
  const { id: merchantId } = await app.make.merchant();
  const invitations = app.service.app.get(CreateInvitationService, { strict: false });
  const link = await invitations.invite({ merchantId, role: 'OWNER', email: null, lastsMs: 60_000 });
  return text.replace(/inv_[0-9a-z]{26}_[\w-]{43}/, link.split('#')[1]!);
}

/** The text with what a passkey of the caller answers in place of the document's answer, or one that was just made. */
async function withPasskey(id: OperationId, text: string, { as }: Caller): Promise<string> {
  const body = JSON.parse(text) as Record<string, unknown>;
  if (!('passkey' in body) && id !== 'signInWithPasskey') return text;
  const session = (as ?? (await ownerOf()).session) as TestSession;
  const creation = (await app.api.expect('beginPasskey', 200, { as: session })).body.data;
  const { passkey, sent } = makePasskey(creation, ORIGIN);
  if (id === 'createPasskey') return JSON.stringify({ ...body, passkey: sent });
  await app.api.expect('createPasskey', 201, { as: session, body: { name: 'Laptop', passkey: sent } });
  const request = (await app.api.expect('beginPasskeySignIn', 200, {})).body.data;
  const answered = answer(passkey, request, ORIGIN);
  return JSON.stringify(id === 'signInWithPasskey' ? answered : { ...body, passkey: answered });
}

/** The text with what the caller's authenticator app shows in place of the document's code. */
async function withCode(id: OperationId, text: string, { as }: Caller): Promise<string> {
  if (!text.includes('"code":"492039"') || id === 'signIn' || id === 'signInWithOidc') return text;
  const session = as as TestSession;
  const now = new Date();
  const next = new Date(now.getTime() + STEP_MS);
  const { secret } =
    id === 'activateTwoFactor'
      ? (await app.api.expect('beginTwoFactor', 200, { as: session })).body.data
      : await switchOn(app.api, session, now);
  return text.replace('492039', codeAt(secret, id === 'activateTwoFactor' ? now : next));
}

/** What a browser holds that has come back from the provider: of a person of one's own. */
async function ofBrowser(id: OperationId): Promise<{ headers?: Record<string, string> }> {
  if (id !== 'signInWithOidc') return {};
  const { email } = await app.make.person((await app.make.merchant()).id);
  provider.people.set(email, { email, email_verified: true });
  const browser = new OidcBrowser(app.api);
  await browser.lead(email);
  return { headers: { cookie: browser.cookie } };
}

async function resetToken(): Promise<string> {
  const { id: merchantId } = await app.make.merchant();
  const { email } = await app.make.person(merchantId);
  const made = await app.service.app.get(PasswordResetsService, { strict: false }).makeLink(email, OPERATOR);
  return made!.link.split('#')[1]!;
}

/** With what the operation is called: the key, or a person of one's own. */
async function credentials(id: OperationId): Promise<Caller> {
  if (factsOf(id).security === 'public') return {};
  if (factsOf(id).security !== 'session') return { as: key };
  const { merchantId, session } = await ownerOf();
  const colleague = await app.make.person(merchantId, { role: 'VIEWER' });
  inPlaceOf.set('per', toPublicId('per', colleague.id));
  return { as: session };
}

async function ownerOf(): Promise<{ merchantId: string; session: TestSession }> {
  const { id: merchantId } = await app.make.merchant();
  const { session } = await app.make.person(merchantId, { hasPassword: true });
  return { merchantId, session };
}

interface Example {
  id: OperationId;
  name: string;
  body: string;
}

/** The body examples of the document, those that make something before those that need it. */
function bodyExamples(): Example[] {
  // Who accepts is who signs in afterwards.
  const first = ['createCampaign', 'createAffiliate', 'trackClick', 'acceptInvitation'];
  const found: Example[] = [];
  for (const [id, operation] of eachOperation()) {
    const body = operation['requestBody'] as
      | { content: Record<string, { examples: Record<string, Json> }> }
      | undefined;
    for (const [name, example] of Object.entries(body?.content['application/json']?.examples ?? {})) {
      found.push({ id: id as OperationId, name, body: JSON.stringify(example['value']) });
    }
  }
  const rank = ({ id }: Example): number => (first.includes(id) ? first.indexOf(id) : first.length);
  return found.sort((one, other) => rank(one) - rank(other));
}

/** Operations whose examples need a commission that nothing was done to yet. */
const aboutCommissions: OperationId[] = [
  'adjustCommission',
  'bulkApproveCommissions',
  'bulkRejectCommissions',
];

/** Operations whose examples need something that is due, or a payout of it. */
const aboutPayouts: OperationId[] = ['createPayout', 'markPayoutPaid'];

/** Operations whose examples need an endpoint, or room for one. */
const aboutEndpoints: OperationId[] = [
  ...(['createEndpoint', 'updateEndpoint', 'rotateEndpointSecret'] as const),
  ...(['getDelivery', 'resendDelivery'] as const),
];

/** A new endpoint in place of the one of before, whose secret may be in rotation. */
async function renewEndpoint(): Promise<void> {
  const { data } = (await app.api.expect('listEndpoints', 200, { as: key })).body;
  for (const { endpointId } of data)
    await app.api.expect('deleteEndpoint', 200, { as: key, path: { endpointId } });
  const { endpointId } = await app.make.endpoint(key);
  inPlaceOf.set('whe', endpointId);
  inPlaceOf.set('whd', await app.make.delivery(key, endpointId));
}

async function prepare(id: OperationId): Promise<void> {
  if (aboutEndpoints.includes(id)) await renewEndpoint();
  if (aboutCommissions.includes(id)) {
    inPlaceOf.set('cmm', (await earn(app, await app.make.link(key))).commissionId);
  }
  if (aboutPayouts.includes(id)) {
    const link = await app.make.link(key);
    await earnApproved(app, link);
    inPlaceOf.set('aff', link.affiliateId);
    if (id === 'createPayout') return;
    const body = { affiliateId: link.affiliateId, currency: 'EUR' };
    const { data } = (await app.api.expect('createPayout', 201, { as: key, body })).body;
    inPlaceOf.set('pay', data.payoutId);
  }
}

/** The operation's path parameters, from their examples. */
function pathOf(id: OperationId): Record<string, string> {
  const named = parametersOf(id, 'path').map(({ name, schema }): [string, string] => {
    return [name, substituted(String((schema['examples'] as string[])[0]))];
  });
  return Object.fromEntries(named);
}

it.each(bodyExamples().map((example) => [`${example.id} ${example.name}`, example] as const))(
  'the body of %s',
  async (_title, { id, body }) => {
    await prepare(id);
    const as = await credentials(id);
    const text = await withInvitation(substituted(body));
    const rawBody = await withPasskey(id, await withCode(id, text, as), as);
    const reply = await app.api.call(id, { ...as, ...(await ofBrowser(id)), path: pathOf(id), rawBody });
    expect({ status: reply.status, text: reply.text }).toEqual({
      status: successOf(id, reply.status),
      text: reply.text,
    });
    const { data } = (reply.body ?? { data: {} }) as { data: Record<string, string | null> }; // a 204 has none
    if (typeof data['affiliateId'] === 'string') inPlaceOf.set('aff', data['affiliateId']);
    if (typeof data['conversionId'] === 'string') inPlaceOf.set('cnv', data['conversionId']);
  },
);

/** The status itself if it is one of the operation's successes, else the first of these. */
function successOf(id: OperationId, status: number): number | undefined {
  const successes = operations[id].statuses.filter((each: number) => each < 400);
  return successes.find((each) => each === status) ?? successes[0];
}

const gets = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].method === 'get');

it.each(gets)('the path of %s', async (id) => {
  await prepare(id);
  const query = leastQuery(id);
  const reply = await app.api.call(id, { ...(await credentials(id)), path: pathOf(id), query });
  expect({ status: reply.status, text: reply.text }).toEqual({
    status: successOf(id, reply.status),
    text: reply.text,
  });
});

const queries = gets.flatMap((id) =>
  parametersOf(id, 'query').flatMap(({ name, schema }) =>
    ((schema['examples'] ?? schema['enum'] ?? []) as unknown[]).map(
      (value) => [id, name, String(value)] as const,
    ),
  ),
);

it.each(queries)('the query of %s: %s=%s', async (id, name, value) => {
  const { needs } = parametersOf(id, 'query').find((one) => one.name === name)!;
  const query = { ...(needs === null ? {} : { [needs]: 'any' }), [name]: substituted(value) };
  const as = await credentials(id);
  await expect(app.api.call(id, { ...as, path: pathOf(id), query })).resolves.toMatchObject({ status: 200 });
});

it('there are examples for every body and every parameter of a path', () => {
  const ids = new Set<OperationId>(bodyExamples().map(({ id }) => id));
  for (const id of Object.keys(operations) as OperationId[]) {
    if (operations[id].body !== null) expect(ids).toContain(id);
    for (const { schema } of parametersOf(id, 'path')) expect(schema['examples']).toHaveLength(1);
  }
});
