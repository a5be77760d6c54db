// Commissions, the claims that decide who earns one, their ledger, and what people decide about them.
import { Module } from '@nestjs/common';
import { HistoryModule } from '#earnings/history/history.module.js';
import { AdjustCommissionService } from './adjust-commission.service.js';
import { ApproveCommissionsService } from './approve-commissions.service.js';
import { ClaimsRepository } from './claims.repository.js';
import { ReadCommissionsService } from './read-commissions.service.js';
import { CommissionsController } from './commissions.controller.js';
import { CommissionsRepository } from './commissions.repository.js';
import { CommissionsService } from './commissions.service.js';
import { LedgerRepository } from './ledger.repository.js';
import { PayableCommissions } from './payable.facade.js';
import { PayableRepository } from './payable.repository.js';
import { StoredCommissionsRepository } from './stored-commissions.repository.js';
import { TiersRepository } from './tiers.repository.js';

@Module({
  imports: [HistoryModule],
  controllers: [CommissionsController],
  providers: [
    AdjustCommissionService,
    ApproveCommissionsService,
    ClaimsRepository,
    ReadCommissionsService,
    CommissionsRepository,
    CommissionsService,
    LedgerRepository,
    PayableCommissions,
    PayableRepository,
    StoredCommissionsRepository,
    TiersRepository,
  ],
  exports: [CommissionsService, PayableCommissions],
})
export class CommissionsModule {}
