// What is loaded by the million is a sample of what the service itself writes, copied: here the service records that sample.
import { runLoad } from '../load/load-client.js';
import type { End } from '../stage/end.js';
import { startService } from '../stage/service.js';
import { settle } from '../stage/settle.js';
import { fillClicks, fillShops, type Clicks } from '../world/fill.js';
import { makeTraffic } from '../world/orders.js';
import { takeSample, type Growth } from './preload.js';

const CONNECTIONS = 64;
const SAMPLE_ORDERS = 400;
const SAMPLE_CLICKS = 5000;

/**
 * Fills the shops into an empty database, lets the service record a few hundred orders there, keeps them as the sample and empties the
 * tables again. `growth.sample` says afterwards how many they are.
 * @param clicksUpTo the clicks with numbers below this
 * @throws Error when an order was not recorded
 */
export async function recordSample(
  end: End,
  growth: Growth,
  clicksUpTo: (end: number) => Clicks,
): Promise<void> {
  const { cluster, database, shops } = growth;
  const client = await cluster.connect(database);
  await fillShops(client, shops);
  const clicks = clicksUpTo(SAMPLE_CLICKS * Math.ceil(shops.length / 1000));
  await fillClicks(client, shops, clicks);
  const program = await startService(end, cluster, database);
  const request = makeTraffic({ shops, clicks }).stretch('sample');
  const { port } = program;
  const load = await runLoad({ port, connections: CONNECTIONS, request, requests: SAMPLE_ORDERS });
  if (load.replies['201'] !== SAMPLE_ORDERS)
    throw new Error(`the sample was not recorded: ${JSON.stringify(load.replies)}, ${load.lost} lost`);
  await settle(client);
  await program.stop();
  program.forgetLog(); // the next program of this name writes on in it, and says its port there
  growth.sample = await takeSample(client);
  await client.end();
}
