// Work on one person, who stays as they are meanwhile: nobody signs in by what is about to change.
import { Injectable } from '@nestjs/common';
import { PeopleFacade, type Person } from '#accounts/people/people.facade.js';
import { turnOf } from '#accounts/sessions/session.js';
import { Database, type Tx } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';

@Injectable()
export class HeldPerson {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleFacade,
  ) {}

  /** In a transaction. @throws Failure NO_SESSION for who was removed a moment ago. */
  during<Result>(personId: string, work: (tx: Tx, person: Person) => Promise<Result>): Promise<Result> {
    return turnOf(this.database, personId).transaction(async (tx) => {
      const person = await this.people.lock(tx, personId);
      if (!person) throw new Failure('NO_SESSION');
      return work(tx, person);
    });
  }
}
