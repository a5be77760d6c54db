// The sign-in provider (OpenID Connect), where whoever runs the installation has named one: where a browser is led to, and what the code that it
// brings back is worth. What speaks the protocol is loaded with the first question and not before.
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { Config, type OidcSettings } from '#config.js';
import { Failure } from '#platform/errors/failure.js';
import { Log } from '#platform/logging/log.js';
import { Clock } from '#platform/time/clock.js';
import {
  PROVIDER_KNOWN_MS,
  PROVIDER_PATIENCE_IN_ALL_MS,
  PROVIDER_PATIENCE_MS,
  PROVIDER_RETRY_MS,
} from '#platform/time/time-budget.js';
import { formats } from '#platform/values/formats.js';
import { isStorable } from '#platform/values/storable.js';
import { withTimeout } from '#platform/time/with-timeout.js';
import type { Flow, Provided } from './flow.js';
import { ProviderRefusal, toRefusal, wordOf } from './provider-refusal.js';

type Protocol = typeof import('openid-client');

interface Connected {
  protocol: Protocol;
  configuration: Configuration;
}

/** By how much the provider's clock may be behind ours, where it says when it last asked who somebody is. */
const CLOCKS_DIFFER_MS = 30_000;

@Injectable()
export class ProviderService implements OnApplicationBootstrap {
  private connected: Promise<Connected> | null = null;
  private askedAt = 0;
  private isAway = false;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** In the background: a provider that is away stops no start, and is told in the log. */
  onApplicationBootstrap(): void {
    if (this.config.oidc) this.connect(this.config.oidc).catch(() => undefined);
  }

  /** What people call it; null where there is none. */
  get name(): string | null {
    return this.config.oidc?.name ?? null;
  }

  /** @throws Failure NO_PROVIDER (404), before anything else is looked at. */
  settings(): OidcSettings {
    if (!this.config.oidc) throw new Failure('NO_PROVIDER');
    return this.config.oidc;
  }

  /**
   * Where a browser is led to.
   * @param anew whether it has to ask who somebody is, whatever it remembers
   * @throws Failure NO_PROVIDER (404), PROVIDER_AWAY (503).
   */
  async addressFor({ state, nonce, verifier }: Flow, anew: boolean): Promise<string> {
    const { protocol, configuration } = await this.whenThere(this.settings());
    const address = protocol.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await protocol.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(anew && { prompt: 'login', max_age: '0' }),
    });
    return address.href;
  }

  /**
   * Who somebody is, from what a browser was led back with. The code is used up by it, the token's signature, issuer, audience, nonce and times
   * are checked.
   * @param query with its question mark
   * @throws ProviderRefusal saying which; why is in the log.
   */
  async identify(flow: Flow, query: string): Promise<Provided> {
    const asked = this.exchange(flow, query);
    try {
      const provided = await withTimeout(PROVIDER_PATIENCE_IN_ALL_MS, asked, null);
      if (provided === null) throw new ProviderRefusal('AWAY');
      return provided;
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.why !== 'CANCELLED')
        this.log.warn('a sign-in by the provider was refused', { why: refusal.why, fault: wordOf(error) });
      throw refusal;
    }
  }

  private async exchange(flow: Flow, query: string): Promise<Provided> {
    const { protocol, configuration } = await this.connect(this.settings());
    const tokens = await protocol.authorizationCodeGrant(configuration, new URL(this.redirectUri + query), {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    if (flow.purpose === 'confirm' && !isAfter(claims.auth_time, flow.begunAt - CLOCKS_DIFFER_MS))
      throw new ProviderRefusal('STALE');
    const isEnough = claims['email'] !== undefined && claims['name'] !== undefined;
    const asksMore = !isEnough && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const more = asksMore ? await protocol.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
    return toProvided({ ...more, ...claims });
  }

  private get redirectUri(): string {
    return `${this.config.publicUrl}/api/v1/auth/oidc/callback`;
  }

  private async whenThere(settings: OidcSettings): Promise<Connected> {
    try {
      return await this.connect(settings);
    } catch (cause) {
      throw new Failure('PROVIDER_AWAY', undefined, [], { cause });
    }
  }

  /** What it says of itself, asked once for all who come meanwhile, and again when that is old. */
  private connect(settings: OidcSettings): Promise<Connected> {
    const now = this.clock.now().getTime();
    const goodForMs = this.isAway ? PROVIDER_RETRY_MS : PROVIDER_KNOWN_MS;
    if (this.connected === null || now - this.askedAt >= goodForMs) {
      this.askedAt = now;
      this.connected = this.discover(settings);
    }
    return this.connected;
  }

  /** An outage is told in the log once, and its end. */
  private async discover(settings: OidcSettings): Promise<Connected> {
    try {
      const found = await discovered(settings);
      if (this.isAway) this.log.info('the sign-in provider of OIDC_ISSUER is back');
      this.isAway = false;
      return found;
    } catch (error) {
      if (!this.isAway)
        this.log.warn('the sign-in provider of OIDC_ISSUER cannot be used', { fault: wordOf(error) });
      this.isAway = true;
      throw error;
    }
  }
}

async function discovered({ issuer, clientId, clientSecret }: OidcSettings): Promise<Connected> {
  const protocol = await import('openid-client');
  const [basic, post] = [protocol.ClientSecretBasic(clientSecret), protocol.ClientSecretPost(clientSecret)];
  const configuration = await protocol.discovery(
    new URL(issuer),
    clientId,
    {},
    (server, ...rest) => {
      // What a provider takes that does not say: OpenID Connect Discovery 1.0, section 3.
      const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      (taken.includes('client_secret_basic') ? basic : post)(server, ...rest);
    },
    {
      timeout: PROVIDER_PATIENCE_MS / 1000,
      // Over the signature, not only the connection: a token is believed by what it says itself.
      execute: [
        protocol.enableNonRepudiationChecks,
        ...(issuer.startsWith('http:') ? [protocol.allowInsecureRequests] : []),
      ],
    },
  );
  return { protocol, configuration };
}

function isAfter(authTime: unknown, moment: number): boolean {
  return typeof authTime === 'number' && authTime * 1000 >= moment;
}

/** What is no text, too long to be one, or cannot be stored, was not said. */
function toProvided(claims: { readonly [claim: string]: unknown }): Provided {
  const text = (claim: string, most: number) => {
    const value = claims[claim];
    const isText = typeof value === 'string' && value.trim() !== '' && value.length <= most;
    return isText && isStorable(value) ? value : null;
  };
  const [issuer, subject, email] = [text('iss', 500), text('sub', 255), text('email', 254)];
  if (issuer === null || subject === null) throw new ProviderRefusal('REFUSED');
  return {
    issuer,
    subject,
    email: email !== null && formats.email.accepts(email) ? email : null,
    // Some write it as a text.
    isEmailVerified: claims['email_verified'] === true || claims['email_verified'] === 'true',
    name: text('name', 200),
  };
}
