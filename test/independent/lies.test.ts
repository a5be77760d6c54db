// The independent judge can say no: every kind of lie is planted in an exchange that it found right before.
import { document } from '../contract/support/document.js';
import type { Exchange } from '../support/exchanges.js';
import { startJudge, type Judge } from './judge.js';

let judge: Judge;
beforeAll(async () => {
  judge = await startJudge(document);
});
afterAll(() => judge.close());

const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const said = { 'x-request-id': 'a-1' };
const meta = { timestamp: '2026-11-22T12:00:00.000Z', requestId: 'a-1' };
const sent = { session_id: 'abcdefgh1234', customer_email_hash: 'a'.repeat(64) };
const honest: Exchange = {
  method: 'POST',
  target: '/api/v1/track/identify',
  requestHeaders: { 'content-type': 'application/json' },
  requestBody: packed(sent),
  status: 200,
  replyHeaders: {
    ...said,
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'X-Request-Id, Retry-After',
  },
  replyBody: packed({ success: true, data: { success: true }, meta }),
};
const list: Exchange = {
  ...honest,
  method: 'GET',
  target: '/api/v1/campaigns?limit=5',
  requestHeaders: {},
  requestBody: null,
  replyHeaders: { ...honest.replyHeaders, vary: 'Accept-Encoding' },
  replyBody: packed({
    success: true,
    data: [],
    meta: { ...meta, page: { nextCursor: null, hasMore: false } },
  }),
};

const head: Exchange = { ...list, method: 'HEAD', replyBody: '' };
const redirect: Exchange = {
  ...list,
  target: '/r/summer-blog',
  status: 302,
  replyHeaders: { ...said, location: 'https://shop.example.com/', 'cache-control': 'no-store' },
  replyBody: '',
};
const limited: Exchange = {
  ...list,
  status: 429,
  replyHeaders: {
    ...list.replyHeaders,
    'retry-after': '1',
    ratelimit: '"keys";r=0;t=1',
    'ratelimit-policy': '"keys";q=100;w=60',
  },
  replyBody: packed({
    success: false,
    error: {
      code: 'RATE_LIMIT_EXCEEDED',
      reason: 'ADDRESS_LIMIT',
      message: 'Too many calls.',
      details: [],
      docUrl: 'http://127.0.0.1:3000/docs/errors#rate_limit_exceeded',
    },
    meta,
  }),
};
const without = ({ replyHeaders, ...exchange }: Exchange, name: string): Exchange => ({
  ...exchange,
  replyHeaders: { ...replyHeaders, [name]: undefined },
});

it.each<[string, Exchange]>([
  ['a call with a body', honest],
  ['a list', list],
  ['a list, its head only', head],
  ['a redirect', redirect],
  ['too many calls', limited],
])('what is right is found right: %s', async (_, exchange) => {
  expect(await judge.judge(exchange)).toEqual({ request: null, reply: null });
});

it.each<[string, Partial<Exchange>]>([
  ['a wrong type', { replyBody: packed({ success: true, data: { success: 'yes' }, meta }) }],
  ['a required field that is missing', { replyBody: packed({ success: true, data: {}, meta }) }],
  ['a missing envelope', { replyBody: packed({ success: true }) }],
  [
    'a time that is none',
    { replyBody: packed({ success: true, data: { success: true }, meta: { ...meta, timestamp: 'now' } }) },
  ],
  ['a status that is not declared', { status: 207 }],
  ['a wrong content type', { replyHeaders: { ...honest.replyHeaders, 'content-type': 'text/html' } }],
  ['no content type', { replyHeaders: { ...honest.replyHeaders, 'content-type': undefined } }],
  ['no body', { replyBody: '' }],
  ['a success under an error status', { status: 422 }],
])('a lie in the reply is found: %s', async (_, lie) => {
  expect((await judge.judge({ ...honest, ...lie })).reply).toEqual(expect.any(String));
});

it.each<[string, Exchange]>([
  ['a status that is not declared, to HEAD', { ...head, status: 207 }],
  ['a wrong content type, to HEAD', { ...head, replyHeaders: { ...said, 'content-type': 'text/html' } }],
  ['a head without its request id', without(head, 'x-request-id')],
  ['too many calls, and no word when to come back', without(limited, 'retry-after')],
  ['a redirect to nowhere', without(redirect, 'location')],
  ['a redirect of a status that is not declared', { ...redirect, status: 301 }],
])('a lie beside the body is found: %s', async (_, exchange) => {
  expect((await judge.judge(exchange)).reply).toEqual(expect.any(String));
});

it.each<[string, Exchange]>([
  ['a wrong type', { ...honest, requestBody: packed({ ...sent, session_id: 5 }) }],
  ['a field that is missing', { ...honest, requestBody: packed({ session_id: 'abcdefgh1234' }) }],
  ['an unknown field', { ...honest, requestBody: packed({ ...sent, extra: 1 }) }],
  ['a pattern that is not kept', { ...honest, requestBody: packed({ ...sent, customer_email_hash: 'x' }) }],
  ['a wrong content type', { ...honest, requestHeaders: { 'content-type': 'text/plain' } }],
  ['no JSON', { ...honest, requestBody: Buffer.from('{').toString('base64') }],
  ['no body', { ...honest, requestBody: null, requestHeaders: {} }],
  ['an unknown parameter', { ...list, target: '/api/v1/campaigns?limits=5' }],
  ['a parameter of a wrong type', { ...list, target: '/api/v1/campaigns?limit=many' }],
  ['an unknown path', { ...list, target: '/api/v1/nothing' }],
  ['an unknown method', { ...list, method: 'DELETE' }],
])('a request that should not have been accepted is found: %s', async (_, exchange) => {
  expect((await judge.judge(exchange)).request).toEqual(expect.any(String));
});
