// A browser that signs in by the provider: what it holds of ours, and the way from the button to the end of it.
import type { ApiClient, CallInput, TestSession } from './call.js';
import { ProviderBrowser } from './sign-in-provider.js';

type StartBody = NonNullable<CallInput<'startOidcSignIn'>['body']>;

export class OidcBrowser {
  /** What is held of a sign-in that was begun: the Cookie header. */
  cookie = '';
  readonly provider = new ProviderBrowser();

  constructor(
    private readonly api: ApiClient,
    /** Of the reader's address. */
    readonly headers: Record<string, string> = {},
  ) {}

  /** Begins, and says where the provider is. */
  async start(body: StartBody = {}): Promise<string> {
    const reply = await this.api.expect('startOidcSignIn', 200, { body, headers: this.headers });
    this.take(reply.headers['set-cookie']);
    return reply.body.data.url;
  }

  /** As `start`, for who is signed in. */
  async startAs(as: TestSession, what: 'startOidcConfirmation' | 'startIdentityLink'): Promise<string> {
    const reply = await this.api.expect(what, 200, { as, body: {} });
    this.take(reply.headers['set-cookie']);
    return reply.body.data.url;
  }

  /** What the provider leads back with, once somebody has signed in there; null: goes away there. */
  async goThere(url: string, login: string | null): Promise<URL> {
    return (await this.provider.open(url, login)).back;
  }

  /** @returns what stands behind `#` in the dashboard's address. */
  async comeBack(back: URL): Promise<Record<string, string>> {
    const reply = await this.api.expect('receiveOidcCallback', 302, {
      query: back.search.slice(1),
      headers: { ...this.headers, cookie: this.cookie },
    });
    this.take(reply.headers['set-cookie']);
    const { hash } = new URL(String(reply.headers['location']));
    return Object.fromEntries(new URLSearchParams(hash.slice(1)));
  }

  /** All of it up to the dashboard. */
  async lead(login: string | null, body?: StartBody): Promise<Record<string, string>> {
    return this.comeBack(await this.goThere(await this.start(body), login));
  }

  /** The same for who is signed in. */
  async leadAs(
    as: TestSession,
    what: 'startOidcConfirmation' | 'startIdentityLink',
    login: string,
  ): Promise<Record<string, string>> {
    return this.comeBack(await this.goThere(await this.startAs(as, what), login));
  }

  /** The last step, whatever comes of it. */
  async finish(body: CallInput<'signInWithOidc'>['body'] = {}) {
    const reply = await this.api.call('signInWithOidc', {
      body,
      headers: { ...this.headers, cookie: this.cookie },
    });
    return {
      status: reply.status,
      body: reply.body as { data?: { email: string; merchants: unknown[] }; error?: unknown },
      setCookie: reply.headers['set-cookie'] ?? [],
    };
  }

  /** The last step for who is signed in. */
  finishAs(as: TestSession) {
    return this.api.call('finishOidc', { as: { ...as, cookie: `${as.cookie}; ${this.cookie}` } });
  }

  private take(lines: readonly string[] = []): void {
    for (const line of lines) if (line.includes('rc_oidc=')) this.cookie = line.split(';')[0]!;
  }
}
