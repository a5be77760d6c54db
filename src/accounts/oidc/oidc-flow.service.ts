// A sign-in by the provider until it is known who somebody is: begun here, led away, led back. Nobody is signed in by it, and nothing is stored.
import { Injectable } from '@nestjs/common';
import type { CameFrom } from '#accounts/sessions/came-from.js';
import { SignInFailuresService } from '#accounts/sessions/sign-in-failures.service.js';
import { Config } from '#config.js';
import { Database, type InTurn } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Failure } from '#platform/errors/failure.js';
import { Log } from '#platform/logging/log.js';
import { Clock } from '#platform/time/clock.js';
import { callbackCounterOf } from './callback-limits.js';
import { makeFlow, makeTicket, type Flow, type Wish } from './flow.js';
import { OidcCookie, type Brought } from './oidc-cookie.js';
import { ProviderRefusal, type FailedWhy } from './provider-refusal.js';
import { ProviderService } from './provider.service.js';

export interface Begun {
  /** Of the provider. */
  url: string;
  /** Set-Cookie. */
  cookie: string;
}

export interface LedBack {
  /** In the dashboard. */
  location: string;
  /** Set-Cookie; null: what the browser has stays. */
  cookie: string | null;
}

@Injectable()
export class OidcFlowService {
  /** Anybody may be led back: all who are are one. */
  private readonly turn: InTurn;

  constructor(
    database: Database,
    private readonly provider: ProviderService,
    private readonly cookie: OidcCookie,
    private readonly failures: SignInFailuresService,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /** @throws Failure NO_PROVIDER (404), PROVIDER_AWAY (503). */
  async begin(wish: Wish, from: Pick<CameFrom, 'isSecure'>): Promise<Begun> {
    const flow = makeFlow(wish, this.clock.now());
    const url = await this.provider.addressFor(flow, wish.purpose === 'confirm');
    return { url, cookie: this.cookie.forFlow(flow, from) };
  }

  /**
   * Whatever comes, somebody looks at a browser: it is led to the dashboard, and told there.
   * @param query with its question mark; empty where there is none
   */
  async receive(brought: Brought, query: string, { client }: CameFrom): Promise<LedBack> {
    const flow = this.cookie.flowIn(brought);
    // Somebody else's sign-in, or nobody's: the one that is under way here goes on.
    if (!flow || new URLSearchParams(query).get('state') !== flow.state)
      return { location: this.pageFor(null, 'EXPIRED'), cookie: null };
    try {
      await this.count(client);
      const provided = await this.provider.identify(flow, query);
      const cookie = this.cookie.forTicket(makeTicket(flow, provided, this.clock.now()), brought);
      return { location: this.pageFor(flow, null), cookie };
    } catch (error) {
      if (!(error instanceof ProviderRefusal)) this.log.error('a sign-in by the provider failed', { error });
      const why = error instanceof ProviderRefusal ? error.why : 'AWAY';
      return { location: this.pageFor(flow, why), cookie: this.cookie.forNothing(brought) };
    }
  }

  /** @throws ProviderRefusal TOO_MANY */
  private async count(client: string): Promise<void> {
    try {
      await this.failures.count(this.turn, [callbackCounterOf(client)], 'ADDRESS_LIMIT');
    } catch (error) {
      if (error instanceof Failure && error.reason === 'ADDRESS_LIMIT') throw new ProviderRefusal('TOO_MANY');
      throw error;
    }
  }

  /** Nothing behind `#` is a secret, and no server is sent it. */
  private pageFor(flow: Flow | null, failed: FailedWhy | null): string {
    const said = new URLSearchParams({
      ...(flow && { for: flow.purpose }),
      ...(flow?.returnTo && { to: flow.returnTo }),
      ...(failed && { failed }),
    });
    return `${this.config.publicUrl}/dashboard/oidc#${said.toString()}`;
  }
}
