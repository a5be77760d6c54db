// Who belongs to a merchant: listed, given another role, taken out. Whatever changes members holds all of them first, so that one change waits
// for the other: two owners who demote each other at once leave one.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { PeopleFacade, type MerchantMember } from '#accounts/people/people.facade.js';
import { mayTouch, roles, type Role } from '#accounts/people/role.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import type { SessionPerson } from '#accounts/sessions/session.js';
import type { ListMembersQuery } from '#generated/dto.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { notFound } from '#platform/errors/failure.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import { toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { InvitationsRepository } from './invitations.repository.js';
import { toMember } from './member.reply.js';
import { callerAmong, memberAmong, refuseForOwners, refuseWithoutOwner } from './member.rules.js';

/** Whose member, and who does it. */
export interface Change {
  merchantId: string;
  /** Of who does it: it goes on. null: whoever runs the installation does it. */
  session: Pick<SessionPerson, 'personId' | 'sessionId'> | null;
  actor: Actor;
}

@Injectable()
export class RosterService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleFacade,
    private readonly invitations: InvitationsRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLogFacade,
  ) {}

  /** A page of members, by account, the newest first. */
  async list(caller: Caller, query: ListMembersQuery): Promise<Page<Schema<'Member'>>> {
    const request = toPageRequest(query);
    const [turn, { merchantId }] = [this.database.inTurn(caller), caller];
    const rows = await this.people.listMembers(turn, merchantId, request);
    const { items, page } = toPage(rows, request, ({ personId }) => personId);
    const ids = items.map(({ personId }) => personId);
    const lastSeen = await this.audit.lastSeen(turn, merchantId, ids);
    return { items: items.map((member) => toMember(member, lastSeen)), page };
  }

  /**
   * Gives a member another role and ends their sessions; the same role changes nothing.
   * @throws Failure UNKNOWN_MEMBER; OWNERS_ONLY (403) where an ADMIN touches or makes an owner; LAST_OWNER (409).
   */
  async changeRole(change: Change, memberId: string, role: Role): Promise<Schema<'Member'>> {
    const { merchantId, actor } = change;
    return this.database.inTurn(change).transaction(async (tx) => {
      const member = await this.hold(tx, change, memberId, role);
      const lastSeen = await this.audit.lastSeen(tx, merchantId, [member.personId]);
      if (member.role === role) return toMember(member, lastSeen);
      await this.people.setRole(tx, merchantId, member.personId, role);
      const unsendable = roles.filter((each) => !mayTouch(role, each));
      await this.invitations.withdrawBy(tx, merchantId, member.personId, unsendable);
      await this.endSessions(tx, change, member);
      const target = toPublicId('per', member.personId);
      const details = { from: member.role, to: role };
      this.audit.note(tx, actor, { merchantId, action: 'MEMBER_ROLE_CHANGED', target, details });
      return toMember({ ...member, role }, lastSeen);
    });
  }

  /**
   * Takes a member out, ends their sessions and withdraws every invitation that they sent or could use.
   * @throws Failure UNKNOWN_MEMBER; OWNERS_ONLY (403) where an ADMIN touches an owner; LAST_OWNER (409).
   */
  async remove(change: Change, memberId: string): Promise<Schema<'RemovedMember'>> {
    return this.database.inTurn(change).transaction(async (tx) => {
      const member = await this.hold(tx, change, memberId, null);
      await this.takeOut(tx, change, member);
      return { personId: toPublicId('per', member.personId) };
    });
  }

  /**
   * Takes out who calls, whatever their role.
   * @throws Failure UNKNOWN_MEMBERSHIP (404) where they do not belong; LAST_OWNER (409).
   */
  async leave(session: SessionPerson, actor: Actor, merchantId: string): Promise<void> {
    const id = fromPublicId('mer', merchantId);
    if (id === null) throw notFound('UNKNOWN_MEMBERSHIP', ['merchantId']);
    await this.database.inTurn({ merchantId: id }).transaction(async (tx) => {
      const members = await this.people.lockMembers(tx, id);
      const member = members.find(({ personId }) => personId === session.personId);
      if (!member) throw notFound('UNKNOWN_MEMBERSHIP', ['merchantId']);
      refuseWithoutOwner(members, member, null);
      await this.takeOut(tx, { merchantId: id, session, actor }, member);
    });
  }

  /** In the caller's transaction, of a member who is held: by `lockMembers`. */
  async takeOut(tx: Tx, change: Change, { personId, email, role }: MerchantMember): Promise<void> {
    const { merchantId, actor } = change;
    await this.people.leave(tx, merchantId, personId);
    await this.invitations.withdrawBy(tx, merchantId, personId, roles);
    await this.invitations.withdrawTo(tx, merchantId, email);
    await this.endSessions(tx, change, { personId });
    const target = toPublicId('per', personId);
    this.audit.note(tx, actor, { merchantId, action: 'MEMBER_REMOVED', target, details: { email, role } });
  }

  /** The member, once it is certain that they may be changed so. @param next what they are to be; null: a member no more. */
  private async hold(tx: Tx, change: Change, memberId: string, next: Role | null): Promise<MerchantMember> {
    const members = await this.people.lockMembers(tx, change.merchantId);
    const caller = callerAmong(members, change.actor.personId);
    const member = memberAmong(members, fromPublicId('per', memberId));
    refuseForOwners(caller.role, member.role, next ?? member.role);
    refuseWithoutOwner(members, member, next);
    return member;
  }

  private endSessions(
    tx: Tx,
    { session }: Change,
    { personId }: Pick<MerchantMember, 'personId'>,
  ): Promise<void> {
    const keptId = session?.personId === personId ? session.sessionId : null;
    return this.sessions.endOthers(tx, personId, keptId);
  }
}
