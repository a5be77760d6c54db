// What affiliates are paid.
import { Module } from '@nestjs/common';
import { CommissionsModule } from '#earnings/commissions/commissions.module.js';
import { HistoryModule } from '#earnings/history/history.module.js';
import { BalancesRepository } from './balances.repository.js';
import { Payer } from './payer.service.js';
import { Payments } from './payments.service.js';
import { PayoutExport } from './payout-export.service.js';
import { PayoutItemsRepository } from './payout-items.repository.js';
import { PayoutsController } from './payouts.controller.js';
import { PayoutsRepository } from './payouts.repository.js';
import { PayoutsService } from './payouts.service.js';

@Module({
  imports: [HistoryModule, CommissionsModule],
  controllers: [PayoutsController],
  providers: [
    BalancesRepository,
    Payer,
    Payments,
    PayoutExport,
    PayoutItemsRepository,
    PayoutsRepository,
    PayoutsService,
  ],
})
export class PayoutsModule {}
