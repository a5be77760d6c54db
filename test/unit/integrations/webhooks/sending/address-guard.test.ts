// Which addresses may be dialled, by each kind that there is.
import fc from 'fast-check';
import { networkInterfaces } from 'node:os';
import { loadConfig } from '#config.js';
import { AddressGuard, type Listener } from '#integrations/webhooks/sending/address-guard.js';

const destination = { hostname: 'shop.example', port: 443 };
const may = (address: string, allow: string[] = [], { hostname, port } = destination, own: Listener[] = []) =>
  new AddressGuard(allow, own).mayDial(address, { hostname, port });

const PUBLIC = ['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '2a01:4f8::1'];
/** The same through IPv6. */
const THROUGH = ['::ffff:1.1.1.1', '64:ff9b::101:101', '2002:101:101::1'];

it.each([...PUBLIC, ...THROUGH])('%s is of the internet', (address) => {
  expect(may(address)).toBe(true);
});

const INSIDE = [
  ...['127.0.0.1', '127.9.9.9', '::1'], // loopback
  ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd12::1', 'fc00::1'], // private
  ...['100.64.0.1', 'fec0::1', '64:ff9b:1::1'], // shared, of old, of a network's own NAT64
  ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'], // for books
  ...['198.18.0.1', '240.0.0.1', '192.88.99.1', '192.0.0.8', '100::1', '5f00::1', '4000::1'], // kept back
  ...['2001::1', '2001:0:a9fe:a9fe::1'], // Teredo
  ...['::7f00:1', '::10.0.0.1', '::ffff:0:10.0.0.1'], // IPv4 in IPv6, of old
  ...['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::10.0.0.1', '2002:a00:1::', '2002:7f00:1::1'], // inside, through IPv6
];
const NOBODYS = [
  ...['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0', '::ffff:169.254.169.254'],
  ...['64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::', 'fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254'],
  ...['100.100.100.200', '168.63.129.16', '192.0.0.192'],
  ...['0.0.0.0', '0.1.2.3', '::', '255.255.255.255', '224.0.0.1', 'ff02::1'],
];

it.each([...INSIDE, ...NOBODYS])('%s is not', (address) => {
  expect(may(address)).toBe(false);
});

it.each(['', 'localhost', '1', '0x7f.0.0.1', '017700000001', '127.1', '1.1.1.1:80', '[::1]', '1.1.1.1 '])(
  'what is no address is refused: %j',
  (text) => {
    expect(may(text)).toBe(false);
  },
);

describe('WEBHOOK_ALLOW opens', () => {
  it('a network, whichever way its addresses are written', () => {
    expect(may('10.1.2.3', ['10.0.0.0/8'])).toBe(true);
    expect(may('::ffff:10.1.2.3', ['10.0.0.0/8'])).toBe(true);
    expect(may('fd12::1', ['fd00::/8'])).toBe(true);
    expect(may('11.0.0.1', ['10.0.0.0/8'])).toBe(true); // of the internet anyway
    expect(may('192.168.0.1', ['10.0.0.0/8', 'fd00::/8'])).toBe(false);
  });

  it('an address, and none beside it', () => {
    expect(may('127.0.0.1', ['127.0.0.1'])).toBe(true);
    expect(may('127.0.0.2', ['127.0.0.1'])).toBe(false);
    expect(may('0:0::1', ['::1'])).toBe(true);
  });

  it('whatever a name resolves to, for this name alone', () => {
    const inside = { hostname: 'receiver.internal', port: 443 };
    expect(may('10.0.0.1', ['receiver.internal'], inside)).toBe(true);
    expect(may('127.0.0.1', ['receiver.internal'], inside)).toBe(true);
    expect(may('10.0.0.1', ['receiver.internal'])).toBe(false);
    expect(may('10.0.0.1', ['internal'], inside)).toBe(false);
  });

  it.each(NOBODYS)('%s neither by a network nor by a name, only by the very address', (address) => {
    const named = { hostname: 'metadata.internal', port: 80 };
    const wide = ['0.0.0.0/1', '128.0.0.0/1', '::/1', '8000::/1', 'metadata.internal'];
    expect(may(address, wide, named)).toBe(false);
    expect(may(address, [address.replace('%eth0', '')], named)).toBe(true);
  });
});

describe('what the service listens on is refused, whatever is allowed', () => {
  const all = ['127.0.0.0/8', '127.0.0.1', '::1', 'localhost', '10.0.0.0/8', '0.0.0.0'];
  const dial = (address: string, port: number, own: Listener[]) =>
    may(address, all, { hostname: 'localhost', port }, own);

  it('on one address: there, and at the address that means all', () => {
    const own = [{ host: '127.0.0.1', port: 3000 }];
    expect(dial('127.0.0.1', 3000, own)).toBe(false);
    expect(dial('::ffff:127.0.0.1', 3000, own)).toBe(false);
    expect(dial('0.0.0.0', 3000, own)).toBe(false);
    expect(dial('127.0.0.1', 3001, own)).toBe(true);
    expect(dial('10.0.0.7', 3000, own)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '[::]', 'localhost', 'name.of.machine'])(
    'on %s: at all of this machine',
    (host) => {
      const own = [{ host, port: 3000 }];
      const here = Object.values(networkInterfaces()).flatMap((all) =>
        (all ?? []).map(({ address }) => address),
      );
      expect(here.length).toBeGreaterThan(0);
      for (const address of [...here, '127.0.0.1', '127.8.8.8', '::1', '0.0.0.0']) {
        expect(may(address, [...all, ...here], { hostname: 'x.example', port: 3000 }, own)).toBe(false);
      }
      expect(dial('10.255.255.254', 3000, own)).toBe(true);
    },
  );

  it('by the settings: PORT and METRICS_PORT', () => {
    const guard = AddressGuard.of(
      loadConfig({ PORT: '3000', METRICS_PORT: '9464', WEBHOOK_ALLOW: '127.0.0.1, LOCALHOST' }),
    );
    const ports = [3000, 9464, 3001].map((port) =>
      guard.mayDial('127.0.0.1', { hostname: 'localhost', port }),
    );
    expect(ports).toEqual([false, false, true]);
    expect(AddressGuard.of(loadConfig({})).mayDial('127.0.0.1', destination)).toBe(false);
  });
});

it('whatever address comes, nothing is thrown, and IPv4 is judged alike through IPv6', () => {
  const guard = new AddressGuard(['10.0.0.0/9'], []);
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(guard.mayDial(`::ffff:${address}`, destination)).toBe(guard.mayDial(address, destination));
    }),
  );
  fc.assert(fc.property(fc.oneof(fc.ipV6(), fc.string()), (text) => void guard.mayDial(text, destination)));
});
