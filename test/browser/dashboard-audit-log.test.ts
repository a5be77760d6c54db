// The audit log: in words, filtered by what stands in the address, and the same as a file.
import { readFileSync } from 'node:fs';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard();

it('tells who did what to what; a filter stands in the address, and the file has what it lets through', async () => {
  const { owner, merchant } = await dashboard.shop('Before');
  const { api, make } = dashboard.app;
  const grace = await make.person(merchant.id, { role: 'VIEWER', name: 'Grace Hopper' });
  const path = { personId: (await api.expect('getMe', 200, { as: grace.session })).body.data.personId };
  await api.expect('updateMember', 200, { as: owner.session, path, body: { role: 'FINANCE' } });
  await api.expect('createKey', 201, { as: owner.session, body: { name: 'Till', permissions: ['record'] } });
  await api.expect('updateMerchant', 200, { as: owner.session, body: { name: 'After' } });
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at());
  await page.getByRole('link', { name: 'Audit log' }).click();
  const entries = page.getByRole('main').getByRole('listitem');
  await page.getByText('3 entries').waitFor();
  const said = await entries.allInnerTexts();
  expect(said[0]).toMatch(/Renamed the merchant\s+Before → After\s+Ada Lovelace \(.*\) from 127\.0\.0\.0/);
  expect(said[1]).toMatch(/Made an API key\s+Test\s+Till: Record/);
  expect(said[2]).toMatch(/Changed the role of a member\s+Grace Hopper: Viewer → Finance/);
  await page.getByLabel('What').selectOption('Made an API key');
  await page.getByText('1 entry', { exact: true }).waitFor();
  expect(page.url()).toContain('action=KEY_MADE');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = readFileSync(await (await saved).path(), 'utf8');
  expect(file.trim().split('\r\n')).toHaveLength(2);
  expect(file).toContain('KEY_MADE');
  await page.goBack();
  await page.getByText('3 entries').waitFor();
  await page.getByLabel('Who').selectOption('Grace Hopper');
  await page.getByRole('heading', { name: 'Nothing fits these filters' }).waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await page.getByText('3 entries').waitFor();
});

it('a period that ends before it begins is said beside the day that is wrong, and asked of nobody', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  const refused: string[] = [];
  page.on('response', (response) => response.status() === 422 && refused.push(response.url()));
  for (const [path, to] of [
    ['/audit-log', 'To day'],
    ['/orders', 'To'],
  ] as const) {
    await page.goto(dashboard.at(`${path}?from=2026-11-05&to=2026-11-04`));
    const field = page.getByLabel(to, { exact: true });
    await field.waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByText(/^This is before “From/).waitFor();
    await page.getByRole('heading', { name: /fits these filters$/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Download CSV' }).count()).toBe(0);
  }
  expect(refused).toEqual([]);
});

it('of many entries shows the newest, and more when it is asked for', async () => {
  const { owner, merchant } = await dashboard.shop();
  await dashboard.app.rows.query(
    `insert into audit_log (merchant_id, id, action, details, created_at)
     select $1, gen_random_uuid(), 'SOMETHING_OF_LATER', '{}', now() from generate_series(1, 60)`,
    [merchant.id],
  );
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/audit-log'));
  await page.getByText('The latest 50 entries').waitFor();
  // What this version does not know is told as it is.
  await page.getByText('SOMETHING_OF_LATER').first().waitFor();
  await page.getByText('Whoever runs the installation').first().waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('60 entries').waitFor();
});
