// The cookie that brings a visitor's session back.
import fc from 'fast-check';
import { isSessionId, newSessionId, sessionCookie, sessionsIn } from '#tracking/clicks/session-cookie.js';

describe('a new session id', () => {
  it('is ours, fits what a session may be named, and is not time-ordered', () => {
    const ids = Array.from({ length: 20 }, newSessionId);
    for (const id of ids) expect(id).toMatch(/^rcs_[0-9a-z]{26}$/);
    expect(ids.every(isSessionId)).toBe(true);
    expect(new Set(ids).size).toBe(20);
    expect([...ids].sort()).not.toEqual(ids);
  });
});

describe('the sessions a visitor brings', () => {
  it.each<[string, string | undefined, string[]]>([
    ['none without a header', undefined, []],
    ['one', '_rc_sid=session-1', ['session-1']],
    ['one among others, with and without blanks', 'a=b;_rc_sid=session-1 ; c=d', ['session-1']],
    ['one in quotes', '_rc_sid="session-1"', ['session-1']],
    [
      'several, the last first, each once',
      '_rc_sid=session-2; _rc_sid=session-1; _rc_sid=session-3; _rc_sid=session-1',
      ['session-1', 'session-3', 'session-2'],
    ],
    [
      'not one of another name',
      'x_rc_sid=session-1; _rc_sid2=session-1; _RC_SID=session-1; $_rc_sid=session-1',
      [],
    ],
    [
      'not one that cannot be a session',
      '_rc_sid=short; _rc_sid=with%20blank; _rc_sid=a=b=c=d=e; _rc_sid',
      [],
    ],
    ['not one that is too long', `_rc_sid=${'x'.repeat(129)}`, []],
    ['not one that means nobody', '_rc_sid=undefined; _rc_sid=ANONYMOUS', []],
    ['the longest', `_rc_sid=${'x'.repeat(128)}`, ['x'.repeat(128)]],
  ])('%s', (_, header, sessions) => {
    expect(sessionsIn(header)).toEqual(sessions);
  });

  it('are the last eight at most', () => {
    const many = Array.from({ length: 20 }, (_, index) => `session-${index}`);
    expect(sessionsIn(many.map((id) => `_rc_sid=${id}`).join('; '))).toEqual(many.slice(-8).reverse());
  });

  it('never err, whatever the header holds, and could all exist', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_rc_sid=', ';', '"', '=', ' ', 'session-1'),
    );
    fc.assert(
      fc.property(
        fc.array(garbage).map((all) => all.join('')),
        (header) => {
          expect(sessionsIn(header).every((id) => isSessionId(id))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are what the cookie said that we set', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{8,128}$/), fc.boolean(), (id, secure) => {
        const [pair] = sessionCookie(id, { secure, domain: null }).split(';');
        expect(sessionsIn(pair)).toEqual([id]);
      }),
    );
  });
});

describe('the cookie', () => {
  it('lasts 90 days, for the whole host, readable by the SDK, Secure on https only, without a domain unless configured', () => {
    const plain = '_rc_sid=session-1; Max-Age=7776000; Path=/; SameSite=Lax';
    expect(sessionCookie('session-1', { secure: false, domain: null })).toBe(plain);
    expect(sessionCookie('session-1', { secure: true, domain: null })).toBe(`${plain}; Secure`);
    expect(sessionCookie('session-1', { secure: true, domain: 'example.com' })).toBe(
      `${plain}; Secure; Domain=example.com`,
    );
  });
});
