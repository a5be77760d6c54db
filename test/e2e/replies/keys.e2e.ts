// No usable key is one and the same 401 everywhere; a locked merchant is 403. Both are said before the body is read.
import { makeKeyText } from '#accounts/api-keys/key-text.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { makeLockedKey, makeRevokedKey } from '../../support/refused-keys.js';
import { errorOf } from '../../support/failures.js';
import { sendBytes } from '../../support/wire.js';
import {
  checkRefusal,
  exampleRequest,
  expectRefusal,
  factsOf,
  takingKeys,
  withBody,
  withKey,
  countWritten,
  type AnyInput,
} from './requests.js';

let app: SharedApp;
let before: Awaited<ReturnType<typeof countWritten>>;
let good: string;
let revoked: string;
let locked: string;

beforeAll(async () => {
  app = await sharedApp();
  before = await countWritten(app);
  const merchant = await app.make.merchant();
  good = merchant.test;
  revoked = await makeRevokedKey(app, merchant.id);
  locked = await makeLockedKey(app);
});

/** Everything an Authorization header may say that is no usable key. */
function unusable(): Record<string, string> {
  const typo = good.slice(0, -1) + (good.endsWith('x') ? 'y' : 'x');
  return {
    'an empty header': '',
    'no scheme': good,
    'another scheme': `Basic ${Buffer.from(`${good}:`).toString('base64')}`,
    'no token': 'Bearer ',
    'two tokens': `Bearer ${good} ${good}`,
    'a bad checksum': `Bearer ${typo}`,
    'a key that is too short': `Bearer ${good.slice(0, -6)}`,
    'another prefix': `Bearer ${good.replace('rc_test_', 'sk_test_')}`,
    'the other mode written in front': `Bearer ${good.replace('rc_test_', 'rc_live_')}`,
    'a well-formed unknown key': `Bearer ${makeKeyText('live')}`,
    'a revoked key': `Bearer ${revoked}`,
    'letters outside ASCII': 'Bearer \u00fc',
  };
}

it.each(takingKeys)(
  '%s: missing, malformed, unknown and revoked keys get one and the same 401',
  async (id) => {
    const headers = Object.values(unusable()).map((authorization): AnyInput => ({
      headers: { authorization },
    }));
    const missing = factsOf(id).security === 'key' ? [{}] : [];
    const replies = await Promise.all(
      [...missing, ...headers].map((input) => app.api.call(id, { ...exampleRequest(id), ...input })),
    );
    for (const reply of replies) {
      const error = checkRefusal(id, reply, [401, 'UNAUTHORIZED']);
      expect(reply.headers['www-authenticate']).toBe('Bearer');
      expect(error).toEqual(errorOf('UNAUTHORIZED'));
      const names = Object.keys(reply.headers).sort();
      expect(names).toEqual(Object.keys(replies[0]?.headers ?? {}).sort());
    }
  },
);

it.each(takingKeys)('%s: the key of a locked merchant gets 403', async (id) => {
  const error = await expectRefusal(app.api, id, { ...exampleRequest(id), as: locked }, [
    403,
    'PERMISSION_DENIED',
  ]);
  expect(error.details).toEqual([]);
});

it('the scheme may be written in any case, with any number of spaces', async () => {
  for (const scheme of ['bearer', 'BEARER', 'BeArEr  ']) {
    await app.api.expect('ping', 200, { headers: { authorization: `${scheme} ${good}` } });
  }
});

const keyedBodies = withBody.filter((id) => withKey.includes(id));

it.each(keyedBodies)('%s: the key comes before size, form and content of the body', async (id) => {
  const spoilt: AnyInput[] = [
    { rawBody: 'x'.repeat((factsOf(id).body?.limitBytes ?? 0) + 1) },
    { rawBody: '{', headers: { 'content-type': 'text/plain' } },
    { rawBody: '{"unknown":1}' },
  ];
  for (const input of spoilt) {
    const request = { ...exampleRequest(id), ...input };
    await expectRefusal(app.api, id, request, [401, 'UNAUTHORIZED']);
    await expectRefusal(app.api, id, { ...request, as: locked }, [403, 'PERMISSION_DENIED']);
  }
});

it.each(keyedBodies)('%s: 401 without waiting for the body, and without asking for it', async (id) => {
  const { method, path } = factsOf(id);
  for (const expectation of ['', 'Expect: 100-continue\r\n']) {
    const head = `${method.toUpperCase()} ${path.replace(/\{\w+\}/, 'x')} HTTP/1.1\r\nHost: x\r\n`;
    const bytes = `${head}Content-Type: application/json\r\nContent-Length: 5000\r\n${expectation}\r\n`;
    expect((await sendBytes(app.service.port, bytes)).status).toBe(401);
  }
});

it('nothing was written', async () => {
  expect(await countWritten(app)).toEqual(before);
});
