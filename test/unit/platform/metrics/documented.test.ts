// docs/metrics.md and the code name the same metrics, with the same labels and types.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Metrics } from '#platform/metrics/metrics.js';
import { Scrape } from '../../../support/scrape.js';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/metrics.md'), 'utf8');
const documented = page
  .split('\n')
  .filter((line) => line.startsWith('| `refcampaign_') && line.split('|').length === 6)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name = '', labels = '', type = '']) => ({ name: name.replaceAll('`', ''), labels, type }));

/** Everything has happened once. */
async function full(): Promise<Scrape> {
  const metrics = new Metrics();
  metrics.request('ping', 200, 0.001);
  metrics.refused('ping', 'UNAUTHORIZED');
  metrics.linkUncounted('over the limit');
  metrics.requestsNotKept('memory full', 1);
  metrics.writer('orders').watch(() => 0);
  metrics.workRowsDone('CLICK', 1);
  metrics.watchWorkLag(() => 0);
  metrics.watchKeyCacheAge(() => 0);
  metrics.webhooks.tried('timeout', 15);
  metrics.webhooks.watchEndpoints({
    byState: () => Promise.resolve({ active: 1 }),
    failures: () => Promise.resolve({ whe_01m7dkjj8rfq6rg9bvhnjvz1js: 3 }),
  });
  return new Scrape(await metrics.text());
}

it('every metric is documented with its labels and type, and every documented one is there', async () => {
  const seen = await full();
  const ours = [...seen.types].filter(([name]) => name.startsWith('refcampaign_'));
  const exposed = ours.map(([name, type]) => ({ name, labels: labelsOf(seen, name, type), type }));
  expect(exposed).toEqual(documented);
});

it('what nobody asked for yet is named all the same', async () => {
  const seen = new Scrape(await new Metrics().text());
  expect(documented.filter(({ name, type }) => seen.types.get(name) !== type)).toEqual([]);
});

it('the signs to watch are of metrics that exist', () => {
  const named = page.match(/refcampaign_[a-z_]+/g) ?? [];
  const known = documented.map(({ name }) => name);
  expect(named.map((name) => name.replace(/_bucket$/, '')).filter((name) => !known.includes(name))).toEqual(
    [],
  );
});

/** As the first series of that metric has them. */
function labelsOf(seen: Scrape, name: string, type: string): string {
  const [series = ''] = seen.startingWith(type === 'histogram' ? `${name}_count` : name);
  return [...series.matchAll(/([a-z]+)="/g)].map(([, label]) => label).join(', ');
}
