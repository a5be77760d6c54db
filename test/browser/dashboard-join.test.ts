// Coming in: by a link of invitation, in each of its ways, and by signing in.
import type { Page } from 'playwright-core';
import { PASSWORD } from '../support/people.js';
import { unique } from '../support/makers.js';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard();
const someEmail = () => `person-${unique()}@example.com`;

async function fillNew(page: Page, { name = 'Ada Lovelace', email = someEmail(), password = PASSWORD } = {}) {
  await page.getByLabel('Your name').fill(name);
  await page.locator('form:visible').getByLabel('Email').fill(email);
  await page.locator('form:visible').getByLabel('Password', { exact: true }).fill(password);
}

describe('a link of invitation', () => {
  it('shows merchant and role, makes an account, and ends where the first order is waited for', async () => {
    const merchant = await dashboard.app.make.merchant('Northwind Coffee');
    await dashboard.app.make.link(merchant.test);
    const page = await dashboard.open(null);
    await page.goto(dashboard.at(await dashboard.invite(merchant.id)));
    await page.getByText('You are invited to work for Northwind Coffee.').waitFor();
    await page.getByText('Owner', { exact: true }).waitFor();
    await fillNew(page);
    await page.getByRole('button', { name: 'Create account and join' }).click();
    await page.getByRole('heading', { name: 'Waiting for your first order' }).waitFor();
    await page.getByText('Northwind Coffee', { exact: true }).waitFor();
    expect(page.url()).not.toContain('inv_');
    const kept = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])',
    );
    expect(kept).not.toMatch(/inv_|correct horse/);
  });

  it('counts what a password lacks, and what the service refuses is said beside it and stays typed', async () => {
    const merchant = await dashboard.app.make.merchant();
    const page = await dashboard.open(null);
    await page.goto(dashboard.at(await dashboard.invite(merchant.id)));
    await fillNew(page, { password: 'short' });
    await page.getByText('7 more to go.').waitFor();
    await page.getByRole('button', { name: 'Create account and join' }).click();
    await page.getByText('At least 12 characters.', { exact: true }).waitFor();
    // Where it is wrong is where one is, and in sight.
    expect(await page.evaluate('document.activeElement.autocomplete')).toBe('new-password');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Lovelace');
    await page.locator('form:visible').getByLabel('Password', { exact: true }).fill('password12345');
    await page.getByText('Long enough.').waitFor();
  });

  it('of somebody who has an account leads to signing in, with the email filled in, and joins', async () => {
    const { owner } = await dashboard.shop();
    const other = await dashboard.app.make.merchant('Second Shop');
    const page = await dashboard.open(null);
    await page.goto(dashboard.at(await dashboard.invite(other.id)));
    await fillNew(page, { email: owner.email });
    await page.getByRole('button', { name: 'Create account and join' }).click();
    await page.getByText('There is an account with this email already: sign in to join with it.').waitFor();
    const form = page.locator('form:visible');
    expect(await form.getByLabel('Email').inputValue()).toBe(owner.email);
    await form.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in and join' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('button', { name: 'Merchant: Second Shop' }).waitFor();
  });

  it('of somebody who is signed in is one click', async () => {
    const { owner } = await dashboard.shop();
    const other = await dashboard.app.make.merchant('Third Shop');
    const page = await dashboard.open(owner);
    await page.goto(dashboard.at(await dashboard.invite(other.id)));
    await page.getByText(`You are signed in as Ada Lovelace (${owner.email}).`).waitFor();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });

  it('that does not work says so and what to do, in the browser’s language', async () => {
    const page = await dashboard.open(null, { locale: 'fr-FR' });
    await page.goto(dashboard.at('/join#inv_nothing'));
    await page.getByRole('heading', { name: 'Ce lien ne fonctionne pas' }).waitFor();
    await page.goto(dashboard.at('/join'));
    await page.getByText('Ouvrez le lien qu’on vous a envoyé').waitFor();
  });
});

describe('signing in', () => {
  it('at an address within leads on to what stands there, filters and all', async () => {
    const { owner } = await dashboard.shop();
    const page = await dashboard.open(null);
    await page.goto(dashboard.at('/orders?status=UNATTRIBUTED&mode=test'));
    await page.getByLabel('Email').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Email and password do not belong together.').waitFor();
    await page.getByText(/^Request [0-9a-f-]{36}$/).waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('No order fits these filters').waitFor();
    expect(new URL(page.url()).search).toBe('?status=UNATTRIBUTED&mode=test');
  });

  it('leads to no other site, whatever the address asks for', async () => {
    const { owner } = await dashboard.shop();
    const page = await dashboard.open(null);
    const there = encodeURIComponent('https://evil.example/');
    await page.goto(dashboard.at(`/?return=${there}&next=${there}&redirect=//evil.example#//evil.example`));
    await page.getByLabel('Email').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Account: Ada Lovelace' }).waitFor();
    expect(new URL(page.url()).origin).toBe(new URL(dashboard.at()).origin);
    expect(await page.locator('a[href*="evil"]').count()).toBe(0);
  });

  it('out ends the session at the service, and leaves nothing behind that was seen', async () => {
    const { owner } = await dashboard.shop('Gone Shop');
    const page = await dashboard.open(owner);
    await page.goto(dashboard.at());
    await page.getByRole('link', { name: 'Orders' }).click();
    await page.getByText('No orders yet').waitFor();
    await page.getByRole('button', { name: 'Account: Ada Lovelace' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Gone Shop');
    await dashboard.app.api.expect('getMe', 401, { as: owner.session });
    await page.goBack();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
