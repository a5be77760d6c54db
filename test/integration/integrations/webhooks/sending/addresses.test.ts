// Where requests go: each address is checked in the moment in which it is dialled, and the one that was checked is dialled.
import { AddressGuard } from '#integrations/webhooks/sending/address-guard.js';
import { nameResolver } from '#integrations/webhooks/sending/resolve-name.js';
import { SystemClock } from '#platform/time/clock.js';
import { Sender } from '#integrations/webhooks/sending/sender.js';
import { send, useSending } from './sending.js';
import { startDnsServer, type DnsServer } from '../../../../support/dns-server.js';
import { startReceiver, type Receiver } from '../../../../support/receiver.js';

const sending = useSending();
let dns: DnsServer;
let receiver: Receiver;

beforeEach(async () => {
  dns = await sending.receiver(startDnsServer());
  receiver = await sending.receiver(
    startReceiver((response) => response.setHeader('connection', 'close').end('here')),
  );
});

/** A sender whose names are resolved by the test's server of names. */
function senderTo(...allow: string[]): Sender {
  return sending.with({ allow, resolve: nameResolver(new AddressGuard(allow, []), [dns.address]) });
}

const at = (host: string) => `http://${host}:${receiver.port}/`;
const refused = {
  failure: 'address_not_allowed',
  status: null,
  headers: {},
  body: '',
  isCut: false,
  retryAfterSeconds: null,
};

it('a name is resolved, and what it resolves to is dialled', async () => {
  dns.says('shop.example', ['127.0.0.1']);
  expect(await send(senderTo('127.0.0.1'), at('shop.example'))).toMatchObject({ status: 200, body: 'here' });
  expect(receiver.received[0]?.headers.host).toBe(`shop.example:${receiver.port}`);
  expect(sending.dialled()).toEqual([`127.0.0.1:${receiver.port}`]);
});

it('a name that resolved to an allowed address when it was saved, and to another one now, is not dialled', async () => {
  dns.says('rebinding.example', ['127.0.0.1'], ['127.0.0.2']);
  const sender = senderTo('127.0.0.1');
  expect(await send(sender, at('rebinding.example'))).toMatchObject({ status: 200 });
  expect(await send(sender, at('rebinding.example'))).toMatchObject(refused);
  expect(sending.dialled()).toEqual([`127.0.0.1:${receiver.port}`]);
});

it('a name is resolved once for a connection: between check and dial nothing changes', async () => {
  dns.says('twice.example', ['127.0.0.1'], ['10.0.0.1']);
  await send(senderTo('127.0.0.1'), at('twice.example'));
  expect(dns.asked).toEqual(['twice.example', 'twice.example']); // A and AAAA
});

it('of a name with allowed and other addresses only the allowed are dialled, wherever they stand', async () => {
  dns.says('both.example', ['10.0.0.5', '127.0.0.1', 'fd00::5', '169.254.169.254']);
  expect(await send(senderTo('127.0.0.1'), at('both.example'))).toMatchObject({ status: 200 });
  expect(sending.dialled()).toEqual([`127.0.0.1:${receiver.port}`]);
});

it.each([
  ['127.0.0.1'],
  ['[::1]'],
  ['[::ffff:127.0.0.1]'],
  ['[::ffff:7f00:1]'],
  ['[64:ff9b::127.0.0.1]'],
  ['[2002:7f00:1::]'],
  ['2130706433'],
  ['0177.1'],
  ['0x7f.0.0.1'],
  ['0'],
  ['[::]'],
  ['10.0.0.1'],
  ['192.168.0.1'],
  ['169.254.169.254'],
  ['[fd00:ec2::254]'],
  ['[fe80::1]'],
  ['%31%32%37.0.0.1'],
  ['①②⑦.0.0.1'],
])(
  'the address %s is refused without a connection, and reads as a name does that resolves to one',
  async (host) => {
    dns.says('inside.example', ['10.0.0.1', '::1']);
    const sender = senderTo();
    const told = [await send(sender, at(host)), await send(sender, at('inside.example'))];
    const time = { startedAt: null, durationMs: null };
    for (const outcome of told) expect({ ...outcome, ...time }).toEqual({ ...refused, ...time });
    expect(sending.dialled()).toEqual([]);
  },
);

it('an address is refused in a turn of its own, as one of a name is, and never in the call itself', async () => {
  let isOver = false;
  const sent = send(senderTo(), at('10.0.0.1')).then(() => (isOver = true));
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  expect(isOver).toBe(false);
  await sent;
});

it.each(['localhost', 'LOCALHOST', 'a.localhost', 'localhost.'])(
  '%s is dialled only where WEBHOOK_ALLOW opens it',
  async (host) => {
    expect((await send(senderTo(), at(host))).failure).toMatch(/^(address_not_allowed|dns)$/);
    expect(sending.dialled()).toEqual([]);
  },
);

it('localhost is dialled once its address is opened, and asked of no server of names', async () => {
  expect(await send(senderTo('127.0.0.1'), at('localhost'))).toMatchObject({ status: 200 });
  expect(dns.asked).toEqual([]);
});

it('what the service listens on is refused, though WEBHOOK_ALLOW opens the address', async () => {
  const guard = new AddressGuard(['127.0.0.1', 'localhost'], [{ host: '127.0.0.1', port: receiver.port }]);
  const sender = new Sender({ guard, clock: new SystemClock() });
  expect(await send(sender, at('127.0.0.1'))).toMatchObject(refused);
  expect(await send(sender, at('localhost'))).toMatchObject(refused);
  sender.close();
  expect(receiver.connections()).toBe(0);
});

describe('a name that resolves to nothing', () => {
  it.each([
    ['because there is no such name', 'none'],
    ['because it has no address', []],
  ] as const)('is told as such: %s', async (_, answer) => {
    dns.says('nobody.example', answer as 'none');
    expect(await send(senderTo(), at('nobody.example'))).toMatchObject({ failure: 'dns', status: null });
  });

  it('because nobody answers is given up with the time to connect, and is no timeout of the receiver', async () => {
    dns.says('silent.example', 'silent');
    const outcome = await send(senderTo(), at('silent.example'), { connectMs: 100 });
    expect(outcome).toMatchObject({ failure: 'dns', status: null });
  });

  it('holds up nobody else', async () => {
    dns.says('silent.example', 'silent');
    dns.says('shop.example', ['127.0.0.1']);
    const sender = senderTo('127.0.0.1');
    const silent = Array.from({ length: 30 }, () => send(sender, at('silent.example'), { connectMs: 3_000 }));
    let isOver = false;
    const all = Promise.all(silent).then((outcomes) => ((isOver = true), outcomes));
    expect(await send(sender, at('shop.example'))).toMatchObject({ status: 200 });
    expect(isOver).toBe(false);
    sender.close();
    for (const { failure } of await all) expect(failure).not.toBeNull();
  });
});

it('a name whose other family nobody answers for is dialled all the same', async () => {
  dns.says('four.example', { onlyTo4: ['127.0.0.1'] });
  expect(await send(senderTo('127.0.0.1'), at('four.example'))).toMatchObject({ status: 200 });
});
