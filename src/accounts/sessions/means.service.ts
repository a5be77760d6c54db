// By what a person may sign in, beside the password: as they are told of it with everything else about themselves.
import { Injectable } from '@nestjs/common';
import { IdentitiesFacade } from '#accounts/identities/identities.facade.js';
import { PasskeysFacade } from '#accounts/passkeys/passkeys.facade.js';
import { TwoFactorFacade } from '#accounts/two-factor/two-factor.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Queryable } from '#platform/database/database.js';

@Injectable()
export class MeansService {
  constructor(
    private readonly twoFactor: TwoFactorFacade,
    private readonly passkeys: PasskeysFacade,
    private readonly identities: IdentitiesFacade,
  ) {}

  /** @param personId a UUID */
  async of(
    queryable: Queryable,
    personId: string,
  ): Promise<Pick<Schema<'Me'>, 'twoFactor' | 'passkeys' | 'identities'>> {
    return {
      twoFactor: await this.twoFactor.tell(queryable, personId),
      passkeys: await this.passkeys.tell(queryable, personId),
      identities: await this.identities.tell(queryable, personId),
    };
  }
}
