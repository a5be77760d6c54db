// Invitations: made, looked at, and accepted by a new person or by one who has an account.
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { hashPassword } from '#accounts/people/password.js';
import type { Language } from '#accounts/people/person.js';
import { normalisedEmail } from '#platform/values/email.js';
import type { Role } from '#accounts/people/role.js';
import type { CameFrom } from '#accounts/sessions/came-from.js';
import { turnOf, type SessionPerson } from '#accounts/sessions/session.js';
import { SignInService, type SignedInNow } from '#accounts/sessions/sign-in.service.js';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type InTurn, type Tx } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure, notFound, ValidationFailure } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { invitationKey, invitationLink, makeInvitationToken } from './invitation-token.js';
import { InvitationsRepository, type Invitation } from './invitations.repository.js';

export interface NewInvitation {
  merchantId: string;
  role: Role;
  /** null: for whoever holds the link. */
  email: string | null;
  lastsMs: number;
}

export interface NewAccount {
  token: string;
  name: string;
  email?: string | undefined;
  password: string;
  language: Language;
  timeZone: string;
}

@Injectable()
export class InvitationsService {
  /** Anybody may try a link: all who do are one. */
  private readonly turn: InTurn;

  constructor(
    private readonly database: Database,
    private readonly repository: InvitationsRepository,
    private readonly people: PeopleFacade,
    private readonly signIns: SignInService,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /**
   * Makes an invitation on behalf of whoever runs the installation, and returns its link, which is the only copy of the token. Links of before
   * that were for whoever holds them stop working.
   * @throws Failure NOT_FOUND when there is no such merchant.
   */
  async invite({ merchantId, role, email, lastsMs }: NewInvitation): Promise<string> {
    const token = makeInvitationToken(merchantId);
    const now = this.clock.now();
    await this.database.inTurn({ merchantId }).transaction(async (tx) => {
      if (email === null) await this.repository.dropOpen(tx, merchantId, now);
      const row = await this.repository.insert(tx, {
        merchant_id: merchantId,
        id: newId(),
        token_hash: invitationKey(token)!.tokenHash,
        role,
        email: email === null ? null : normalisedEmail(email),
        invited_by: null,
        created_at: now,
        expires_at: new Date(now.getTime() + lastsMs),
      });
      if (!row) throw new Failure('NOT_FOUND', 'There is no merchant with this id.');
      this.audit.note(tx, OPERATOR, {
        merchantId,
        action: 'MEMBER_INVITED',
        target: row.email,
        details: { role },
      });
    });
    return invitationLink(this.config.publicUrl, token);
  }

  /** As `invite`, for a merchant that is there and that nobody belongs to yet; null for any other. */
  async inviteFirst(invitation: NewInvitation): Promise<string | null> {
    const isTaken = await this.people.hasMembers(this.database.inTurn(invitation), invitation.merchantId);
    return isTaken ? null : this.invite(invitation);
  }

  /** @throws Failure UNKNOWN_INVITATION */
  async read(token: string): Promise<Schema<'InvitationPreview'>> {
    const { merchantName, role, email, expires_at } = await this.find(token);
    return { merchant: merchantName, role, email, expiresAt: expires_at.toISOString() };
  }

  /**
   * Makes an account, joins the merchant and signs in.
   * @throws Failure UNKNOWN_INVITATION; ACCOUNT_EXISTS (409) for an email that somebody has; VALIDATION_FAILED without an email.
   */
  async accept(sent: NewAccount, from: CameFrom): Promise<SignedInNow> {
    const invitation = await this.find(sent.token);
    const email = emailFor(invitation, sent.email);
    const passwordHash = await hashPassword(sent.password, from.client);
    return this.turn.transaction(async (tx) => {
      const person = await this.people.create(tx, {
        id: newId(),
        email,
        name: sent.name.trim(),
        language: sent.language,
        time_zone: sent.timeZone,
        password_hash: passwordHash,
      });
      if (!person) throw conflict('ACCOUNT_EXISTS', [hidden('email', 'is taken')]);
      await this.join(tx, invitation, person, from);
      return this.signIns.begin(tx, person, from);
    });
  }

  /**
   * Joins the merchant as who is signed in.
   * @throws Failure UNKNOWN_INVITATION, also for one to another email; ALREADY_MEMBER (409).
   */
  async acceptAs({ personId }: SessionPerson, token: string, from: CameFrom): Promise<void> {
    const invitation = await this.find(token);
    await turnOf(this.database, personId).transaction(async (tx) => {
      const person = await this.people.lock(tx, personId);
      if (!person) throw new Failure('NO_SESSION');
      if (invitation.email !== null && invitation.email !== person.email) throw unknownInvitation();
      await this.join(tx, invitation, person, from);
    });
  }

  private async find(token: string): Promise<Invitation> {
    const key = invitationKey(token);
    const invitation = key && (await this.repository.find(this.turn, key, this.clock.now()));
    if (!invitation) throw unknownInvitation();
    return invitation;
  }

  private async join(tx: Tx, invitation: Invitation, person: Person, from: CameFrom): Promise<void> {
    const { merchant_id: merchantId, role } = invitation;
    if (!(await this.repository.use(tx, invitation))) throw unknownInvitation();
    if (!(await this.people.join(tx, merchantId, person.id, role)))
      throw conflict('ALREADY_MEMBER', [hidden('token', 'is for a merchant you belong to')]);
    const actor = { personId: person.id, keyId: null, address: from.address };
    const target = toPublicId('per', person.id);
    this.audit.note(tx, actor, { merchantId, action: 'MEMBER_JOINED', target, details: { role } });
  }
}

/** The email of the account: the invitation's where it has one, else what was sent. */
function emailFor({ email: invited }: Invitation, sent: string | undefined): string {
  const given = sent === undefined ? null : normalisedEmail(sent);
  const email = invited ?? given;
  if (email === null)
    throw new ValidationFailure([{ path: ['email'], message: 'is required, for the invitation names none' }]);
  if (given !== null && given !== email)
    throw new ValidationFailure([{ path: ['email'], message: 'must be the one that was invited' }]);
  return email;
}

function unknownInvitation(): Failure {
  return notFound('UNKNOWN_INVITATION', ['token']);
}
