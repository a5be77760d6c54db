// Signatures that others verify: the standard's own library, and RefCampaign's verifier as it reads the header.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { makeSecret, signatureHeaders } from '#integrations/webhooks/sending/signature.js';

const body = '{"event":"conversion.created","data":{"name":"Zoë \\u0000"}}';
const signed = (secrets: string[], at = new Date(), bytes: string | Buffer = body) =>
  signatureHeaders({ id: 'evt_1', body: bytes, at, secrets });

/** As RefCampaign's verifier does it: each part of the header by its name, so that of two `v1` the last one counts. */
function refCampaignAccepts(header: string, payload: string, secret: string): boolean {
  const parts = Object.fromEntries(header.split(',').map((part) => part.split('=') as [string, string]));
  const expected = createHmac('sha256', secret).update(`${parts['t']}.${payload}`).digest('hex');
  return parts['v1'] === expected;
}

/** The standard's library throws what it does not accept. */
function standardAccepts(headers: Record<string, string>, payload: string, secret: string): boolean {
  try {
    new Webhook(secret).verify(payload, headers);
    return true;
  } catch {
    return false;
  }
}

const acceptedBy = (headers: Record<string, string>, secret: string, payload = body) => ({
  refCampaign: refCampaignAccepts(headers['X-RefCampaign-Signature'] ?? '', payload, secret),
  standard: standardAccepts(headers, payload, secret),
});
const BOTH = { refCampaign: true, standard: true };
const NEITHER = { refCampaign: false, standard: false };

it('a secret is whsec_ and 32 bytes as base64, another one each time', () => {
  const secrets = Array.from({ length: 100 }, makeSecret);
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(new Set(secrets).size).toBe(100);
});

it('the headers are these, letter by letter', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const at = new Date('2026-11-30T10:00:00.999Z');
  const hex = createHmac('sha256', secret).update('1796032800.{}').digest('hex');
  const base64 = createHmac('sha256', Buffer.alloc(32, 7)).update('evt_1.1796032800.{}').digest('base64');
  expect(signed([secret], at, '{}')).toEqual({
    'X-RefCampaign-Signature': `t=1796032800,v1=${hex}`,
    'webhook-id': 'evt_1',
    'webhook-timestamp': '1796032800',
    'webhook-signature': `v1,${base64}`,
  });
});

it('both verifiers accept what was signed, text or bytes, and nothing else', () => {
  fc.assert(
    fc.property(fc.json(), (payload) => {
      const secret = makeSecret();
      const headers = signed([secret], new Date(), payload);
      expect(
        signed([secret], new Date(Number(headers['webhook-timestamp']) * 1000), Buffer.from(payload)),
      ).toEqual(headers);
      expect(acceptedBy(headers, secret, payload)).toEqual(BOTH);
      expect(acceptedBy(headers, secret, `${payload} `)).toEqual(NEITHER);
      expect(acceptedBy(headers, makeSecret(), payload)).toEqual(NEITHER);
    }),
  );
});

describe('while a secret is rotated', () => {
  const [old, fresh] = [makeSecret(), makeSecret()];

  it('the one that stands last is for the verifier that tries the last only; the standard takes either', () => {
    expect(acceptedBy(signed([fresh, old]), old)).toEqual(BOTH);
    expect(acceptedBy(signed([fresh, old]), fresh)).toEqual({ refCampaign: false, standard: true });
  });

  it('swapped, the new one is for both', () => {
    expect(acceptedBy(signed([old, fresh]), fresh)).toEqual(BOTH);
    expect(acceptedBy(signed([old, fresh]), old)).toEqual({ refCampaign: false, standard: true });
  });

  it('no other secret is accepted', () => {
    expect(acceptedBy(signed([fresh, old]), makeSecret())).toEqual(NEITHER);
  });
});

it('the time is of the try: verifiers refuse one of ten minutes ago', () => {
  const secret = makeSecret();
  const headers = signed([secret], new Date(Date.now() - 600_000));
  expect(acceptedBy(headers, secret)).toEqual({ refCampaign: true, standard: false });
});
