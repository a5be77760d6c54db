// Receivers prove who they are: by a certificate that is trusted, valid, and of their host.
import { AddressGuard } from '#integrations/webhooks/sending/address-guard.js';
import { nameResolver } from '#integrations/webhooks/sending/resolve-name.js';
import { allClosed, send, useSending } from './sending.js';
import { makeAuthority, makeCertificate, type Certificate } from '../../../../support/certificates.js';
import { startDnsServer } from '../../../../support/dns-server.js';
import { startRawReceiver, startReceiver } from '../../../../support/receiver.js';

const sending = useSending();
const authority = makeAuthority('Trusted');
const DAY_MS = 86_400_000;
const hosts = ['127.0.0.1', 'shop.example'];

const speaking = (certificate: Certificate) =>
  sending.receiver(startReceiver((response) => response.end('secure'), certificate));

/** Trusts the authority above. */
const sender = () => sending.with({ ca: authority.cert });

it('a trusted certificate of the address, or of the name, is taken; its connection is kept', async () => {
  const receiver = await speaking(makeCertificate(authority, { hosts }));
  const dns = await sending.receiver(startDnsServer());
  dns.says('shop.example', ['127.0.0.1']);
  const resolve = nameResolver(new AddressGuard([], []), [dns.address]);
  const trusting = sending.with({ ca: authority.cert, resolve });
  for (const host of ['127.0.0.1', 'shop.example', 'shop.example'])
    expect(await send(trusting, `https://${host}:${receiver.port}/`)).toMatchObject({
      body: 'secure',
      failure: null,
    });
  expect(receiver.connections()).toBe(2);
});

it.each<[string, () => Certificate]>([
  ['signed by itself', () => makeAuthority('127.0.0.1')],
  ['signed by somebody else', () => makeCertificate(makeAuthority('Trusted'), { hosts })],
  ['of another host', () => makeCertificate(authority, { hosts: ['127.0.0.2', 'other.example'] })],
  ['that has run out', () => makeCertificate(authority, { hosts, notAfter: new Date(Date.now() - 1000) })],
  ['of tomorrow', () => makeCertificate(authority, { hosts, notBefore: new Date(Date.now() + DAY_MS / 2) })],
])('a certificate %s is none, and nothing is sent', async (_, certificate) => {
  const receiver = await speaking(certificate());
  expect(await send(sender(), receiver.url)).toMatchObject({ failure: 'tls', status: null, body: '' });
  expect(receiver.received).toEqual([]);
  await allClosed(receiver);
});

it('the environment cannot switch that off', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    const receiver = await speaking(makeAuthority('127.0.0.1'));
    expect(await send(sender(), receiver.url)).toMatchObject({ failure: 'tls' });
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  }
});

it('a receiver that speaks no TLS is told as such; one that hangs up instead, as lost', async () => {
  const plain = await sending.receiver(
    startRawReceiver((socket) => socket.write('HTTP/1.1 400 Bad\r\n\r\n')),
  );
  const gone = await sending.receiver(
    startRawReceiver((socket) => socket.once('data', () => socket.destroy())),
  );
  const [toPlain, toGone] = [plain, gone].map(({ port }) => `https://127.0.0.1:${port}/`);
  expect(await send(sender(), toPlain!)).toMatchObject({ failure: 'tls' });
  expect(await send(sender(), toGone!)).toMatchObject({ failure: 'connection_lost' });
});
