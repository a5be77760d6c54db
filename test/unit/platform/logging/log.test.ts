// The log: JSON lines, by level, and never a key, an email, a hash or anything that was sent.
import { runInNewContext } from 'node:vm';
import type { LogLevel } from '#config-table.js';
import { createLog } from '#platform/logging/log.js';
import { NestLogger } from '#platform/logging/nest-logger.js';
import { redactText } from '#platform/logging/redact.js';

const KEY = 'rc_live_abcDEF123456789012345678901234XYZ';
const EMAIL = 'mila.novak+shop@example.com';
const HASH = 'd6be33ed220471e2d5bb0a71b8390196c459d637453e97991179e6044877eb7a';
const SECRETS = [KEY, EMAIL, HASH, HASH.toUpperCase()];

function collect(level: LogLevel = 'trace') {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line) => void lines.push(line) }), lines };
}

it('a line has time, level and message; nothing of the machine', () => {
  const { log, lines } = collect();
  log.info('ready', { port: 3000 });
  expect(JSON.parse(lines[0]!)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    port: 3000,
    msg: 'ready',
  });
});

it('the level decides what is written', () => {
  const { log, lines } = collect('warn');
  log.debug('a');
  log.info('b');
  log.warn('c');
  log.error('d');
  log.fatal('e');
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['c', 'd', 'e']);
});

it('a request answered by our own fault is an error; an outage said so is not', () => {
  const { log, lines } = collect();
  const line = { requestId: 'r', merchant: null, key: null, operation: 'live', route: '/health/live', ms: 1 };
  for (const status of [200, 404, 500, 503, null]) log.request({ ...line, status });
  expect(lines.map((text) => (JSON.parse(text) as { level: string }).level)).toEqual([
    'info',
    'info',
    'error',
    'info',
    'info',
  ]);
});

describe('secrets are not written', () => {
  it('in messages, fields, lists and depths', () => {
    const { log, lines } = collect();
    for (const secret of SECRETS) {
      log.info(`said ${secret} once`, { note: `x ${secret}`, list: [secret], deep: { a: { b: secret } } });
      const line = { requestId: secret, merchant: null, key: null, operation: null, status: 422, ms: 1 };
      log.request({ ...line, route: '/', paths: [`metadata.${secret}`] });
    }
    for (const secret of SECRETS) expect(lines.join('')).not.toContain(secret);
    expect(lines.join('')).toContain('[redacted]');
  });

  it.each([
    'authorization',
    'Cookie',
    'set-cookie',
    'password',
    'apiKey',
    'api_key',
    'email',
    'customerEmail',
    'customer_email_hash',
    'emailHash',
    'body',
    'query',
    'parameters',
    'detail',
    'metadata',
    'evidence',
    'ip',
    'headers',
    'url',
    'customerId',
  ])('under the name %s, whatever they are', (name) => {
    const { log, lines } = collect();
    log.warn('x', { [name]: 'plain-secret', inner: { [name]: { a: 'plain-secret' } } });
    expect(lines[0]).not.toContain('plain-secret');
  });

  it('in errors: a driver’s parameters, rows and causes', () => {
    const { log, lines } = collect();
    const cause = Object.assign(new Error(`duplicate of ${EMAIL}`), {
      detail: 'Key (email)=(plain-secret)',
      parameters: ['plain-secret'],
      code: '23505',
    });
    log.error('failed', { error: new Error(`cannot keep ${HASH}`, { cause }) });
    const line = JSON.parse(lines[0]!) as { error: { type: string; stack: string; cause: { code: string } } };
    expect(lines[0]).not.toMatch(/plain-secret|mila|d6be33ed/);
    expect(line.error).toMatchObject({
      type: 'Error',
      stack: expect.stringContaining('log.test') as string,
      cause: { code: '23505' },
    });
  });

  it('ids of ours are not taken for secrets', () => {
    for (const text of [
      'cnv_01h455vb4pex5vsknk084sn02q',
      '01890a5d-ac96-774b-bcce-b302099a8057',
      'a'.repeat(63),
      'key_01h455vb4pex5vsknk084sn02q',
    ]) {
      expect(redactText(text)).toBe(text);
    }
  });

  it('buffers, functions and structures without a bottom do no harm', () => {
    const { log, lines } = collect();
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    log.info('odd', { loop, bytes: Buffer.from('plain-secret'), big: 5n, at: new Date(0), nothing: null });
    expect(JSON.parse(lines[0]!)).toMatchObject({
      bytes: '[redacted]',
      big: '5',
      at: '1970-01-01T00:00:00.000Z',
      nothing: null,
    });
  });
});

describe('an error in a line is never {}', () => {
  const logged = (error: unknown) => {
    const { log, lines } = collect();
    log.error('failed', { error });
    return JSON.parse(lines[0]!) as { error: Record<string, unknown> };
  };

  it('several in one, as when no address of a host answers, are all told, and make up for the message', () => {
    const errors = ['::1', '127.0.0.1'].map((at) => new Error(`connect ECONNREFUSED ${at}:5432`));
    const { error } = logged(Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' }));
    expect(error).toMatchObject({
      message: 'connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127.0.0.1:5432',
      code: 'ECONNREFUSED',
      errors: [
        { message: 'connect ECONNREFUSED ::1:5432' },
        { message: 'connect ECONNREFUSED 127.0.0.1:5432' },
      ],
    });
  });

  it('one of another realm is an error all the same', () => {
    expect(logged(runInNewContext(`new TypeError('from elsewhere')`)).error).toMatchObject({
      type: 'TypeError',
      message: 'from elsewhere',
    });
  });

  it('causes of causes are told', () => {
    const error = new Error('a', { cause: new Error('b', { cause: 'c' }) });
    expect(logged(error).error).toMatchObject({ message: 'a', cause: { message: 'b', cause: 'c' } });
  });

  it.each([
    ['a text', 'a text'],
    [{}, '[an object that says nothing]'],
    [{ stack: undefined }, '[an object that says nothing]'],
    [new Map([[1, 2]]), '[Map]'],
    [new (class Odd {})(), '[Odd]'],
    [() => 1, '[function]'],
    [Symbol('s'), '[symbol]'],
    [{ reason: 'r' }, { reason: 'r' }],
  ])('%o says something', (thrown, said) => {
    expect(logged(thrown).error).toEqual(said);
  });
});

it('Nest’s own messages go the same way; its start-up chatter is debug', () => {
  const { log, lines } = collect();
  const nest = new NestLogger(log);
  nest.log('mapped', 'RouterExplorer');
  nest.log('hello', 'Other');
  nest.error(new Error('broken'), undefined, 'Other');
  nest.error('failed', 'at x.ts', 'Other');
  nest.error('without a stack', undefined, 'Other');
  nest.warn({ a: 1 });
  nest.debug('d');
  nest.verbose('v');
  nest.fatal('over', 'Other');
  const parsed = lines.map(
    (line) => JSON.parse(line) as { level: string; msg: string; error?: { stack: string } },
  );
  expect(parsed.map(({ level }) => level)).toEqual([
    'debug',
    'info',
    'error',
    'error',
    'error',
    'warn',
    'debug',
    'debug',
    'fatal',
  ]);
  expect(parsed[2]!.error!.stack).toContain('broken');
  expect(parsed[3]!.error!.stack).toBe('at x.ts');
  expect(parsed[4]).not.toHaveProperty('error');
});
