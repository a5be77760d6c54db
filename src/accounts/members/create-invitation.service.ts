// Invitations are made: by an owner or admin to an email, and by whoever runs the installation. The link is handed out once; its hash is kept.
import { Injectable } from '@nestjs/common';
import { OPERATOR, type Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { invitationMail } from '#accounts/people/mails.js';
import { PeopleFacade, type MerchantMember } from '#accounts/people/people.facade.js';
import type { Role } from '#accounts/people/role.js';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure } from '#platform/errors/failure.js';
import { Mailer } from '#platform/mail/mailer.js';
import { Clock } from '#platform/time/clock.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { normalisedEmail } from '#platform/values/email.js';
import { newId } from '#platform/values/ids.js';
import type { InvitationEntity } from './invitation.entity.js';
import { invitationKey, invitationLink, makeInvitationToken } from './invitation-token.js';
import { InvitationsRepository } from './invitations.repository.js';
import { toInvitation } from './member.reply.js';
import { callerAmong, refuseForOwners } from './member.rules.js';

/** How long the link of a member is valid. */
const LASTS_MS = 7 * DAY_MS;
/** Of one merchant. */
const MOST_WAITING = 100;

export interface NewInvitation {
  merchantId: string;
  role: Role;
  /** null: for whoever holds the link. */
  email: string | null;
  lastsMs: number;
}

@Injectable()
export class CreateInvitationService {
  constructor(
    private readonly database: Database,
    private readonly repository: InvitationsRepository,
    private readonly people: PeopleFacade,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Makes an invitation on behalf of whoever runs the installation, and returns its link, which is the only copy of the token. Links of before
   * that were for whoever holds them stop working.
   * @throws Failure NOT_FOUND when there is no such merchant.
   */
  async invite(wanted: NewInvitation): Promise<string> {
    const { merchantId, email } = wanted;
    const token = makeInvitationToken(merchantId);
    await this.database.inTurn({ merchantId }).transaction(async (tx) => {
      if (email === null) await this.repository.dropOpen(tx, merchantId, this.clock.now());
      await this.write(tx, OPERATOR, token, wanted);
    });
    return invitationLink(this.config.publicUrl, token);
  }

  /** As `invite`, for a merchant that is there and that nobody belongs to yet; null for any other. */
  async inviteFirst(invitation: NewInvitation): Promise<string | null> {
    const isTaken = await this.people.hasMembers(this.database.inTurn(invitation), invitation.merchantId);
    return isTaken ? null : this.invite(invitation);
  }

  /**
   * Makes an invitation on behalf of a member, and mails it where mail is sent; an earlier one to the same email stops working.
   * @throws Failure OWNERS_ONLY (403) where an ADMIN invites an owner, or would replace an owner's invitation; ALREADY_MEMBER,
   *   TOO_MANY_INVITATIONS (409).
   */
  async create(
    { merchantId, merchantName }: Pick<Caller, 'merchantId' | 'merchantName'>,
    actor: Actor,
    sent: { email: string; role: Role },
  ): Promise<Schema<'CreatedInvitation'>> {
    const email = normalisedEmail(sent.email);
    const token = makeInvitationToken(merchantId);
    const row = await this.database.inTurn({ merchantId }).transaction(async (tx) => {
      const members = await this.people.lockMembers(tx, merchantId);
      const inviter = callerAmong(members, actor.personId);
      refuseForOwners(inviter.role, sent.role);
      await this.makeRoom(tx, merchantId, inviter, email);
      if (members.some((member) => member.email === email))
        throw conflict('ALREADY_MEMBER', [hidden('email', 'belongs to a member')]);
      const written = await this.write(tx, actor, token, { ...sent, merchantId, email, lastsMs: LASTS_MS });
      return { ...written, inviterName: inviter.name, language: inviter.language };
    });
    const link = invitationLink(this.config.publicUrl, token);
    const words = { inviter: row.inviterName, merchant: merchantName, link };
    const mailed = await this.mailer.send(invitationMail(email, row.language, words));
    return { ...toInvitation(row), link, mailed };
  }

  /** Takes away what is too old, and what waits for the same email. */
  private async makeRoom(tx: Tx, merchantId: string, inviter: MerchantMember, email: string): Promise<void> {
    await this.repository.dropOld(tx, merchantId, this.clock.now());
    const waiting = await this.repository.lockAll(tx, merchantId);
    const earlier = waiting.filter((each) => each.email === email);
    refuseForOwners(inviter.role, ...earlier.map(({ role }) => role));
    if (waiting.length - earlier.length >= MOST_WAITING)
      throw conflict('TOO_MANY_INVITATIONS', [hidden('email', 'would be one too many')]);
    await this.repository.withdrawTo(tx, merchantId, email);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    token: string,
    { merchantId, role, email, lastsMs }: NewInvitation,
  ): Promise<InvitationEntity> {
    const now = this.clock.now();
    const row = await this.repository.insert(tx, {
      merchant_id: merchantId,
      id: newId(),
      token_hash: invitationKey(token)!.tokenHash,
      role,
      email: email === null ? null : normalisedEmail(email),
      invited_by: actor.personId,
      created_at: now,
      expires_at: new Date(now.getTime() + lastsMs),
    });
    if (!row) throw new Failure('NOT_FOUND', 'There is no merchant with this id.');
    const done = { merchantId, action: 'MEMBER_INVITED', target: row.email, details: { role } } as const;
    this.audit.note(tx, actor, done);
    return row;
  }
}
