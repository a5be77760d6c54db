// The script that GET /sdk.js serves, for the merchant's own pages: keeps the session that a link brought, and says who the visitor is
// when the page knows. It throws nothing into the page, and asks no host but the one it was loaded from.
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
  const SESSION_ID = /^[\w-]{8,128}$/;

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

  const isSessionId = (text: string | null | undefined): text is string => SESSION_ID.test(text ?? '');

  const writeCookie = (id: string, seconds: number) =>
    attempt(() => {
      const secure = location.protocol === 'https:' ? '; Secure' : '';
      document.cookie = `${SESSION}=${id}; Max-Age=${seconds}; Path=/; SameSite=Lax${secure}`;
    });

  const fromCookie = () =>
    attempt(() => document.cookie.split('; '))
      ?.map((cookie) => cookie.split('=') as [string, string?])
      .find(([name, value]) => name === SESSION && isSessionId(value))?.[1];

  /** Kept as `id.end`, the end in seconds since 1970. What a browser drops of its own accord is written again from here. */
  const fromStorage = () => {
    const [id, end] = (stored(SESSION) ?? '').split('.');
    const seconds = Math.floor(Number(end) - Date.now() / 1000);
    if (!isSessionId(id) || !(seconds > 0)) return null;
    writeCookie(id, Math.min(seconds, KEEP_SECONDS));
    return id;
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
      writeCookie(found, KEEP_SECONDS);
      store(SESSION, `${found}.${Math.floor(Date.now() / 1000) + KEEP_SECONDS}`);
      const testId = parameters.get('rc_test');
      if (testId && siteToken) void report('session-captured', { testId, sessionId, source: 'url' });
    }
    // Without a session, cid is the page's own.
    const ours = ['_rcid', 'rcsid', 'rc_test', ...(found ? ['cid'] : [])];
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
  attempt(readAddress);
  getSessionId();
  // Remembered first: where nothing can be remembered, nothing is reported with each page either.
  if (siteToken && stored(INSTALLED) !== siteToken && store(INSTALLED, siteToken))
    void report('installed', {}).then((done) => done || attempt(() => localStorage.removeItem(INSTALLED)));
  waiting.forEach(push);
})();
