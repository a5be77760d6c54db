// What affiliates are paid.
import { Module } from '@nestjs/common';
import { CommissionsModule } from '#earnings/commissions/commissions.module.js';
import { HistoryModule } from '#earnings/history/history.module.js';
import { BalancesRepository } from './balances.repository.js';
import { CreatePayoutService } from './create-payout.service.js';
import { MarkPayoutPaidService } from './mark-payout-paid.service.js';
import { ExportPayoutsService } from './export-payouts.service.js';
import { PayoutItemsRepository } from './payout-items.repository.js';
import { PayoutsController } from './payouts.controller.js';
import { PayoutsRepository } from './payouts.repository.js';
import { PayoutsService } from './payouts.service.js';

@Module({
  imports: [HistoryModule, CommissionsModule],
  controllers: [PayoutsController],
  providers: [
    BalancesRepository,
    CreatePayoutService,
    MarkPayoutPaidService,
    ExportPayoutsService,
    PayoutItemsRepository,
    PayoutsRepository,
    PayoutsService,
  ],
})
export class PayoutsModule {}
