// Commissions and the claims that decide who earns one.
import { Module } from '@nestjs/common';
import { ClaimsRepository } from './claims.repository.js';
import { CommissionsRepository } from './commissions.repository.js';
import { CommissionsService } from './commissions.service.js';

@Module({
  providers: [ClaimsRepository, CommissionsRepository, CommissionsService],
  exports: [CommissionsService],
})
export class CommissionsModule {}
