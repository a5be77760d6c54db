// Webhooks on the command line: beside a service that runs, on its database, and for work on a machine that it cannot reach.
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { webhooksCommand } from '#cli/webhooks.command.js';
import { run } from '#cli/command-line.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { allSent } from '../../support/deliveries.js';
import { eventsAfter, numbered, openFeed } from '../../support/events.js';
import type { TestMerchant } from '../../support/makers.js';
import { useReceivers } from '../../support/receiver.js';
import { until } from '../../support/until.js';
import { callCommand, urlOf, type Ended } from './calling.js';

const ALLOW = { WEBHOOK_ALLOW: '127.0.0.1', SECRET_KEY: 'a'.repeat(64) };
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const LONG_AGO = new Date(Date.now() - DAY_MS).toISOString();

let app: TestApp;
let merchant: TestMerchant;
const receiver = useReceivers();

beforeAll(async () => {
  app = await startApp({ environment: ALLOW });
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

const webhooks = (args: string): Promise<Ended> =>
  callCommand((line) => webhooksCommand(line, { portion: 2 }), args, {
    DATABASE_URL: urlOf(app.gate.address),
    ...ALLOW,
  });

/** The command about this merchant's test mode. */
const ours = (args: string) => webhooks(`${args} --merchant ${toPublicId('mer', merchant.id)} --mode test`);

async function json<T>(args: string): Promise<T> {
  const { code, stdout, stderr } = await ours(`${args} --json`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

async function record(): Promise<void> {
  await app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
  await allSent(app);
}

const pause = (endpointId: string) =>
  app.api.expect('updateEndpoint', 200, {
    as: merchant.test,
    path: { endpointId },
    body: { status: 'PAUSED' },
  });

it('lists the endpoints of a merchant and mode with how they do and how much waits', async () => {
  expect((await ours('list')).stdout).toBe('This merchant has no endpoints in this mode.\n');
  const { endpointId } = await app.make.endpoint(merchant.test, { name: 'Shop' });
  await pause(endpointId);
  await record();
  expect(await json('list')).toEqual([
    {
      ...{
        endpointId,
        name: 'Shop',
        url: 'https://shop.example.com/hooks',
        status: 'PAUSED',
        statusReason: null,
      },
      ...{ failures: 0, failingSince: null, waiting: 1 },
    },
  ]);
  const { stdout } = await ours('list');
  expect(stdout).toMatch(
    /^ID +NAME +STATUS +FAILURES +FAILING SINCE +WAITING +URL\nwhe_\w+ +Shop +PAUSED +0 +- +1 /,
  );
});

it('sends a test and shows the exchange; one that is not delivered ends with 1', async () => {
  const shop = await receiver((response) => {
    response.writeHead(shop.received.length === 1 ? 200 : 418, { 'x-tea': 'yes' }).end('thanks');
  });
  const { endpointId, secret } = await app.make.endpoint(merchant.test, { url: shop.url });
  const good = await ours(`test ${endpointId}`);
  const [request] = shop.received;
  new Webhook(secret).verify(request!.body.toString(), request!.headers as Record<string, string>);
  expect(good).toMatchObject({ code: 0, stderr: '' });
  expect(good.stdout).toContain(request!.body.toString());
  expect(good.stdout).toMatch(/\nanswered 200, \d+ ms\n[^]*x-tea: yes\n[^]*\nthanks\n$/);
  const bad = await ours(`test ${endpointId}`);
  expect(bad).toMatchObject({ code: 1, stderr: 'webhooks: the test was not delivered\n' });
  expect(bad.stdout).toMatch(/\nfailed: status \(418\), \d+ ms\n/);
});

it('has one delivery sent again, once, by the service', async () => {
  const shop = await receiver();
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  await record();
  const path = { endpointId };
  const [first] = (await app.api.expect('listDeliveries', 200, { as: merchant.test, path })).body.data;
  const made = await json<{ kind: string; eventId: string }>(
    `resend ${first!.deliveryId} --endpoint ${endpointId}`,
  );
  expect(made).toMatchObject({ kind: 'RESEND', eventId: first!.eventId });
  await until(() => shop.received.length === 2);
  const words = await ours(`resend ${first!.deliveryId} --endpoint ${endpointId}`);
  expect(words.stdout).toMatch(/^conversion\.created \(evt_\w+\) is sent again as whd_\w+\.\n$/);
});

it('has all that failed, or was missed, sent again, each once, and says how many', async () => {
  await openFeed(app, merchant.test);
  await record();
  const shop = await receiver();
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  expect(await json(`recover ${endpointId} --missed-since ${LONG_AGO}`)).toEqual({ added: 1, notKept: 0 });
  await until(() => shop.received.length === 1);
  await allSent(app);
  expect(await json(`recover ${endpointId} --missed-since ${LONG_AGO}`)).toEqual({ added: 0, notKept: 0 });
  await app.rows.query(`update webhook_deliveries set state = 'FAILED' where endpoint_id = $1`, [
    fromPublicId('whe', endpointId),
  ]);
  const { stdout } = await ours(`recover ${endpointId} --failed-since ${LONG_AGO}`);
  expect(stdout).toBe('1 events are sent again, each once.\n');
  await until(() => shop.received.length === 2);
  const noted = await app.rows.query(
    `select action, person_id, key_id from audit_log where merchant_id = $1 and action = 'DELIVERIES_RECOVERED'`,
    [merchant.id],
  );
  expect(noted).toEqual(Array(2).fill({ action: 'DELIVERIES_RECOVERED', person_id: null, key_id: null }));
});

it('deletes events and deliveries of more than 30 days ago, and nothing else', async () => {
  const shop = await receiver();
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  await record();
  await app.rows.query(`update events set numbered_at = now() - interval '31 days' where merchant_id = $1`, [
    merchant.id,
  ]);
  const before = await app.rows.count('clicks');
  const tried = await webhooks('prune --dry-run --json');
  expect(JSON.parse(tried.stdout)).toMatchObject({ dryRun: true, events: 1 });
  expect((await webhooks('prune')).stdout).toMatch(/^Deleted 1 events and 0 deliveries from before \S+\.\n$/);
  expect(JSON.parse((await webhooks('prune --json')).stdout)).toMatchObject({ dryRun: false, events: 0 });
  expect(await app.rows.count('clicks')).toBe(before);
  expect(await json('list')).toMatchObject([{ endpointId }]);
});

it('deletes what is left of an endpoint that was deleted, in portions, and leaves what is of others', async () => {
  const kept = await app.make.endpoint(merchant.test, { events: ['conversion.created'] });
  const { endpointId } = await app.make.endpoint(merchant.test);
  for (const each of [kept.endpointId, endpointId]) await pause(each);
  for (let orders = 0; orders < 3; orders++) await record();
  await app.api.expect('deleteEndpoint', 200, { as: merchant.test, path: { endpointId } });
  expect(JSON.parse((await webhooks('prune --dry-run --json')).stdout)).toMatchObject({ deliveries: 3 });
  expect(JSON.parse((await webhooks('prune --json')).stdout)).toMatchObject({ events: 0, deliveries: 3 });
  expect(await json('list')).toMatchObject([{ endpointId: kept.endpointId, waiting: 3 }]);
});

it('what is called wrongly ends with 2, what fails with 1, each with a line that says why', async () => {
  const { endpointId } = await app.make.endpoint(merchant.test);
  await pause(endpointId);
  const nobody = 'whe_01h455vb4pex5vsknk084sn02q';
  const failed = `--failed-since ${LONG_AGO}`;
  const cases: [string, number, string][] = [
    [`recover ${endpointId}`, 2, 'Say --failed-since or --missed-since.'],
    [
      `recover ${endpointId} ${failed} --missed-since ${LONG_AGO}`,
      2,
      'cannot be used together with failedSince',
    ],
    [`recover ${endpointId} ${failed} --until ${LONG_AGO}`, 2, '--until must be after failedSince'],
    [`recover ${endpointId} --failed-since yesterday`, 2, 'It must be a date-time such as'],
    [`recover ${endpointId} ${failed}`, 1, 'The endpoint is paused or disabled. Resume it first.'],
    [`recover ${nobody} ${failed}`, 1, 'There is no webhook endpoint with this id.'],
    [`test ${nobody}`, 1, 'There is no webhook endpoint with this id.'],
    ['test shop', 2, 'It must be an id that starts with whe_.'],
    [
      `resend whd_01h455vb4pex5vsknk084sn02q --endpoint ${endpointId}`,
      1,
      'There is no delivery with this id.',
    ],
  ];
  for (const [args, code, text] of cases) {
    const ended = await ours(args);
    expect([args, ended.code]).toEqual([args, code]);
    expect(ended.stderr).toContain(text);
  }
  expect((await webhooks('list --mode test')).code).toBe(2);
});

describe('listen', () => {
  const waits = { pollMs: 20, awayMs: 20, pausesMs: [20, 20] };

  /** The command while it runs: what it wrote, and its end by Ctrl-C. */
  function listen(args: string, environment: Record<string, string> = {}) {
    const ctrlC = new AbortController();
    const said = { stdout: '', stderr: '' };
    const line = {
      environment: { REFCAMPAIGN_KEY: merchant.test, REFCAMPAIGN_URL: app.api.baseUrl, ...environment },
      stdout: (text: string) => void (said.stdout += text),
      stderr: (text: string) => void (said.stderr += text),
      signal: ctrlC.signal,
    };
    const ended = run(webhooksCommand(line, { waits }), ['listen', ...args.split(' ')], line);
    const end = () => {
      ctrlC.abort();
      return ended;
    };
    return { said, ended, end };
  }

  async function order(): Promise<void> {
    await app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
    await numbered(app);
  }

  it('posts what happens from now on, as it is delivered, signed by the secret it shows, until Ctrl-C', async () => {
    const start = await openFeed(app, merchant.test);
    await order();
    const here = await receiver();
    const { said, end } = listen(`--forward ${here.url}`);
    await until(() => said.stdout.includes('listening'));
    await order();
    await until(() => /\n.* 200 \d+ ms\n/.test(said.stdout));
    const [, secret] = /^secret (whsec_\S+)\n/.exec(said.stdout)!;
    const [request] = here.received;
    const [, event] = await eventsAfter(app, merchant.test, start);
    const text = request!.body.toString();
    const kept = await app.rows.query<{ body: string }>('select body from events where id = $1', [
      fromPublicId('evt', event!.id),
    ]);
    expect(text).toBe(kept[0]!.body);
    const headers = request!.headers as Record<string, string>;
    expect(new Webhook(secret!).verify(text, headers)).toEqual(event);
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['x-refcampaign-signature']!)!;
    expect(signature).toBe(createHmac('sha256', secret!).update(`${time}.${text}`).digest('hex'));
    expect(said.stdout).toContain(`conversion.created ${event!.id} 200 `);
    expect(here.received).toHaveLength(1);
    expect([await end(), said.stderr]).toEqual([0, '']);
  });

  it('says that a receiver is away, or refuses, tries a few times, and goes on with the next', async () => {
    const here = await receiver((response) => response.writeHead(here.received.length < 3 ? 500 : 204).end());
    const { said, end } = listen(`--forward ${here.url}`, { REFCAMPAIGN_WEBHOOK_SECRET: SECRET });
    await until(() => said.stdout.includes('listening'));
    await order();
    await until(() => here.received.length === 3);
    await until(() => / 204 \d+ ms\n/.test(said.stdout));
    expect(said.stdout.match(/ 500 \d+ ms, again in 0\.02 s\n/g)).toHaveLength(2);
    expect(said.stdout).not.toContain('whsec_');
    new Webhook(SECRET).verify(
      here.received[0]!.body.toString(),
      here.received[0]!.headers as Record<string, string>,
    );
    await here.close();
    await order();
    await until(() => said.stdout.includes('given up'));
    expect(said.stdout).toMatch(/not reached \(ECONNREFUSED\) \d+ ms, again in 0\.02 s\n/);
    expect(await end()).toBe(0);
  });

  it('says that the service is away and goes on where it was when that is back', async () => {
    const here = await receiver();
    const { said, end } = listen(`--forward ${here.url}`);
    await until(() => said.stdout.includes('listening'));
    await app.gate.shut();
    await until(() => said.stdout.includes('the service cannot be asked'));
    await app.gate.open();
    await until(() => said.stdout.includes('the service is back'));
    await order();
    await until(() => here.received.length === 1);
    expect(said.stdout.match(/cannot be asked/g)).toHaveLength(1);
    expect(await end()).toBe(0);
  });

  it('ends with 1 when the key is refused, and with 2 without a key, an address or a sound secret', async () => {
    const cases: [string, Record<string, string>, number, string][] = [
      [
        '--forward http://localhost:1',
        { REFCAMPAIGN_KEY: `${merchant.test}x` },
        1,
        'the service refuses (401)',
      ],
      ['--forward http://localhost:1', { REFCAMPAIGN_KEY: '' }, 2, 'Set REFCAMPAIGN_KEY'],
      ['--forward http://localhost:1', { REFCAMPAIGN_URL: 'localhost' }, 2, 'REFCAMPAIGN_URL must be'],
      ['--forward http://localhost:1', { REFCAMPAIGN_WEBHOOK_SECRET: 'secret' }, 2, 'must be a secret'],
      ['--forward localhost:8080', {}, 2, 'It must be an http or https URL.'],
    ];
    for (const [args, environment, code, text] of cases) {
      const { said, ended } = listen(args, environment);
      expect([text, await ended]).toEqual([text, code]);
      expect(said.stderr).toContain(text);
    }
    const recordOnly = await app.make.key(merchant.id, 'test', ['record']);
    const { said, ended } = listen('--forward http://localhost:1', { REFCAMPAIGN_KEY: recordOnly });
    expect([await ended, said.stderr]).toEqual([1, expect.stringContaining('refuses (403)')]);
  });
});
