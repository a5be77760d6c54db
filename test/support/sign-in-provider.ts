// A sign-in provider on this machine (oidc-provider, a certified one), with people in it; and, where a test asks for it, one that lies.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';

export const CLIENT_ID = 'refcampaign';
export const CLIENT_SECRET = 'a secret between the provider and the service';

export type Claims = Record<string, unknown>;

export class SignInProvider {
  /** By what they type at the provider: what it says of them, beside `sub`, which is that. */
  readonly people = new Map<string, Claims>();
  /** What becomes of the claims of a token before it is signed. */
  spoil: (claims: Claims) => Claims = (claims) => claims;
  /** Signs with a key that it does not publish. */
  signsWithAnother = false;
  /** What it answers when it is asked for a token, instead of one. */
  tokenStatus: number | null = null;
  /** How many codes it was given. */
  codes = 0;

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly keys: { own: KeyObject; another: KeyObject },
  ) {}

  /** @param publicUrls of the services that know it */
  static async start(publicUrls: readonly string[]): Promise<SignInProvider> {
    let answer: RequestListener = () => undefined;
    const server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const key = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const started = new SignInProvider(issuer, server, { own: key(), another: key() });
    const provider = await started.provider(publicUrls);
    const genuine = provider.callback();
    answer = (request, response) => {
      if (request.url?.startsWith('/liar/')) return void response.end(LIAR);
      void genuine(request, response);
    };
    return started;
  }

  /** For a service. */
  get environment(): Record<string, string> {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET };
  }

  /** As it is unless a test wants something else. */
  behave(): void {
    this.spoil = (claims) => claims;
    this.signsWithAnother = false;
    this.tokenStatus = null;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async provider(publicUrls: readonly string[]): Promise<Provider> {
    const { Provider: Genuine } = await quietly(() => import('oidc-provider'));
    const jwk = { ...this.keys.own.export({ format: 'jwk' }), kid: 'own', alg: 'ES256', use: 'sig' };
    const provider: Provider = await quietly(
      () =>
        new Genuine(this.issuer, {
          clients: [
            {
              client_id: CLIENT_ID,
              client_secret: CLIENT_SECRET,
              redirect_uris: publicUrls.map((url) => `${url}/api/v1/auth/oidc/callback`),
              id_token_signed_response_alg: 'ES256',
            },
          ],
          jwks: { keys: [jwk] },
          cookies: { keys: ['of this test alone'] },
          claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
          conformIdTokenClaims: false,
          ttl: {
            Interaction: 600,
            Session: 600,
            Grant: 600,
            IdToken: 600,
            AccessToken: 600,
            AuthorizationCode: 60,
          },
          pkce: { required: () => true },
          findAccount: (_, login) => ({
            accountId: login,
            claims: () => ({ sub: login, ...this.people.get(login) }),
          }),
          // Nobody is asked what the service may know.
          loadExistingGrant: async ({ oidc: { client, session } }) => {
            const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
            grant.addOIDCScope('openid email profile');
            await grant.save();
            return grant;
          },
        }),
    );
    provider.use(async (context, next) => {
      if (context.path !== '/token') {
        await next();
        // Its page loads a font from elsewhere.
        if (typeof context.body === 'string') context.body = context.body.replace(/@import url[^;]*;/, '');
        return;
      }
      this.codes++;
      if (this.tokenStatus !== null) {
        Object.assign(context, { status: this.tokenStatus, body: 'no token today' });
        return;
      }
      await next();
      context.body = this.spoilt(context.body as Claims);
    });
    return provider;
  }

  private spoilt(body: Claims): Claims {
    if (typeof body['id_token'] !== 'string') return body;
    const claims = JSON.parse(Buffer.from(body['id_token'].split('.')[1]!, 'base64url').toString()) as Claims;
    return { ...body, id_token: this.signed(this.spoil(claims)) };
  }

  private signed(claims: Claims): string {
    const text = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signing = `${text({ alg: 'ES256', kid: 'own' })}.${text(claims)}`;
    const key = this.signsWithAnother ? this.keys.another : this.keys.own;
    const signature = sign('sha256', Buffer.from(signing), { key, dsaEncoding: 'ieee-p1363' });
    return `${signing}.${signature.toString('base64url')}`;
  }
}

/** What a provider says of itself that poses as another. */
const LIAR = JSON.stringify({
  issuer: 'https://accounts.example.com',
  authorization_endpoint: 'https://evil.example/authorize',
  token_endpoint: 'https://evil.example/token',
});

/** It says on the console that it is for trying things out, which is what it is for here. */
async function quietly<T>(work: () => T | Promise<T>): Promise<T> {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}

/** A browser at the provider's pages: its cookies there. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>();

  /**
   * Opens an address of the provider, signs in where it asks who one is, and follows until it leads away.
   * @param login null: goes away again where it asks.
   * @returns where it leads, and whether it has asked.
   */
  async open(url: string, login: string | null): Promise<{ back: URL; hasAsked: boolean }> {
    const { origin } = new URL(url);
    let at = new URL(url);
    let hasAsked = false;
    for (let steps = 0; steps < 12; steps++) {
      const isForm = at.pathname.startsWith('/interaction/') && !at.pathname.endsWith('/abort');
      if (isForm && login === null) at = new URL(`${at.href}/abort`);
      hasAsked ||= isForm;
      const asked = isForm && login !== null;
      const next = await this.step(
        at,
        asked ? new URLSearchParams({ prompt: 'login', login, password: 'x' }) : null,
      );
      if (next.origin !== origin) return { back: next, hasAsked };
      at = next;
    }
    throw new Error(`the provider leads nowhere: ${at.href}`);
  }

  private async step(at: URL, form: URLSearchParams | null): Promise<URL> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(at, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`${at.href} answered ${reply.status}: ${await reply.text()}`);
    return new URL(location, at);
  }
}
