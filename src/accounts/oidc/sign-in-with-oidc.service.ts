// Coming in by what the provider said: whose account it is, which may be made by an invitation, and what has to be said beside. Nobody comes in here
// past what a password would be asked for: not past two-factor sign-in, nor past an account that somebody else has made.
import { Injectable } from '@nestjs/common';
import { IdentitiesFacade, type LinkedIdentity } from '#accounts/identities/identities.facade.js';
import { InvitationsService, type Invitation } from '#accounts/members/invitations.service.js';
import type { Language } from '#accounts/people/person.js';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import type { CameFrom } from '#accounts/sessions/came-from.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import { SignInService, type SignedInNow } from '#accounts/sessions/sign-in.service.js';
import { Database, type InTurn, type Tx } from '#platform/database/database.js';
import { NO_MERCHANT } from '#platform/database/tenant.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure } from '#platform/errors/failure.js';
import { normalisedEmail } from '#platform/values/email.js';
import { callbackCounterOf } from './callback-limits.js';
import { identityOf, type Provided, type Ticket } from './flow.js';
import { newPersonOf } from './new-person.js';
import type { Brought } from './oidc-cookie.js';
import { TicketsService } from './tickets.service.js';

interface Sent {
  password?: string | undefined;
  code?: string | undefined;
  language: Language;
  timeZone: string;
}

/** Somebody who is known by the provider, and as what they come. */
interface Arrival {
  ticket: Ticket;
  invitation: Invitation | null;
  from: CameFrom;
}

@Injectable()
export class SignInWithOidcService {
  /** Anybody may come: all who do are one. */
  private readonly turn: InTurn;

  constructor(
    database: Database,
    private readonly tickets: TicketsService,
    private readonly identities: IdentitiesFacade,
    private readonly people: PeopleFacade,
    private readonly invitations: InvitationsService,
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
  ) {
    this.turn = database.inTurn({ merchantId: NO_MERCHANT });
  }

  /**
   * @throws Failure SIGN_IN_EXPIRED, PASSWORD_NEEDED, WRONG_CREDENTIALS, SECOND_FACTOR_NEEDED, WRONG_CODE (401); NO_ACCOUNT, EMAIL_NOT_VERIFIED
   *   (403); UNKNOWN_INVITATION (404); IDENTITY_TAKEN, ACCOUNT_EXISTS, ALREADY_MEMBER, SECRET_KEY_NEEDED (409); SIGN_IN_LIMIT (429).
   */
  async signIn(brought: Brought, sent: Sent, from: CameFrom): Promise<SignedInNow> {
    const ticket = this.tickets.read(brought, ['sign-in'], null);
    const invitation = ticket.invitation === null ? null : await this.invitations.find(ticket.invitation);
    const arrival = { ticket, invitation, from };
    const identity = await this.identities.find(this.turn, ticket.provided);
    if (identity) return this.comeAgain(arrival, identity, sent);
    const { email, isEmailVerified } = ticket.provided;
    refuseUnverified(ticket.provided, invitation);
    const person = await this.people.findByEmail(this.turn, normalisedEmail(email!));
    if (person && !isEmailVerified) throw conflict('ACCOUNT_EXISTS', [hidden('email', 'is taken')]);
    if (person) return this.comeFirst(arrival, person, sent);
    if (!invitation) throw new Failure('NO_ACCOUNT');
    return this.comeNew(arrival, invitation, sent);
  }

  /** Whose account at the provider is linked. */
  private async comeAgain(arrival: Arrival, identity: LinkedIdentity, { code }: Sent): Promise<SignedInNow> {
    const person = await this.people.find(this.turn, identity.person_id);
    if (!person) throw new Failure('NO_ACCOUNT'); // removed a moment ago
    return this.signIns.signInKnown(
      person,
      { code, counters: [this.counterOf(arrival)] },
      arrival.from,
      async (tx) => {
        await this.arrive(tx, arrival, person);
        if (!(await this.identities.noteUse(tx, identity, identityOf(arrival.ticket.provided).email)))
          throw new Failure('NO_ACCOUNT'); // unlinked a moment ago
      },
    );
  }

  /** Who has an account with the same email: an account is somebody's who knows its password, whoever made it. */
  private async comeFirst(arrival: Arrival, person: Person, { password, code }: Sent): Promise<SignedInNow> {
    if (person.password_hash !== null && password === undefined) throw new Failure('PASSWORD_NEEDED');
    const known = person.password_hash === null ? undefined : password;
    const counters = [this.counterOf(arrival)];
    return this.signIns.signInKnown(person, { password: known, code, counters }, arrival.from, async (tx) => {
      await this.arrive(tx, arrival, person);
      await this.link(tx, arrival, person);
    });
  }

  /** Who has none, and an invitation. */
  private comeNew(arrival: Arrival, invitation: Invitation, sent: Sent): Promise<SignedInNow> {
    const { ticket, from } = arrival;
    return this.turn.transaction(async (tx) => {
      await this.tickets.use(tx, ticket);
      const wanted = newPersonOf(ticket.provided, sent);
      const person = await this.invitations.createAccount(tx, invitation, wanted, from);
      await this.link(tx, arrival, person);
      return this.signIns.begin(tx, person, from);
    });
  }

  private async arrive(tx: Tx, { ticket, invitation, from }: Arrival, person: Person): Promise<void> {
    await this.tickets.use(tx, ticket);
    if (invitation) await this.invitations.joinAs(tx, invitation, person, from);
  }

  private async link(
    tx: Tx,
    { ticket: { provided }, from }: Arrival,
    { id: personId }: Person,
  ): Promise<void> {
    await this.identities.link(tx, personId, identityOf(provided));
    const actor = { personId, keyId: null, address: from.address };
    const details = { provider: this.identities.providerOf(provided) };
    await this.sessions.note(tx, personId, actor, 'IDENTITY_LINKED', { details });
  }

  private counterOf({ from: { client } }: Arrival) {
    return callbackCounterOf(client);
  }
}

/**
 * An email counts when the provider vouches for it: anybody may type one. The holder of a link that is for whoever holds it may have any that
 * nobody has.
 * @throws Failure EMAIL_NOT_VERIFIED; UNKNOWN_INVITATION for one to another email.
 */
function refuseUnverified({ email, isEmailVerified }: Provided, invitation: Invitation | null): void {
  const isOpen = invitation !== null && invitation.email === null;
  if (email === null || (!isEmailVerified && !isOpen)) throw new Failure('EMAIL_NOT_VERIFIED');
}
