// requestPasswordReset, and what is mailed, to a real mail server: links arrive, and nobody learns from a reply who has an account.
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf } from '../../support/failures.js';
import { startMailServer, textOf, type MailServer } from '../../support/mail-server.js';
import { unique } from '../../support/makers.js';
import { PASSWORD } from '../../support/people.js';
import { until } from '../../support/until.js';

let app: TestApp;
let mail: MailServer;
let merchantId: string;
const clock = new HeldClock();
const lines: string[] = [];

beforeAll(async () => {
  mail = await startMailServer();
  const environment = { SMTP_URL: mail.url, MAIL_FROM: 'hello@go.example.com', TRUST_PROXY: '1' };
  app = await startApp({ clock, environment, onLog: (line) => lines.push(line) });
  merchantId = (await app.make.merchant('Café Crème')).id;
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `198.51.100.${++addresses}` });
const ask = (email: string, headers: Record<string, string> = elsewhere()) =>
  app.api.call('requestPasswordReset', { body: { email }, headers });
const to = (email: string) => mail.received.filter((each) => each.to.includes(email));

it('mails a link that sets a new password, in the language of whose it is', async () => {
  const person = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
  await app.rows.query(`update people set language = 'fr' where id = $1`, [person.id]);
  const { status, body } = await ask(person.email.toUpperCase());
  expect([status, (body as { data: unknown }).data]).toEqual([202, { sendsMail: true }]);
  await until(() => to(person.email).length === 1);
  const [received] = to(person.email);
  expect(received!.to).toEqual([person.email]);
  expect(received!.source).toMatch(/^From: hello@go\.example\.com/m);
  const text = textOf(received!);
  expect(text).toContain('Quelqu’un a demandé un nouveau mot de passe');
  const token = /^https:\/\/go\.example\.com\/dashboard\/reset#(rst_\S+)$/m.exec(text)?.[1] as string;
  const password = 'seven quiet lighthouses in fog';
  await app.api.expect('resetPassword', 200, { body: { token, password } });
  await app.api.expect('signIn', 200, { body: { email: person.email, password } });
  expect(lines.join()).not.toContain(token);
});

it('a link leads to this installation, whatever host the call was sent to', async () => {
  const { email } = await app.make.person(merchantId, { at: clock.now() });
  const host = 'evil.example';
  await ask(email, { ...elsewhere(), host, 'x-forwarded-host': host, forwarded: `host=${host}` });
  await until(() => to(email).length === 1);
  expect(textOf(to(email)[0]!)).toContain('https://go.example.com/dashboard/reset#rst_');
  expect(to(email)[0]!.source).not.toContain(host);
});

it('an email that nobody has is answered the same, and gets nothing', async () => {
  const { email } = await app.make.person(merchantId, { at: clock.now() });
  const known = await ask(email);
  const unknown = await ask('nobody@example.com');
  const dataOf = ({ status, body }: typeof known) => [status, (body as { data: unknown }).data];
  expect(dataOf(unknown)).toEqual(dataOf(known));
  await until(() => to(email).length === 1);
  expect(to('nobody@example.com')).toEqual([]);
});

it('the reply waits for nothing that depends on who has the email: not even for the table of people', async () => {
  const { email } = await app.make.person(merchantId, { at: clock.now() });
  await app.rows.query('alter table people rename to people_away');
  try {
    for (const each of [email, 'nobody@example.com']) expect((await ask(each)).status).toBe(202);
  } finally {
    await app.rows.query('alter table people_away rename to people');
  }
});

it('a mailbox cannot be filled, wherever from, and known or not are limited alike', async () => {
  const { email } = await app.make.person(merchantId, { at: clock.now() });
  for (const each of [email, `nobody-${unique()}@example.com`]) {
    for (let times = 0; times < 3; times++) expect((await ask(each)).status).toBe(202);
    const limited = await ask(each);
    expect([limited.status, limited.headers['retry-after']]).toEqual([429, '1']);
    expect((limited.body as { error: unknown }).error).toEqual(errorOf('ADDRESS_LIMIT'));
  }
  clock.advance(1000);
  expect((await ask(email)).status).toBe(202);
  expect((await ask(email)).headers['retry-after']).toBe('2');
});

it('one address cannot try emails by the thousand', async () => {
  const headers = elsewhere();
  const statuses: number[] = [];
  for (let times = 0; times < 12; times++)
    statuses.push((await ask(`nobody-${unique()}@example.com`, headers)).status);
  expect(statuses).toEqual([...Array<number>(10).fill(202), 429, 429]);
});

it('asking for another link ends none, so that a stranger who asks shuts nobody out', async () => {
  const { email } = await app.make.person(merchantId, { at: clock.now() });
  await ask(email);
  await until(() => to(email).length === 1);
  await ask(email);
  await until(() => to(email).length === 2);
  const tokens = to(email).map((each) => /#(rst_\S+)/.exec(textOf(each))![1] as string);
  await app.api.expect('resetPassword', 200, { body: { token: tokens[0]!, password: PASSWORD } });
});

it('an invitation is mailed to whom it is for, and no name in it makes a header or another reader', async () => {
  const owner = await app.make.person(merchantId, { name: 'Ada <x@evil.example>,', at: clock.now() });
  const email = `grace-${unique()}@example.com`;
  const body = { email, role: 'VIEWER' as const };
  const { body: reply } = await app.api.expect('createInvitation', 201, { as: owner.session, body });
  expect(reply.data.mailed).toBe(true);
  const [received, ...others] = to(email);
  expect(others).toEqual([]);
  expect(received!.to).toEqual([email]);
  expect(textOf(received!)).toContain(`\n${reply.data.link}\n`);
  expect(textOf(received!)).toContain('Café Crème');
});

it('a mail server that refuses loses no invitation: the reply says that it was not mailed', async () => {
  const refusing = await startMailServer();
  refusing.refuse();
  const other = await startApp({ clock, environment: { SMTP_URL: refusing.url } });
  try {
    const owner = await other.make.person((await other.make.merchant()).id, { at: clock.now() });
    const body = { email: 'grace@example.com', role: 'VIEWER' as const };
    const { body: reply } = await other.api.expect('createInvitation', 201, { as: owner.session, body });
    expect(reply.data.mailed).toBe(false);
    const token = reply.data.link.split('#')[1] as string;
    await other.api.expect('readInvitation', 200, { body: { token } });
  } finally {
    await other.close();
    await refusing.close();
  }
});

it('an installation without mail says so, and makes no link that nobody could get', async () => {
  const other = await startApp({ clock });
  try {
    const { id } = await other.make.merchant();
    const { email } = await other.make.person(id, { at: clock.now() });
    const { body } = await other.api.expect('requestPasswordReset', 202, { body: { email } });
    expect(body.data).toEqual({ sendsMail: false });
    await other.service.stop(1000); // what it does beside calls is done then
    expect(await other.rows.query('select from password_resets')).toEqual([]);
  } finally {
    await other.close();
  }
});

it('another site cannot ask', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  const { body } = await app.api.expect('requestPasswordReset', 403, {
    body: { email: 'a@example.com' },
    headers,
  });
  expect(body.error).toEqual(errorOf('CROSS_SITE'));
});
