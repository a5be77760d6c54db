// Accounts of a sign-in provider that are linked with people's own: exports asking for them and changing them.
import { Module } from '@nestjs/common';
import { IdentitiesFacade } from './identities.facade.js';
import { LinkedIdentitiesRepository } from './linked-identities.repository.js';

@Module({ providers: [LinkedIdentitiesRepository, IdentitiesFacade], exports: [IdentitiesFacade] })
export class IdentitiesModule {}
