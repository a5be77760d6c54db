// A stand-in for the official browser script, as far as it shares cookie and local storage with ours. Written from what was seen of it:
// of several cookies `_rc_sid` it takes the last that the browser lists; local storage `_rc_sid` is JSON, `{ sessionId, timestamp }`;
// the word of a test is `rctest`; at the checkout, what cannot be a session is an error.

/**
 * Its text. The page finds `official.session()` and `official.checkout()`.
 * @param domain of the cookie it writes, where a shop's hosts share one; empty for the host alone
 */
export function officialScript(domain = ''): string {
  return `(() => {
  const NAME = '_rc_sid';
  const KEEP_SECONDS = 7776000;
  const parameters = new URLSearchParams(location.search);
  const brought = parameters.get('_rcid') || parameters.get('rcsid');
  if (brought) {
    document.cookie = NAME + '=' + brought + '; Max-Age=' + KEEP_SECONDS + '; Path=/; SameSite=Lax${domain && `; Domain=${domain}`}';
    localStorage.setItem(NAME, JSON.stringify({ sessionId: brought, timestamp: Date.now() }));
  }
  const fromCookies = () => document.cookie.split('; ').filter((cookie) => cookie.startsWith(NAME + '=')).pop()?.slice(NAME.length + 1);
  const fromStorage = () => {
    const text = localStorage.getItem(NAME);
    if (text === null) return null;
    try {
      const { sessionId, timestamp } = JSON.parse(text);
      return Date.now() - timestamp < KEEP_SECONDS * 1000 ? sessionId : null;
    } catch {
      return text;
    }
  };
  const checked = (id) => {
    if (id && !/^[A-Za-z0-9_-]{8,128}$/.test(id)) throw new Error('Invalid sessionId format');
    return id;
  };
  window.official = {
    session: () => fromCookies() || fromStorage(),
    checkout: () => (checked(fromStorage()), checked(fromCookies() || fromStorage())),
    testId: parameters.get('rctest'),
  };
})();`;
}
