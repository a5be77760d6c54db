// The services of people, put together for a command: on a database, without the rest of the service.
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { AuditLogRepository } from '#accounts/audit-log/audit-log.repository.js';
import { CreateInvitationService } from '#accounts/members/create-invitation.service.js';
import { InvitationsRepository } from '#accounts/members/invitations.repository.js';
import { RemovePersonService } from '#accounts/members/remove-person.service.js';
import { RosterService } from '#accounts/members/roster.service.js';
import { PasskeysFacade } from '#accounts/passkeys/passkeys.facade.js';
import { PasskeysRepository } from '#accounts/passkeys/passkeys.repository.js';
import { PasswordResetsRepository } from '#accounts/password-resets/password-resets.repository.js';
import { PasswordResetsService } from '#accounts/password-resets/password-resets.service.js';
import { MembersRepository } from '#accounts/people/members.repository.js';
import { IdentitiesFacade } from '#accounts/identities/identities.facade.js';
import { LinkedIdentitiesRepository } from '#accounts/identities/linked-identities.repository.js';
import { PeopleFacade } from '#accounts/people/people.facade.js';
import { PeopleRepository } from '#accounts/people/people.repository.js';
import { HeldPerson } from '#accounts/security/held-person.js';
import { TwoFactorService } from '#accounts/security/two-factor.service.js';
import { SessionsRepository } from '#accounts/sessions/sessions.repository.js';
import { SessionsService } from '#accounts/sessions/sessions.service.js';
import { SignInFailuresRepository } from '#accounts/sessions/sign-in-failures.repository.js';
import { SignInFailuresService } from '#accounts/sessions/sign-in-failures.service.js';
import { TwoFactorFacade } from '#accounts/two-factor/two-factor.facade.js';
import { TwoFactorRepository } from '#accounts/two-factor/two-factor.repository.js';
import type { Config } from '#config.js';
import type { Database } from '#platform/database/database.js';
import type { Log } from '#platform/logging/log.js';
import { Mailer } from '#platform/mail/mailer.js';
import { SecretBox } from '#platform/secrets/secret-box.js';
import { SystemClock } from '#platform/time/clock.js';

export interface PeopleServices {
  database: Database;
  people: PeopleFacade;
  inviting: CreateInvitationService;
  resets: PasswordResetsService;
  secondFactors: TwoFactorFacade;
  passkeys: PasskeysFacade;
  twoFactor: TwoFactorService;
  removing: RemovePersonService;
}

export function peopleServicesOf(database: Database, config: Config, log: Log): PeopleServices {
  const clock = new SystemClock();
  const people = new PeopleFacade(new PeopleRepository(), new MembersRepository());
  const audit = new AuditLogFacade(new AuditLogRepository(), clock);
  const invitations = new InvitationsRepository();
  const sessions = new SessionsService(database, new SessionsRepository(), people, audit, clock);
  const failures = new SignInFailuresService(new SignInFailuresRepository(), clock);
  const held = new HeldPerson(database, people);
  const box = new SecretBox(config);
  const passkeys = new PasskeysFacade(new PasskeysRepository(), box, clock, config);
  const secondFactors = new TwoFactorFacade(new TwoFactorRepository(), box, clock, log, config);
  const identities = new IdentitiesFacade(new LinkedIdentitiesRepository(), clock, config);
  const mailer = new Mailer(config, log);
  const links = new PasswordResetsRepository();
  const others = [identities, failures, audit, clock, config] as const;
  const roster = new RosterService(database, people, invitations, sessions, audit);
  return {
    database,
    people,
    inviting: new CreateInvitationService(database, invitations, people, audit, clock, config, mailer),
    resets: new PasswordResetsService(database, links, people, sessions, ...others),
    twoFactor: new TwoFactorService(database, held, people, secondFactors, passkeys, sessions),
    secondFactors,
    passkeys,
    removing: new RemovePersonService(
      database,
      people,
      roster,
      sessions,
      secondFactors,
      passkeys,
      identities,
    ),
  };
}
