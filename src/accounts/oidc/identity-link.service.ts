// What somebody who is signed in asks the provider for: to say again who they are, and to sign in by it from now on; and the end of that.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { IdentitiesFacade, type LinkedIdentity } from '#accounts/identities/identities.facade.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { turnOf, type SessionPerson } from '#accounts/sessions/session.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import { Database, type Tx } from '#platform/database/database.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure, notFound } from '#platform/errors/failure.js';
import { fromPublicId } from '#platform/values/ids.js';
import { identityOf, type Ticket } from './flow.js';
import type { Brought } from './oidc-cookie.js';
import { TicketsService } from './tickets.service.js';

@Injectable()
export class IdentityLinkService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsService,
    private readonly identities: IdentitiesFacade,
    private readonly people: PeopleFacade,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Does what was begun in this session.
   * @returns when the person last said who they are: now, if it was that.
   * @throws Failure SIGN_IN_EXPIRED (401); OTHER_IDENTITY (403); IDENTITY_TAKEN (409).
   */
  async finish(person: SessionPerson, brought: Brought, actor: Actor): Promise<Date> {
    const ticket = this.tickets.read(brought, ['confirm', 'link'], person.sessionId);
    await this.held(person, async (tx) => {
      await this.tickets.use(tx, ticket);
      if (ticket.purpose === 'confirm') await this.recognise(tx, person, ticket);
      else await this.link(tx, person, ticket, actor);
    });
    return ticket.purpose === 'confirm' ? this.sessions.confirm(person) : person.confirmedAt;
  }

  /**
   * All other sessions end: they may have been begun by it. A passkey is not enough to do without: it is lost with its device.
   * @throws Failure UNKNOWN_IDENTITY (404); ONLY_WAY_IN (409).
   */
  unlink(person: SessionPerson, identityId: string, actor: Actor): Promise<void> {
    const id = fromPublicId('idn', identityId);
    return this.held(person, async (tx, { password_hash: password }) => {
      const all = await this.identities.list(tx, person.personId);
      const identity = all.find((each) => each.id === id);
      if (!identity) throw notFound('UNKNOWN_IDENTITY', ['identityId']);
      const isLeft =
        password !== null || all.some((each) => each.id !== id && this.identities.isUsable(each));
      if (!isLeft) throw conflict('ONLY_WAY_IN', [hidden('identityId', 'is the only way in')]);
      await this.identities.unlink(tx, identity);
      await this.sessions.endOthers(tx, person.personId, person.sessionId);
      await this.note(tx, person, actor, 'IDENTITY_UNLINKED', identity);
    });
  }

  private async recognise(tx: Tx, { personId }: SessionPerson, { provided }: Ticket): Promise<void> {
    const identity = await this.identities.find(tx, provided);
    if (identity?.person_id !== personId) throw new Failure('OTHER_IDENTITY');
    await this.identities.noteUse(tx, identity, identityOf(provided).email);
  }

  private async link(tx: Tx, person: SessionPerson, { provided }: Ticket, actor: Actor): Promise<void> {
    if (await this.identities.link(tx, person.personId, identityOf(provided)))
      await this.note(tx, person, actor, 'IDENTITY_LINKED', provided);
  }

  private note(
    tx: Tx,
    { personId }: SessionPerson,
    actor: Actor,
    action: 'IDENTITY_LINKED' | 'IDENTITY_UNLINKED',
    identity: Pick<LinkedIdentity, 'issuer'>,
  ): Promise<void> {
    const details = { provider: this.identities.providerOf(identity) };
    return this.sessions.note(tx, personId, actor, action, { details });
  }

  /** While the person is held: what else they do about signing in waits. */
  private held({ personId }: SessionPerson, work: (tx: Tx, person: Person) => Promise<void>): Promise<void> {
    return turnOf(this.database, personId).transaction(async (tx) => {
      const person = await this.people.lock(tx, personId);
      if (!person) throw new Failure('NO_SESSION'); // removed a moment ago
      await work(tx, person);
    });
  }
}
