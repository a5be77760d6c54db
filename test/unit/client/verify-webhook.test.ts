// What the TypeScript client takes for a webhook, and what it says of what is none.
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { document } from '../../contract/support/document.js';
import { makeSecret, signatureHeaders } from '#integrations/webhooks/sending/signature.js';
import {
  UsageError,
  verifyWebhook,
  WebhookVerificationError,
  type ReceivedEvent,
  type WebhookEventName,
  type WebhookMessage,
} from '../../../clients/typescript/src/index.js';

const secret = makeSecret();
const at = new Date();
const body = '{"event":"conversion.created","data":{"name":"Zoë"}}';
const signed = (given: string | Buffer = body, secrets = [secret]) =>
  signatureHeaders({ id: 'evt_1', body: given, at, secrets });
const OWN = 'X-RefCampaign-Signature';
const only = (...names: string[]) =>
  Object.fromEntries(Object.entries(signed()).filter(([name]) => names.includes(name)));

/** What is wrong with it, by its reason; the event's name when nothing is. */
const verdictOn = (message: Partial<WebhookMessage>) =>
  verifyWebhook({ body, headers: signed(), secret, now: () => at, ...message }).then(
    ({ event }) => String(event),
    (error: unknown) => {
      if (error instanceof WebhookVerificationError) return error.reason;
      throw error;
    },
  );
const BELIEVED = 'conversion.created';

describe('headers', () => {
  const lists = Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name, [value]]));
  const shouted = Object.fromEntries(
    Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value]),
  );

  it.each([
    ['Headers', new Headers(signed())],
    ['an object of texts', signed()],
    ['an object of lists', lists],
    ['in capitals', shouted],
    ['another framework’s Headers', { get: (name: string) => new Headers(signed()).get(name) }],
    ['with others that are not set', { ...signed(), cookie: undefined }],
    ['with a header named get', { ...signed(), get: 'x' }],
  ])('%s are read', async (_, headers) => {
    expect(await verdictOn({ headers })).toBe(BELIEVED);
  });

  it('sent twice are one, as servers join them', async () => {
    const other = signed(body, [makeSecret()]);
    for (const name of ['webhook-signature', OWN]) {
      const both = [other[name]!, signed()[name]!];
      const joined = name === OWN ? [both.join(',').replace(/,t=\d+/, '')] : both;
      const own = name === OWN ? {} : signed();
      expect(await verdictOn({ headers: { ...own, [name]: joined } })).toBe(BELIEVED);
    }
  });

  it.each([
    ['none at all', {}, 'MISSING_HEADER'],
    ['no id', only('webhook-signature', 'webhook-timestamp', OWN), 'MISSING_HEADER'],
    ['no time', only('webhook-signature', 'webhook-id', OWN), 'MISSING_HEADER'],
    ['a time that is none', { ...signed(), 'webhook-timestamp': 'now' }, 'MALFORMED_HEADER'],
    ['an own one without a time', { [OWN]: 'v1=00' }, 'MALFORMED_HEADER'],
    ['an own one with two times', { [OWN]: `t=1,${signed()[OWN]}` }, 'MALFORMED_HEADER'],
    ['an empty one', { ...signed(), 'webhook-signature': '' }, 'WRONG_SIGNATURE'],
    ['another version', { ...signed(), 'webhook-signature': 'v2,AAAA v1a,AAAA' }, 'WRONG_SIGNATURE'],
    ['what is no base64', { ...signed(), 'webhook-signature': 'v1,* v1' }, 'WRONG_SIGNATURE'],
    ['no hex', { [OWN]: `${signed()[OWN]!.slice(0, -1)}x` }, 'WRONG_SIGNATURE'],
    ['another id', { ...signed(), 'webhook-id': 'evt_2' }, 'WRONG_SIGNATURE'],
  ])('%s: refused', async (_, headers, reason) => {
    expect(await verdictOn({ headers })).toBe(reason);
  });

  it.each([[undefined], [null], ['v1,AAAA']])(
    'that are none are refused with what to do: %j',
    async (none) => {
      await expect(verdictOn({ headers: none as never })).rejects.toThrow('Give all headers');
    },
  );

  it('a wrong standard signature is not made good by the own header; either alone is enough', async () => {
    expect(await verdictOn({ headers: { ...signed(), 'webhook-signature': 'v1,AAAA' } })).toBe(
      'WRONG_SIGNATURE',
    );
    expect(await verdictOn({ headers: { ...signed(), [OWN]: 't=1,v1=00' } })).toBe(BELIEVED);
    expect(await verdictOn({ headers: only(OWN) })).toBe(BELIEVED);
  });

  it('of thousands of signatures only the first few are tried', async () => {
    const right = signed()['webhook-signature']!;
    const wrong = (count: number) =>
      Array<string>(count)
        .fill(`v1,${Buffer.alloc(32).toString('base64')}`)
        .join(' ');
    const headers = (count: number) => ({ ...signed(), 'webhook-signature': `${wrong(count)} ${right}` });
    expect(await verdictOn({ headers: headers(7) })).toBe(BELIEVED);
    expect(await verdictOn({ headers: headers(8) })).toBe('WRONG_SIGNATURE');
  });
});

