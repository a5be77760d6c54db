// The module list.
import { Module, type DynamicModule } from '@nestjs/common';
import { AffiliatesModule } from '#program/affiliates/affiliates.module.js';
import { AnalyticsModule } from '#conversions/analytics/analytics.module.js';
import { ApiKeysModule } from '#accounts/api-keys/api-keys.module.js';
import { BrowserScriptModule } from '#tracking/browser-script/browser-script.module.js';
import { CampaignsModule } from '#program/campaigns/campaigns.module.js';
import { ClockModule, SystemClock, type Clock } from '#platform/time/clock.js';
import { Config, errorsPageOf } from './config.js';
import { ContractModule } from '#platform/http/contract.module.js';
import type { ContractSettings } from '#platform/http/settings.js';
import { ConversionsModule } from '#conversions/recording/conversions.module.js';
import type { DataSource } from '#platform/database/data-source.js';
import { DatabaseModule } from '#platform/database/database.module.js';
import { EndpointsModule } from '#integrations/webhooks/endpoints/endpoints.module.js';
import { DemoModule } from '#demo/demo.module.js';
import { DashboardController } from '#pages/dashboard/dashboard.controller.js';
import { DocsController } from '#pages/docs/docs.controller.js';
import { HealthController } from '#platform/health/health.controller.js';
import type { Log } from '#platform/logging/log.js';
import { LoggingModule } from '#platform/logging/logging.module.js';
import { MetricsModule } from '#platform/metrics/metrics.module.js';
import { RefundsModule } from '#conversions/refunds/refunds.module.js';
import { PayoutsModule } from '#earnings/payouts/payouts.module.js';
import { TimeBudget } from '#platform/time/time-budget.js';
import { TraceModule } from '#conversions/trace/trace.module.js';
import { TrackingModule } from '#tracking/clicks/tracking.module.js';
import { MembersModule } from '#accounts/members/members.module.js';
import { OidcModule } from '#accounts/oidc/oidc.module.js';
import { PasswordResetsModule } from '#accounts/password-resets/password-resets.module.js';
import { RequestsModule } from '#accounts/requests/requests.module.js';
import { SettingsModule } from '#accounts/settings/settings.module.js';
import { SecurityModule } from '#accounts/security/security.module.js';
import { SessionsModule } from '#accounts/sessions/sessions.module.js';
import { EventOutboxModule } from '#platform/events/event-outbox.module.js';
import { DeliveriesModule } from '#integrations/webhooks/deliveries/deliveries.module.js';
import { RetentionModule } from '#integrations/webhooks/retention/retention.module.js';
import { EventsModule } from '#integrations/events/events.module.js';
import { JobsModule } from '#platform/jobs/jobs.module.js';

/** The service's time: the machine's and all of the budget, unless told. */
export interface AppTime {
  clock?: Clock;
  budget?: Partial<TimeBudget>;
}

/** Low to high. */
const features = [
  JobsModule,
  EventOutboxModule,
  ApiKeysModule,
  RequestsModule,
  SessionsModule,
  SecurityModule,
  PasswordResetsModule,
  MembersModule,
  OidcModule,
  SettingsModule,
  CampaignsModule,
  AffiliatesModule,
  TrackingModule,
  ConversionsModule,
  RefundsModule,
  AnalyticsModule,
  TraceModule,
  BrowserScriptModule,
  PayoutsModule,
  EventsModule,
  EndpointsModule,
  DeliveriesModule,
  RetentionModule,
  DemoModule,
];

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
          imports: [ApiKeysModule, RequestsModule, SessionsModule],
          inject: [],
          settings: () => toSettings(config, budget),
        }),
        ...features,
      ],
      controllers: [DashboardController, DocsController, HealthController],
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
    errorsPage: errorsPageOf(config),
    origin: new URL(config.publicUrl).origin,
    timeoutMs: budget.answerMs,
    limits: {
      clicks: { burst: perMinute, perSecond: perMinute / 60 },
      identifies: config.rateLimitAnonymousIdentifies,
      reports: config.rateLimitAnonymousIdentifies,
      key: perKey === undefined ? null : { burst: perKey, perSecond: perKey },
    },
  };
}
