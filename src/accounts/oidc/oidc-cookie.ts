// The cookie that keeps a sign-in by the provider: sealed, for this host alone, never readable by scripts. Lax, for the provider's page leads back.
import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { Config } from '#config.js';
import { onlyCookie } from '#platform/http/only-cookie.js';
import { SecretBox } from '#platform/secrets/secret-box.js';
import { Clock } from '#platform/time/clock.js';
import { FLOW_LASTS_MS, TICKET_LASTS_MS, type Flow, type Ticket } from './flow.js';

const SECURE_NAME = '__Host-rc_oidc';
const PLAIN_NAME = 'rc_oidc';
/** What each is sealed as: one is never taken for the other. */
const FLOW = 'oidc:flow';
const TICKET = 'oidc:ticket';

/** Of a request: what is looked at here. */
export interface Brought {
  headers: IncomingHttpHeaders;
  /** Whether it came by https, as far as this process sees. */
  isSecure: boolean;
}

@Injectable()
export class OidcCookie {
  private readonly isHttps: boolean;

  constructor(
    config: Config,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {
    this.isHttps = config.publicUrl.startsWith('https:');
  }

  /** What was begun in this browser; null where there is nothing, or it is too long ago. */
  flowIn(brought: Brought): Flow | null {
    const flow = this.open<Flow>(brought, FLOW);
    return flow && this.isOlderThan(flow.begunAt, FLOW_LASTS_MS) ? null : flow;
  }

  /** What the provider said in this browser; null where there is nothing, or it is too long ago. Whether it was used is not known here. */
  ticketIn(brought: Brought): Ticket | null {
    const ticket = this.open<Ticket>(brought, TICKET);
    return ticket && this.isOlderThan(ticket.issuedAt, TICKET_LASTS_MS) ? null : ticket;
  }

  /** Set-Cookie. */
  forFlow(flow: Flow, { isSecure }: Pick<Brought, 'isSecure'>): string {
    return this.text(this.seal(flow, FLOW), FLOW_LASTS_MS, isSecure);
  }

  /** Set-Cookie. */
  forTicket(ticket: Ticket, { isSecure }: Pick<Brought, 'isSecure'>): string {
    return this.text(this.seal(ticket, TICKET), TICKET_LASTS_MS, isSecure);
  }

  /** Set-Cookie that takes it away. */
  forNothing({ isSecure }: Pick<Brought, 'isSecure'>): string {
    return this.text('', 0, isSecure);
  }

  private seal(kept: Flow | Ticket, as: string): string {
    return this.box.seal(Buffer.from(JSON.stringify(kept)), as).toString('base64url');
  }

  private open<Kept>({ headers, isSecure }: Brought, as: string): Kept | null {
    const text = onlyCookie(headers, this.nameFor(isSecure));
    if (text === null || text === '') return null;
    try {
      return JSON.parse(this.box.open(Buffer.from(text, 'base64url'), as).toString()) as Kept;
    } catch {
      return null; // made up, of another key, or the other kind
    }
  }

  private isOlderThan(since: number, lastsMs: number): boolean {
    return this.clock.now().getTime() - since >= lastsMs;
  }

  private text(value: string, lastsMs: number, isSecure: boolean): string {
    const parts = [`${this.nameFor(isSecure)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
    parts.push(`Max-Age=${lastsMs / 1000}`);
    if (this.isBound(isSecure)) parts.push('Secure');
    return parts.join('; ');
  }

  private nameFor(isSecure: boolean): string {
    return this.isBound(isSecure) ? SECURE_NAME : PLAIN_NAME;
  }

  /** As of the session's cookie: a proxy may speak https for us and not say so. */
  private isBound(isSecure: boolean): boolean {
    return isSecure || this.isHttps;
  }
}
