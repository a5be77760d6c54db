// Webhooks as a merchant's server receives them: sent by a service, over HTTP, to a server on this machine; and what may be wrong with one.
import type { IncomingHttpHeaders } from 'node:http';
import { startApp, type TestApp } from './app.js';
import { WrongClock } from './clock.js';
import { startReceiver, type Received } from './receiver.js';

/** A merchant's server with an endpoint, and the service that tells it of what happens. */
export interface Shop {
  app: TestApp;
  /** A test key. */
  key: string;
  endpointId: string;
  secret: string;
  received: Received[];
  /** Has a test sent. @param aheadMs how far the service's clock is ahead @returns what has come */
  test(aheadMs?: number): Promise<Received>;
  close(): Promise<void>;
}

export async function startShop(): Promise<Shop> {
  const clock = new WrongClock();
  const app = await startApp({ environment: { WEBHOOK_ALLOW: '127.0.0.1' }, clock });
  const receiver = await startReceiver((response) => response.end());
  const key = (await app.make.merchant()).test;
  const { endpointId, secret } = await app.make.endpoint(key, { url: receiver.url });
  const test = async (aheadMs = 0) => {
    clock.aheadMs = aheadMs;
    await app.make.delivery(key, endpointId);
    clock.aheadMs = 0;
    return receiver.received.at(-1)!;
  };
  const close = async () => {
    await app.close();
    await receiver.close();
  };
  return { app, key, endpointId, secret, received: receiver.received, test, close };
}

/** A request, the secrets that its receiver knows, and whether it is to be believed. */
export interface Case {
  name: string;
  body: Buffer;
  headers: IncomingHttpHeaders;
  secrets: string[];
  isGood: boolean;
}

const TEN_MINUTES_MS = 600_000;
const OTHER_SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

/** Deliveries good and bad, also while a secret is rotated, which this does: one before the receiver has the new secret, and one after. */
export async function deliveryCases(shop: Shop): Promise<Case[]> {
  const { app, key, endpointId, secret } = shop;
  const call = { as: key, path: { endpointId } };
  const usual = await usualCases(shop);
  const { secret: fresh } = (await app.api.expect('rotateEndpointSecret', 200, { ...call, body: {} })).body
    .data;
  const whileBothSign = async (when: string): Promise<Case[]> => {
    const came = await shop.test();
    const known = (name: string, secrets: string[], isGood = true) => ({
      ...came,
      name: `${when}, ${name}`,
      secrets,
      isGood,
    });
    return [
      known('who knows the old secret', [secret]),
      known('who knows the new secret', [fresh]),
      known('who knows both', [fresh, secret]),
      known('who knows neither', [OTHER_SECRET], false),
    ];
  };
  const before = await whileBothSign('with the old signature last');
  await app.api.expect('useNewEndpointSecret', 200, call);
  return [...usual, ...before, ...(await whileBothSign('with the new signature last'))];
}

/** While one secret signs. */
async function usualCases(shop: Shop): Promise<Case[]> {
  const good: Case = { ...(await shop.test()), name: 'as it came', secrets: [shop.secret], isGood: true };
  const bad = (name: string, changed: Partial<Case>): Case => ({ ...good, name, ...changed, isGood: false });
  const text = good.body.toString();
  const [late, early] = [await shop.test(-TEN_MINUTES_MS), await shop.test(TEN_MINUTES_MS)];
  return [
    good,
    { ...good, name: 'for one who knows another secret too', secrets: [OTHER_SECRET, shop.secret] },
    bad('for one who knows another secret', { secrets: [OTHER_SECRET] }),
    bad('with another word in it', { body: Buffer.from(text.replace('test', 'text')) }),
    bad('written anew', { body: Buffer.from(JSON.stringify(JSON.parse(text), null, 1)) }),
    bad('with a line break more', { body: Buffer.from(`${text}\n`) }),
    bad('without a body', { body: Buffer.alloc(0) }),
    bad('of ten minutes ago', late),
    bad('of in ten minutes', early),
    bad('of ten minutes ago, with the time of now', { ...late, headers: dated(late.headers, good.headers) }),
    bad('with the signature of another', { headers: early.headers }),
    bad('with a signature cut off', { headers: edited(good.headers, (value) => value.slice(0, -2)) }),
    bad('with no signature', {
      headers: edited(good.headers, (value) => value.replace(/,?v1[,=].*/, '')),
    }),
  ];
}

const SIGNATURES = ['x-refcampaign-signature', 'webhook-signature'];

function edited(headers: IncomingHttpHeaders, edit: (value: string) => string): IncomingHttpHeaders {
  const values = SIGNATURES.map((name) => [name, edit(String(headers[name]))]);
  return { ...headers, ...(Object.fromEntries(values) as IncomingHttpHeaders) };
}

/** The same with the times of another. */
function dated(headers: IncomingHttpHeaders, other: IncomingHttpHeaders): IncomingHttpHeaders {
  const time = String(other['webhook-timestamp']);
  const own = String(headers['x-refcampaign-signature']).replace(/t=\d+/, `t=${time}`);
  return { ...headers, 'webhook-timestamp': time, 'x-refcampaign-signature': own };
}
