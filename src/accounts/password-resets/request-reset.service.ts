// Whoever has forgotten a password asks for a link by mail. What is answered, and when, tells nobody who has an account: all that depends on it
// happens afterwards.
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { resetMail } from '#accounts/people/mails.js';
import type { CameFrom } from '#accounts/sessions/came-from.js';
import { SignInFailuresService } from '#accounts/sessions/sign-in-failures.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type InTurn } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { Log } from '#platform/logging/log.js';
import { Mailer } from '#platform/mail/mailer.js';
import { normalisedEmail } from '#platform/values/email.js';
import { PasswordResetsService } from './password-resets.service.js';
import { resetCountersOf } from './reset-limits.js';

@Injectable()
export class RequestResetService implements OnModuleDestroy {
  private readonly turn: InTurn;
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    database: Database,
    private readonly resets: PasswordResetsService,
    private readonly attempts: SignInFailuresService,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /** @throws Failure ADDRESS_LIMIT (429): for this email, or from this address. */
  async request(sent: string, { client, address }: CameFrom): Promise<Schema<'ResetRequested'>> {
    const email = normalisedEmail(sent);
    await this.attempts.count(this.turn, resetCountersOf(email, client), 'ADDRESS_LIMIT');
    if (this.mailer.isOn) this.later(this.mail(email, address));
    return { sendsMail: this.mailer.isOn };
  }

  /** Mails that are under way leave before the service stops. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private later(work: Promise<void>): void {
    const told = work
      .catch((error: unknown) => this.log.warn('a link for a new password was not made', { error }))
      .finally(() => this.underWay.delete(told));
    this.underWay.add(told);
  }

  private async mail(email: string, address: string | null): Promise<void> {
    const actor = { personId: null, keyId: null, address };
    const made = await this.resets.makeLink(email, actor);
    if (made) await this.mailer.send(resetMail(email, made.language, made.link));
  }
}
