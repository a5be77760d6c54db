// The module list.
import { Module, type DynamicModule } from '@nestjs/common';
import { AffiliatesModule } from './affiliates/affiliates.module.js';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { BrowserScriptModule } from './browser-script/browser-script.module.js';
import { CampaignsModule } from './campaigns/campaigns.module.js';
import { ClockModule } from './clock.js';
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
import { TrackingModule } from './tracking/tracking.module.js';
import { WorkModule } from './work-rows/work.module.js';

@Module({})
export class AppModule {
  static with(config: Config, log: Log, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        ClockModule,
        LoggingModule.with(log),
        MetricsModule,
        DatabaseModule.with(dataSource, !config.databasePooler),
        ContractModule.register({ imports: [ApiKeysModule], inject: [], settings: () => toSettings(config) }),
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
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}

/** What the contract's guard needs of the configuration. */
function toSettings(config: Config): ContractSettings {
  const { perMinute } = config.rateLimitAnonymousClicks;
  const perKey = config.rateLimitKey?.perSecond;
  return {
    limits: {
      clicks: { burst: perMinute, perSecond: perMinute / 60 },
      identifies: config.rateLimitAnonymousIdentifies,
      key: perKey === undefined ? null : { burst: perKey, perSecond: perKey },
    },
  };
}
