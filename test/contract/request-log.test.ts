// What the log says about a request: one line, and nothing that was sent; more only when something broke.
import { once } from 'node:events';
import { connect } from 'node:net';
import { until } from '../support/until.js';
import { caller } from './support/call.js';
import { startMachine, type RunningMachine } from './support/machine.js';

let machine: RunningMachine;
const call = caller(() => machine);
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const GOOD = { ...JSON_TYPE, authorization: 'Bearer good' };
const POSTBACK = '/api/v1/conversions/postback';
const ORDER = JSON.stringify({ externalId: 'order-1', conversionType: 'SALE', amount: 1, currency: 'EUR' });

describe('what nobody foresaw', () => {
  it('is 500 without a word of it, and a log line with the same id and the stack', async () => {
    const answer = await call('GET', '/api/v1/campaigns/cmp_x', {
      headers: { ...GOOD, 'x-request-id': 'boom-1' },
    });
    expect([answer.status, answer.body.error!.code]).toEqual([500, 'SERVER_ERROR']);
    expect(JSON.stringify(answer.body)).not.toMatch(/no campaign|mila/);
    const line = machine.lines.find(({ requestId, error }) => requestId === 'boom-1' && error !== undefined)!;
    expect(line).toMatchObject({
      level: 'error',
      operation: 'getCampaign',
      error: { stack: expect.stringContaining('machine.ts') as string },
    });
    expect(JSON.stringify(line)).not.toContain('mila@example.com');
  });
});

describe('the log', () => {
  it('has one line a request, and nothing that was sent', async () => {
    const headers = {
      ...GOOD,
      'x-request-id': 'log-1',
      cookie: 'c=secret',
      'x-forwarded-for': '203.0.113.9',
    };
    await call('POST', `${POSTBACK}?dryRun=true`, { headers, body: ORDER });
    const lines = machine.lines.filter(({ requestId }) => requestId === 'log-1');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String) as string,
        msg: 'request',
        requestId: 'log-1',
        merchant: 'mer_01h455vb4pex5vsknk084sn02q',
        key: 'key_01h455vb4pex5vsknk084sn02r',
        operation: 'recordPostback',
        route: POSTBACK,
        status: 404,
        ms: expect.any(Number) as number,
        code: 'NOT_FOUND',
        reason: 'UNKNOWN_CAMPAIGN',
        message: 'There is no campaign with this id.',
        paths: ['campaignId'],
      },
    ]);
  });

  it('says "aborted" when the caller went away, and nothing breaks', async () => {
    const arrived = once(machine.server, 'request');
    const socket = connect(machine.port, '127.0.0.1');
    socket.write(
      `POST ${POSTBACK} HTTP/1.1\r\nHost: x\r\nX-Request-Id: gone-1\r\nAuthorization: Bearer good\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"ext`,
    );
    await arrived;
    socket.destroy();
    const lines = () => machine.lines.filter(({ requestId }) => requestId === 'gone-1');
    await until(() => lines().length > 0);
    expect(lines()).toMatchObject([{ level: 'info', status: null, aborted: true }]);
  });
});
