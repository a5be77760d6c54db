// What the provider said, used once: together with what it is used for, or not at all.
import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import type { Tx } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { TICKET_LASTS_MS, type Purpose, type Ticket } from './flow.js';
import { OidcCookie, type Brought } from './oidc-cookie.js';
import { UsedTicketsRepository } from './used-tickets.repository.js';

@Injectable()
export class TicketsService {
  constructor(
    private readonly cookie: OidcCookie,
    private readonly repository: UsedTicketsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What this browser holds, if it is for one of these.
   * @param sessionId in which it was begun (a UUID); null: in none.
   * @throws Failure SIGN_IN_EXPIRED, the same for all that is missing, too old, or meant otherwise.
   */
  read(brought: Brought, purposes: readonly Purpose[], sessionId: string | null): Ticket {
    const ticket = this.cookie.ticketIn(brought);
    if (!ticket || !purposes.includes(ticket.purpose) || ticket.sessionId !== sessionId)
      throw new Failure('SIGN_IN_EXPIRED');
    return ticket;
  }

  /** @throws Failure SIGN_IN_EXPIRED for one that was used. */
  async use(tx: Tx, { id, issuedAt }: Ticket): Promise<void> {
    await this.repository.dropOld(tx, this.clock.now());
    const row = {
      ticket_hash: hash('sha256', id, 'buffer'),
      expires_at: new Date(issuedAt + TICKET_LASTS_MS),
    };
    if (!(await this.repository.use(tx, row))) throw new Failure('SIGN_IN_EXPIRED');
  }
}
