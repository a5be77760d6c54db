// Settings: the merchant's name, who belongs to it and who is invited, and leaving it; each role sees what it may do, and why not.
import type { Page } from 'playwright-core';
import { until } from '../support/until.js';
import { useDashboard, type Shop } from './support/dashboard.js';

const dashboard = useDashboard();
const LONG_AGO = new Date(Date.now() - 3_600_000);

async function members({ merchant }: Shop) {
  const { make } = dashboard.app;
  const admin = await make.person(merchant.id, { role: 'ADMIN', name: 'Anna Admin', hasPassword: true });
  const viewer = await make.person(merchant.id, { role: 'VIEWER', name: 'Vera Viewer' });
  return { admin, viewer };
}

async function openMembers(person: Parameters<typeof dashboard.open>[0]): Promise<Page> {
  const page = await dashboard.open(person, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(dashboard.at('/members'));
  return page;
}

describe('the merchant', () => {
  it('has another name at once, everywhere; its id is copied', async () => {
    const { owner, merchant } = await dashboard.shop('Old Name');
    const page = await dashboard.open(owner, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(dashboard.at('/settings'));
    await page.getByLabel('Name').fill('  New Name ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.locator('header').getByText('New Name', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied').waitFor();
    const [{ name } = { name: '' }] = await dashboard.app.rows.query<{ name: string }>(
      'select name from merchants where id = $1',
      [merchant.id],
    );
    expect(name).toBe('New Name');
    await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(owner.session.merchant);
  });

  it('is told to a viewer, who sees why the name is not theirs to change, and leaves by themselves', async () => {
    const shop = await dashboard.shop('Shop to leave');
    const { viewer } = await members(shop);
    const page = await dashboard.open(viewer);
    await page.goto(dashboard.at('/settings'));
    await page.getByText('Owners and administrators may change the name.').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Leave this merchant …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('heading', { name: 'You belong to no merchant' }).waitFor();
    const { body } = await dashboard.app.api.expect('getMe', 200, { as: viewer.session });
    expect(body.data.merchants).toEqual([]);
  });

  it('keeps its last owner, who is told what to do', async () => {
    const { owner } = await dashboard.shop();
    const page = await dashboard.open(owner);
    await page.goto(dashboard.at('/settings'));
    await page.getByRole('button', { name: 'Leave this merchant …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByText('You are the only owner.').waitFor();
    await page.getByRole('link', { name: 'To the members' }).click();
    await page.getByRole('heading', { name: 'Members' }).waitFor();
    await dashboard.app.api.expect('getMerchant', 200, { as: owner.session });
  });
});

describe('members', () => {
  it('a role is changed with what it means, a member removed; the words about it have the focus', async () => {
    const shop = await dashboard.shop();
    const { viewer } = await members(shop);
    const page = await openMembers(shop.owner);
    await page.getByRole('button', { name: 'Change role of Vera Viewer' }).click();
    const roles = page.getByRole('dialog', { name: 'What may Vera Viewer do?' });
    await roles.getByText('Sees everything, decides commissions and payouts.').waitFor();
    await roles.getByRole('radio', { name: /^Finance/ }).check();
    await roles.getByRole('button', { name: 'Change role' }).click();
    await page.getByText('Vera Viewer is Finance from now on.').waitFor();
    await dashboard.app.api.expect('getMe', 401, { as: viewer.session });
    await page.getByRole('button', { name: 'Remove Vera Viewer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Vera Viewer was removed.').waitFor();
    await until(
      async () => (await page.evaluate('document.activeElement.innerText')) === 'Vera Viewer was removed.',
    );
    expect(await page.getByRole('button', { name: 'Remove Vera Viewer' }).count()).toBe(0);
  });

  it('an administrator may not touch an owner nor make one, and sees why', async () => {
    const shop = await dashboard.shop();
    const { admin } = await members(shop);
    const page = await openMembers(admin);
    const owner = page.getByRole('listitem').filter({ hasText: shop.owner.email });
    await owner.getByText('Only an owner may change an owner.').waitFor();
    expect(await owner.getByRole('button').count()).toBe(0);
    await page.getByRole('button', { name: 'Change role of Vera Viewer' }).click();
    const roles = page.getByRole('dialog');
    await roles.getByText('Only an owner may make somebody an owner.').waitFor();
    expect(await roles.getByRole('radio', { name: /^Owner/ }).isDisabled()).toBe(true);
  });

  it('the only owner stays one: it is said beside the roles, and nothing is changed', async () => {
    const { owner } = await dashboard.shop();
    const page = await openMembers(owner);
    await page.getByRole('button', { name: 'Change role of Ada Lovelace' }).click();
    const roles = page.getByRole('dialog');
    await roles.getByRole('radio', { name: /^Viewer/ }).check();
    await roles.getByRole('button', { name: 'Change role' }).click();
    await roles.getByText('This is the only owner. Make somebody else an owner first.').waitFor();
    const { body } = await dashboard.app.api.expect('listMembers', 200, { as: owner.session });
    expect(body.data).toMatchObject([{ role: 'OWNER' }]);
  });

  it('are not told to who may not see them: why, and whom to ask', async () => {
    const shop = await dashboard.shop();
    const { viewer } = await members(shop);
    const page = await openMembers(viewer);
    await page.getByText('Only owners and administrators see and change who belongs here').waitFor();
    await page.getByText('Your role here is Viewer.').waitFor();
    expect(await page.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
    await page.goto(dashboard.at('/audit-log'));
    await page.getByText('Only owners and administrators see the audit log').waitFor();
  });
});

describe('invitations', () => {
  it('the link is shown once, works, waits in the list until it is withdrawn', async () => {
    const { owner } = await dashboard.shop();
    const page = await openMembers(owner);
    await page.getByText('Nobody is invited at the moment.').waitFor();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const asked = page.getByRole('dialog', { name: 'Invite somebody' });
    await asked.getByLabel('Email').fill('grace@shop.example.com');
    await asked.getByRole('radio', { name: /^Manager/ }).check();
    await asked.getByRole('button', { name: 'Invite' }).click();
    const shown = page.getByRole('dialog', { name: 'Copy the link now' });
    const link = await shown.locator('code').innerText();
    const token = link.split('#')[1] as string;
    const { body } = await dashboard.app.api.expect('readInvitation', 200, { body: { token } });
    expect(body.data).toMatchObject({ email: 'grace@shop.example.com', role: 'MANAGER' });
    await shown.getByRole('button', { name: 'Copy' }).click();
    await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(link);
    await shown.getByRole('button', { name: 'I have it' }).last().click();
    const waiting = page.getByRole('listitem').filter({ hasText: 'grace@shop.example.com' });
    await waiting.getByText(/valid until/).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(token);
    await waiting.getByRole('button', { name: /^Withdraw/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Nobody is invited at the moment.').waitFor();
    await dashboard.app.api.expect('readInvitation', 404, { body: { token } });
  });

  it('of somebody who belongs here is said beside the email; who they are is asked again where that is long ago', async () => {
    const shop = await dashboard.shop('Old Session', { at: LONG_AGO });
    const { viewer } = await members(shop);
    const page = await openMembers(shop.owner);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const asked = page.getByRole('dialog', { name: 'Invite somebody' });
    await asked.getByLabel('Email').fill(viewer.email);
    await asked.getByRole('button', { name: 'Invite' }).click();
    const again = page.getByRole('dialog', { name: 'Is it still you?' });
    await again.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
    await again.getByRole('button', { name: 'Continue' }).click();
    await asked.getByText('This person belongs here already.').waitFor();
    expect(await asked.getByLabel('Email').inputValue()).toBe(viewer.email);
  });
});

it('what was typed stays when the service cannot be reached, and is taken once it can', async () => {
  const { owner } = await dashboard.shop();
  const page = await openMembers(owner);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const asked = page.getByRole('dialog', { name: 'Invite somebody' });
  await asked.getByLabel('Email').fill('typed@before.example.com');
  await asked.getByRole('radio', { name: /^Manager/ }).check();
  await page.route('**/api/v1/invitations', (route) => route.abort(), { times: 1 });
  await asked.getByRole('button', { name: 'Invite' }).click();
  await asked.getByText('Nothing that you typed is lost.').waitFor();
  expect(await asked.getByLabel('Email').inputValue()).toBe('typed@before.example.com');
  await asked.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('dialog', { name: 'Copy the link now' }).waitFor();
  const { body } = await dashboard.app.api.expect('listInvitations', 200, { as: owner.session });
  expect(body.data).toMatchObject([{ email: 'typed@before.example.com', role: 'MANAGER' }]);
});
