// Every query on sign-ins by the provider that were finished.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import { UsedTicketEntity } from './used-ticket.entity.js';

const used = new Rows(UsedTicketEntity);

@Injectable()
export class UsedTicketsRepository {
  /** Of two who use one at once, on whatever replica, one waits for the other, and is told false if that one went through. */
  async use(tx: Tx, row: UsedTicketEntity): Promise<boolean> {
    return (await used.insertUnlessKnown(tx, row, ['ticket_hash'])) !== null;
  }

  /** Takes away a few of those that are too old to be used again. */
  async dropOld(tx: Tx, now: Date): Promise<void> {
    await tx.query(
      `delete from used_tickets where ticket_hash in
         (select ticket_hash from used_tickets where expires_at <= $1 limit 100 for update skip locked)`,
      [now],
    );
  }
}