describe('the time', () => {
  const after = (seconds: number) => () => new Date(Math.floor(at.getTime() / 1000) * 1000 + seconds * 1000);

  it.each([
    [300, BELIEVED],
    [301, 'TOO_OLD'],
    [-300, BELIEVED],
    [-301, 'TOO_NEW'],
  ])('%d seconds after it was sent: %s', async (seconds, verdict) => {
    expect(await verdictOn({ now: after(seconds) })).toBe(verdict);
    expect(await verdictOn({ now: after(seconds), headers: only(OWN) })).toBe(verdict);
  });

  it('may be off by as much as the caller says', async () => {
    expect(await verdictOn({ now: after(11), toleranceSeconds: 10 })).toBe('TOO_OLD');
    expect(await verdictOn({ now: after(86_400), toleranceSeconds: 86_400 })).toBe(BELIEVED);
    await expect(verdictOn({ toleranceSeconds: NaN })).rejects.toThrow(UsageError);
  });

  it('is only told of what is signed', async () => {
    expect(await verdictOn({ now: after(9999), secret: makeSecret() })).toBe('WRONG_SIGNATURE');
  });

  it('is that of the machine unless told', async () => {
    await expect(verifyWebhook({ body, headers: signed(), secret })).resolves.toBeDefined();
  });
});

describe('bodies', () => {
  it('of any bytes are verified as they came, and with one bit changed they are not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), async (bytes, place) => {
        const headers = signed(Buffer.from(bytes));
        for (const given of [bytes, Buffer.from(bytes), bytes.slice().buffer])
          expect(await verdictOn({ body: given, headers })).toBe('NOT_AN_EVENT');
        const changed = bytes.slice();
        changed[place % bytes.length]! ^= 1 << (place % 8);
        for (const each of [headers, { [OWN]: headers[OWN]! }])
          expect(await verdictOn({ body: changed, headers: each })).toBe('WRONG_SIGNATURE');
      }),
    );
  });

  it('of any JSON come out as they were, and the standard’s library says the same of each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.boolean(), async (data, isWhole) => {
        const text = `{"event":"conversion.created","data":${data}}`;
        const headers = signed(text);
        const given = isWhole ? text : `${text} `;
        const standard = () => new Webhook(secret).verify(given, headers);
        if (isWhole) {
          expect(await verifyWebhook({ body: given, headers, secret })).toEqual(JSON.parse(text));
          expect(standard()).toEqual(JSON.parse(text));
        } else {
          expect(await verdictOn({ body: given, headers })).toBe('WRONG_SIGNATURE');
          expect(standard).toThrow('No matching signature');
        }
      }),
    );
  });

  it.each(['null', '[]', '"conversion.created"', '{}', '{"event":1}', '{', ''])(
    'that are signed and no event are refused: %s',
    async (text) => {
      expect(await verdictOn({ body: text, headers: signed(text) })).toBe('NOT_AN_EVENT');
    },
  );

  it.each([[{ event: 'conversion.created' }], [null], [undefined], [[1]]])(
    'that were parsed are refused with what to do: %j',
    async (parsed) => {
      const call = verdictOn({ body: parsed as unknown as string });
      await expect(call).rejects.toThrow(UsageError);
      await expect(call).rejects.toThrow('Give the raw body');
    },
  );
});

describe('secrets', () => {
  it('several are tried, of which some may not be set', async () => {
    expect(await verdictOn({ secret: [undefined, '', makeSecret(), secret] })).toBe(BELIEVED);
    expect(await verdictOn({ secret: [makeSecret(), makeSecret()] })).toBe('WRONG_SIGNATURE');
  });

  it.each([[''], [undefined], [[]], [[undefined]]])('none: %j', async (none) => {
    await expect(verdictOn({ secret: none })).rejects.toThrow('No secret was given');
  });

  it.each([`${secret}\n`, secret.slice(6), 'whsec_', `"${secret}"`])(
    'what is none is refused, and not repeated',
    async (wrong) => {
      const call = verdictOn({ secret: wrong });
      await expect(call).rejects.toThrow(UsageError);
      await expect(call).rejects.not.toThrow(secret.slice(6, 30));
    },
  );
});

describe('types', () => {
  it('there is one for every event of the contract, and every name has its data', async () => {
    // Compiled with all tests: a name that is not the contract's does not compile, nor does data of another name.
    const narrowed = (event: ReceivedEvent): string => {
      if (event.event === 'commission.approved') {
        // @ts-expect-error a commission has no such field
        void event.data.refundedAmount;
        return event.data.commissionId;
      }
      if (event.event === 'payout.paid') return event.data.payoutId;
      if (event.event === 'affiliate.suspended') return event.data.affiliateId;
      // @ts-expect-error there is no such event, and so no such field
      if (event.event === 'conversion.create') return event.data.conversionId as string;
      // @ts-expect-error which event it is was not asked
      if (event.sequence === 0) return event.data.conversionId as string;
      return event.event === 'conversion.refunded' ? event.data.conversionId : event.event;
    };
    const event = await verifyWebhook({ body, headers: signed(), secret });
    expect(narrowed(event)).toBe('conversion.created');
    const names = Object.keys(document['webhooks'] as object);
    expect(names).toContain('conversion.created' satisfies WebhookEventName);
  });

  it('an event of a later version is handed out as it came', async () => {
    const text = '{"event":"conversion.beamed_up","data":{"warp":9},"sequence":3}';
    const event = await verifyWebhook({ body: text, headers: signed(text), secret });
    expect(event).toEqual(JSON.parse(text));
  });

  it('an error has the name of its class, and holds nothing of what came', async () => {
    const error: unknown = await verifyWebhook({ body, headers: signed(), secret: makeSecret() }).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toMatch(/^WebhookVerificationError: No signature in webhook-signature fits\./);
    expect(String(error)).not.toMatch(/Zoë|whsec_/);
  });
});
