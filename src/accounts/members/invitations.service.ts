// Invitations: listed, withdrawn, looked at, and accepted by a new person or by one who has an account.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { hashPassword } from '#accounts/people/password.js';
import type { Language } from '#accounts/people/person.js';
import { normalisedEmail } from '#platform/values/email.js';
import type { CameFrom } from '#accounts/sessions/came-from.js';
import { turnOf, type SessionPerson } from '#accounts/sessions/session.js';
import { SignInService, type SignedInNow } from '#accounts/sessions/sign-in.service.js';
import type { ListInvitationsQuery } from '#generated/dto.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type InTurn, type Tx } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure, notFound, ValidationFailure } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { fromPublicId, newId, toPublicId } from '#platform/values/ids.js';
import { toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { invitationKey } from './invitation-token.js';
import { InvitationsRepository, type Invitation } from './invitations.repository.js';
import { toInvitation } from './member.reply.js';
import { callerAmong, refuseForOwners } from './member.rules.js';

export type { Invitation } from './invitations.repository.js';

export interface NewAccount {
  token: string;
  name: string;
  email?: string | undefined;
  password: string;
  language: Language;
  timeZone: string;
}

/** Somebody who is about to have an account. */
export interface Newcomer {
  /** Normalised. */
  email: string;
  name: string;
  language: Language;
  timeZone: string;
  /** null: they sign in otherwise. */
  passwordHash: string | null;
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
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /** A page of those that may still be used, newest first. */
  async list(caller: Caller, query: ListInvitationsQuery): Promise<Page<Schema<'Invitation'>>> {
    const request = toPageRequest(query);
    const { merchantId } = caller;
    const rows = await this.repository.list(
      this.database.inTurn(caller),
      merchantId,
      this.clock.now(),
      request,
    );
    const { items, page } = toPage(rows, request, ({ id }) => id);
    return { items: items.map(toInvitation), page };
  }

  /** @throws Failure UNKNOWN_INVITATION for one that may not be used any more; OWNERS_ONLY (403) where an ADMIN withdraws an owner's. */
  async revoke(merchantId: string, actor: Actor, invitationId: string): Promise<Schema<'RevokedInvitation'>> {
    const id = fromPublicId('ivt', invitationId);
    await this.database.inTurn({ merchantId }).transaction(async (tx) => {
      const { role: own } = callerAmong(await this.people.lockMembers(tx, merchantId), actor.personId);
      const row = id && (await this.repository.lock(tx, merchantId, id));
      if (!row || row.expires_at <= this.clock.now()) throw notFound('UNKNOWN_INVITATION', ['invitationId']);
      refuseForOwners(own, row.role);
      await this.repository.use(tx, row);
      const { role, email: target } = row;
      this.audit.note(tx, actor, { merchantId, action: 'INVITATION_REVOKED', target, details: { role } });
    });
    return { invitationId };
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
      const person = await this.createAccount(tx, invitation, { ...sent, email, passwordHash }, from);
      return this.signIns.begin(tx, person, from);
    });
  }

  /**
   * Makes an account and joins the merchant.
   * @throws Failure UNKNOWN_INVITATION, also for one to another email; ACCOUNT_EXISTS (409) for an email that somebody has.
   */
  async createAccount(tx: Tx, invitation: Invitation, wanted: Newcomer, from: CameFrom): Promise<Person> {
    const person = await this.people.create(tx, {
      id: newId(),
      email: wanted.email,
      name: wanted.name.trim(),
      language: wanted.language,
      time_zone: wanted.timeZone,
      password_hash: wanted.passwordHash,
    });
    if (!person) throw conflict('ACCOUNT_EXISTS', [hidden('email', 'is taken')]);
    await this.joinAs(tx, invitation, person, from);
    return person;
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
      await this.joinAs(tx, invitation, person, from);
    });
  }

  /** By the token of its link. @throws Failure UNKNOWN_INVITATION for one that may not be used any more. */
  async find(token: string): Promise<Invitation> {
    const key = invitationKey(token);
    const invitation = key && (await this.repository.find(this.turn, key, this.clock.now()));
    if (!invitation) throw unknownInvitation();
    return invitation;
  }

  /** Uses the invitation up. @throws Failure UNKNOWN_INVITATION, also for one to another email; ALREADY_MEMBER (409). */
  async joinAs(tx: Tx, invitation: Invitation, person: Person, from: CameFrom): Promise<void> {
    const { merchant_id: merchantId, role, email } = invitation;
    if (email !== null && email !== person.email) throw unknownInvitation();
    if (!(await this.repository.use(tx, invitation))) throw unknownInvitation();
    await this.repository.withdrawTo(tx, merchantId, person.email); // or the next link would let them in again, once they are removed
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
