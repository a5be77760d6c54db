// The module list.
import { Module, type DynamicModule } from '@nestjs/common';
import { AffiliatesModule } from './affiliates/affiliates.module.js';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { BrowserScriptModule } from './browser-script/browser-script.module.js';
import { CampaignsModule } from './campaigns/campaigns.module.js';
import { ClockModule, SystemClock, type Clock } from './clock.js';
import { Config } from './config.js';
import { ContractModule } from './contract/contract.module.js';
import type { ContractSettings } from './contract/settings.js';
import { ConversionsModule } from './conversions/conversions.module.js';
import type { DataSource } from './database/data-source.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DocsController } from './docs/docs.controller.js';
import { HealthController } from './health/health.controller.js';
import type { Log } from './logging/log.js';
import { LoggingModule } from './logging/logging.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { RefundsModule } from './refunds/refunds.module.js';
import { PayoutsModule } from './payouts/payouts.module.js';
import { TimeBudget } from './time-budget.js';
import { TrackingModule } from './tracking/tracking.module.js';
import { WorkModule } from './work-rows/work.module.js';

/** The service's time: the machine's and all of the budget, unless told. */
export interface AppTime {
  clock?: Clock;
  budget?: Partial<TimeBudget>;
}

@Module({})
export class AppModule {
  static with(config: Config, log: Log, dataSource: DataSource, time: AppTime = {}): DynamicModule {
    const budget: TimeBudget = { ...new TimeBudget(), ...time.budget };
    return {
      module: AppModule,
      global: true,
      imports: [
        ClockModule.with(time.clock ?? new SystemClock()),
        LoggingModule.with(log),
        MetricsModule,
        DatabaseModule.with(dataSource, {
          mayPrepare: !config.databasePooler,
          patienceMs: budget.databaseMs,
        }),
        ContractModule.register({
          imports: [ApiKeysModule],
          inject: [],
          settings: () => toSettings(config, budget),
        }),
        WorkModule,
        ApiKeysModule,
        CampaignsModule,
        AffiliatesModule,
        TrackingModule,
        ConversionsModule,
        RefundsModule,
        AnalyticsModule,
        BrowserScriptModule,
        PayoutsModule,
        DemoModule,
      ],
      controllers: [DocsController, HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: TimeBudget, useValue: budget },
      ],
      exports: [Config, TimeBudget],
    };
  }
}

/** What the contract's guard needs of the configuration. */
function toSettings(config: Config, budget: TimeBudget): ContractSettings {
  const { perMinute } = config.rateLimitAnonymousClicks;
  const perKey = config.rateLimitKey?.perSecond;
  return {
    timeoutMs: budget.answerMs,
    limits: {
      clicks: { burst: perMinute, perSecond: perMinute / 60 },
      identifies: config.rateLimitAnonymousIdentifies,
      key: perKey === undefined ? null : { burst: perKey, perSecond: perKey },
    },
  };
}
