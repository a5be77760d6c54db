// What each role finds: a menu of what it may see, and the reason where it may not.
import type { Role } from '#accounts/people/role.js';
import { until } from '../support/until.js';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard();
const SCREENS = [
  '/keys',
  '/browser-script',
  '/members',
  '/audit-log',
  '/requests',
  '/webhooks',
  '/settings',
  '/orders',
  '/why',
];

it.each<[Role, string, string[]]>([
  ['VIEWER', 'Viewer', ['/keys', '/browser-script', '/members', '/audit-log']],
  ['MANAGER', 'Manager', ['/keys', '/members', '/audit-log']],
  ['OWNER', 'Owner', []],
])(
  '%s: what the menu leads to is never refused, and what it leaves out says why',
  async (role, name, closed) => {
    const { owner } = await dashboard.shop('Shop of roles', { role });
    const page = await dashboard.open(owner);
    const refused: string[] = [];
    page.on('response', (response) => response.status() === 403 && refused.push(response.url()));
    await page.goto(dashboard.at());
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    for (const path of SCREENS) {
      const link = page.getByRole('navigation').locator(`[href*="/dashboard${path}?"]`);
      expect([path, await link.count()]).toEqual([path, closed.includes(path) ? 0 : 1]);
      await page.goto(dashboard.at(path));
      await page.locator('main h1').waitFor();
      const reason = page.getByText(`Your role here is ${name}.`);
      if (closed.includes(path)) await reason.waitFor();
      else await until(async () => (await page.getByRole('status', { name: 'Loading' }).count()) === 0);
      expect([path, await reason.count()]).toEqual([path, closed.includes(path) ? 1 : 0]);
    }
    expect(refused).toEqual([]);
  },
);

it('the first call is good as it is shown, where nobody has joined yet; who makes no keys is told who does', async () => {
  const { api, make } = dashboard.app;
  const merchant = await make.merchant('Nobody joined');
  const person = await make.person(merchant.id, { role: 'VIEWER' });
  const page = await dashboard.open(person);
  await page.goto(dashboard.at());
  const call = await page.getByLabel('The call that reports an order').locator('code').innerText();
  await page.getByText('Owners and administrators make them: ask one of yours.').waitFor();
  const body = JSON.parse(/-d '(.*)'$/m.exec(call)?.[1] as string) as { externalId: string };
  await api.expect('recordPostback', 201, { as: merchant.test, body: body as never });
  await page.getByText(`Your first order is here: \u2068${body.externalId}\u2069`).waitFor();
});
