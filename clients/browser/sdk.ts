// The script that GET /sdk.js serves, for the merchant's own pages: keeps the session that a link brought, and says who the visitor is
// when the page knows. It throws nothing into the page, and asks no host but the one it was loaded from. The official browser script may
// have been in the page before, or be on another page of the shop: cookie and local storage have its names and its form, and each reads
// what the other keeps.
// `npm run generate` makes generated/sdk.js of it; a test holds that to less than 2 KB compressed.

type Script = (RefCampaign: RefCampaign) => void;

interface RefCampaign {
  /** The session to send with an order; null when no link brought this visitor, or storage is blocked. */
  getSessionId(): string | null;
  /** Whether the hash of this email was sent for the session. Never rejects. */
  identify(email: string): Promise<boolean>;
  /** Calls the function now. Before the script is there, an array of functions stands in its place. */
  push(script: Script): void;
}

type Page = typeof window & { RefCampaign?: RefCampaign | Script[] | Element };

(() => {
  /** 90 days, as the service's own cookie. */
  const KEEP_SECONDS = 7_776_000;
  const SESSION = '_rc_sid';
  const INSTALLED = '_rc_installed';
  /** What a broken page writes for none would be the session of many. */
  const SESSION_ID = /^(?!(undefined|anonymous)$)[\w-]{8,128}$/i;

  const page: Page = window;
  const before = page.RefCampaign;
  const waiting = Array.isArray(before) ? before : []; // else an element with that id, which browsers make a global
  if (typeof (before as Partial<RefCampaign> | undefined)?.getSessionId === 'function') return; // the page has it twice
  // A module does not know its own tag. By the token, since others call their scripts sdk.js too, and must be sent nothing.
  const script = (document.currentScript ??
    document.querySelector('script[data-site-token^="rcst_"][src*="/sdk.js"]')) as HTMLScriptElement | null;
  // All that stands before the script's name: the service may live under a path.
  const service = /^([^?#]*)\/sdk\.js([?#]|$)/.exec(script?.src ?? '')?.[1];
  const siteToken = script?.dataset['siteToken'];

  let sessionId: string | null = null;

  /** What storage says; null when there is nothing, or the browser blocks it: then merely naming localStorage throws. */
  const attempt = <T>(ask: () => T): T | null => {
    try {
      return ask();
    } catch {
      return null;
    }
  };
  const stored = (name: string) => attempt(() => localStorage.getItem(name));
  const store = (name: string, value: string) =>
    attempt(() => (localStorage.setItem(name, value), localStorage.getItem(name) === value));

  const isSessionId = (text: unknown): text is string => typeof text === 'string' && SESSION_ID.test(text);

  /** The values of all cookies of the name, in the browser's order. */
  const cookies = () =>
    (attempt(() => document.cookie.split('; ')) ?? [])
      .map((cookie) => cookie.split('='))
      .filter(([name]) => name === SESSION)
      .map(([, value]) => value);

  /** @param domain for this host alone where it is empty */
  const writeCookie = (id: string, seconds: number, domain = '') =>
    attempt(() => {
      const secure = location.protocol === 'https:' ? '; Secure' : '';
      document.cookie = `${SESSION}=${id}; Max-Age=${seconds}; Path=/; SameSite=Lax${domain && `; Domain=${domain}`}${secure}`;
    });

  /**
   * Writes it for this host, and for each domain that has a cookie of the name, shared with sibling hosts: an older session in one of them
   * would be read there, and here too if the browser lists it last. Which have one shows only when it is taken away.
   */
  const writeCookies = (id: string) => {
    writeCookie(id, KEEP_SECONDS);
    const labels = location.hostname.split('.');
    labels.forEach((_, at) => {
      const domain = labels.slice(at).join('.');
      const before = cookies().length;
      writeCookie('', 0, domain);
      if (cookies().length < before) writeCookie(id, KEEP_SECONDS, domain);
    });
  };

  /** Of several the last: browsers list the newest last, and the official script reads that one. */
  const fromCookie = () => cookies().filter(isSessionId).pop();

  /** @param timestamp when the link brought it, in milliseconds since 1970 */
  const keep = (id: string, timestamp: number) =>
    store(SESSION, JSON.stringify({ sessionId: id, timestamp }));

  /** Once this script kept `id.end`, the end in seconds since 1970, which the official script takes for a session and refuses. */
  const renewStorage = () => {
    const [, id, end] = /^([\w-]{8,128})\.(\d+)$/.exec(stored(SESSION) ?? '') ?? [];
    if (!id) return;
    if (Number(end) * 1000 > Date.now()) keep(id, (Number(end) - KEEP_SECONDS) * 1000);
    else attempt(() => localStorage.removeItem(SESSION));
  };

  /** What a browser drops of its own accord is written again from here, for what is left of the time. */
  const fromStorage = () => {
    const kept = attempt(
      () => JSON.parse(stored(SESSION) ?? '') as { sessionId: unknown; timestamp: number },
    );
    const seconds = Math.floor(KEEP_SECONDS - (Date.now() - Number(kept?.timestamp)) / 1000);
    if (!isSessionId(kept?.sessionId) || !(seconds > 0)) return null;
    writeCookie(kept.sessionId, Math.min(seconds, KEEP_SECONDS));
    return kept.sessionId;
  };

  /** Sends JSON. As text it needs no question beforehand. Whether it was answered well; never rejects. */
  const post = async (path: string, body: object, type: string) => {
    if (service === undefined) return false; // the page has it from elsewhere
    try {
      const reply = await fetch(service + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': type },
        credentials: 'omit',
        keepalive: true, // the page may be left at once
      });
      return reply.ok;
    } catch {
      return false;
    }
  };
  const report = (what: string, body: object) =>
    post(`/api/sdk/${what}`, { siteToken, ...body }, 'text/plain');

  /** Takes the session out of the address, and our parameters with it; all else stays letter by letter. */
  const readAddress = () => {
    const { search, href } = location;
    const parameters = new URLSearchParams(search);
    const brought = [...parameters.getAll('_rcid'), ...parameters.getAll('rcsid')];
    if (!brought.length) return;
    const found = brought.find(isSessionId);
    if (found) {
      sessionId = found;
      writeCookies(found);
      keep(found, Date.now());
      const testId = parameters.get('rctest') || parameters.get('rc_test');
      if (testId && siteToken) void report('session-captured', { testId, sessionId, source: 'url' });
    }
    // Without a session, cid is the page's own.
    const ours = ['_rcid', 'rcsid', 'rctest', 'rc_test', ...(found ? ['cid'] : [])];
    const rest = search
      .slice(1)
      .split('&')
      .filter((parameter) => {
        const pair = new URLSearchParams(`&${parameter}`); // its name may be written in code
        return !ours.some((name) => pair.has(name));
      })
      .join('&');
    history.replaceState(
      history.state,
      '',
      href.replace(search, () => rest && `?${rest}`),
    );
  };

  const getSessionId = () => (sessionId ??= fromCookie() ?? fromStorage());

  const identify = async (email: string) => {
    try {
      const id = getSessionId();
      const bytes = new TextEncoder().encode(email.trim().toLowerCase());
      if (!id || !bytes.length) return false;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const emailHash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      return await post('/api/track/identify', { sessionId: id, emailHash }, 'application/json');
    } catch {
      return false; // no secure context, or what was given is no text
    }
  };

  const push = (call: Script) => {
    try {
      call(api);
    } catch (error) {
      console.error(error); // the page's own mistake, which must not stop the page's next call
    }
  };

  const api: RefCampaign = Object.freeze({ getSessionId, identify, push });
  page.RefCampaign = api;
  renewStorage();
  attempt(readAddress);
  getSessionId();
  // Remembered first: where nothing can be remembered, nothing is reported with each page either.
  if (siteToken && stored(INSTALLED) !== siteToken && store(INSTALLED, siteToken))
    void report('installed', {}).then((done) => done || attempt(() => localStorage.removeItem(INSTALLED)));
  waiting.forEach(push);
})();
