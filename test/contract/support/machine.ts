// A small app on the contract's machinery alone: real operations, but controllers that only say what they were given. No database.
import { Body, Controller, Module, Param, Query } from '@nestjs/common';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  ExportConversionsQuery,
  FollowLinkPath,
  GetCampaignPath,
  IdentifyBody,
  ListCampaignsQuery,
  RecordPostbackBody,
  RecordPostbackQuery,
  ReportInstalledBody,
  TrackClickBody,
} from '#generated/dto.js';
import { ClockModule } from '#platform/time/clock.js';
import { ContractModule } from '#platform/http/contract.module.js';
import { Draining } from '#platform/http/draining.js';
import { OverLimit, UsableBody } from '#platform/contract/handler-parameters.js';
import { Failure, notFound } from '#platform/errors/failure.js';
import { FrontDoor } from '#platform/http/front-door.js';
import { createContractApp, letIn, type ContractAppOptions } from '#platform/http/http.js';
import type { KeyHolder, SentKey } from '#platform/contract/key-check.js';
import { CallRecorder } from '#platform/contract/call-recorder.js';
import { KeyCheck } from '#platform/contract/key-check.js';
import { SessionCheck } from '#platform/contract/session-check.js';
import { keyPermissions, toBits } from '#platform/contract/permissions.js';
import type { Data } from '#platform/contract/operation.js';
import { Operation, paged, raw, reply, streamed } from '#platform/contract/operation.js';
import type { ContractSettings } from '#platform/http/settings.js';
import { createLog } from '#platform/logging/log.js';
import { MetricsModule } from '#platform/metrics/metrics.module.js';
import { LoggingModule } from '#platform/logging/logging.module.js';
import { HeldClock } from '../../support/clock.js';

const KEY = '01890a5d-ac96-774b-bcce-b302099a8058';
export const MERCHANT = '01890a5d-ac96-774b-bcce-b302099a8057';

class OneKey extends KeyCheck {
  override read(authorization: string | undefined): SentKey {
    return { check: () => this.check(authorization), lastKnown: () => null };
  }

  private check(authorization: string | undefined): Promise<KeyHolder> {
    if (authorization === 'Bearer locked') throw new Failure('PERMISSION_DENIED');
    if (authorization !== 'Bearer good') throw new Failure('UNAUTHORIZED');
    return Promise.resolve({ merchantId: MERCHANT, keyId: KEY, permissions: toBits(keyPermissions) });
  }
}

/** Nobody is signed in here: sessions have the whole service (test/e2e/replies/sessions.e2e.ts). */
class NoSession extends SessionCheck {
  override tokenIn(): null {
    return null;
  }

  override check(): Promise<never> {
    return Promise.reject(new Failure('NO_SESSION'));
  }

  override memberOf(): never {
    throw new Failure('NOT_A_MEMBER');
  }
}

/** There is no database to keep calls in. */
class NothingKept extends CallRecorder {
  override ended(): void {}
}

/** What a test may make the handlers do. */
export interface Script {
  /** Answers recordPostback; default: a fault of the handler's own. */
  record: (body: RecordPostbackBody, query: RecordPostbackQuery) => Promise<unknown>;
  listed: ListCampaignsQuery | null;
  /** What listCampaigns lists, whatever it is. */
  items: readonly object[];
  /** The pieces of exportConversions. */
  pieces: () => AsyncIterable<string>;
}

const unscripted: Readonly<Script> = {
  record: () => Promise.reject(notFound('UNKNOWN_CAMPAIGN', ['campaignId'])),
  listed: null,
  items: [],
  pieces: () => {
    throw notFound('UNKNOWN_CAMPAIGN', ['campaignId']);
  },
};

/** One for all machines; a new machine begins with the defaults. */
export const script: Script = { ...unscripted };

@Controller()
class Machine {
  @Operation('recordPostback', {
    rules: [
      (body) =>
        body.externalId === 'ruled' ? [{ path: ['externalId'], message: 'is against the rules' }] : [],
    ],
  })
  async record(@Body() body: RecordPostbackBody, @Query() query: RecordPostbackQuery) {
    return reply(201, (await script.record(body, query)) as Data<'recordPostback', 201>);
  }

  @Operation('listCampaigns')
  list(@Query() query: ListCampaignsQuery) {
    script.listed = query;
    return paged(script.items as Data<'listCampaigns'>, { nextCursor: null, hasMore: false });
  }

  @Operation('getCampaign')
  get(@Param() path: GetCampaignPath): Data<'getCampaign'> {
    throw new Error(`no campaign ${path.campaignId} of mila@example.com`);
  }

  @Operation('exportConversions')
  export(@Query() query: ExportConversionsQuery) {
    void query;
    const headers = { 'Content-Type': 'text/csv', 'Content-Disposition': 'attachment' };
    return streamed(200, { headers, body: script.pieces() });
  }

  @Operation('trackClick')
  click(@Body() body: TrackClickBody) {
    void body;
    return Promise.reject<Data<'trackClick'>>(notFound('UNKNOWN_CAMPAIGN', ['campaignId']));
  }

  @Operation('identify')
  identify(@Body() body: IdentifyBody) {
    void body;
    return { success: true as const };
  }

  @Operation('reportInstalled')
  reported(@UsableBody() body: ReportInstalledBody | null) {
    void body;
    return raw(204);
  }

  @Operation('followLink')
  follow(@Param() path: FollowLinkPath, @OverLimit() overLimit: boolean) {
    return raw(302, { headers: { Location: `https://shop.example/${path.code}?counted=${!overLimit}` } });
  }

  @Operation('preflightClick')
  preflight() {
    return raw(204);
  }

  @Operation('live')
  live() {
    return { status: 'live' as const, version: '0.0.0' };
  }
}

export interface RunningMachine {
  app: NestExpressApplication;
  url: string;
  port: number;
  clock: HeldClock;
  draining: Draining;
  server: Server;
  /** Every log line so far, parsed. */
  lines: Record<string, unknown>[];
  close: () => Promise<void>;
}

export const ERRORS_PAGE = 'http://127.0.0.1:3000/docs/errors';

/** Limits that no test reaches. */
export const GENEROUS: ContractSettings['limits'] = {
  clicks: { burst: 1000, perSecond: 1000 },
  identifies: { burst: 1000, perSecond: 1000 },
  reports: { burst: 1000, perSecond: 1000 },
  key: null,
};

/** Starts the app on a free port of the loopback address. */
export async function startMachine(
  settings: Partial<ContractSettings> = {},
  trustProxy: ContractAppOptions['trustProxy'] = false,
): Promise<RunningMachine> {
  Object.assign(script, unscripted);
  const clock = new HeldClock(new Date('2026-11-22T12:00:00.000Z'));
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });

  @Module({
    imports: [
      ClockModule.with(clock),
      LoggingModule.with(log),
      MetricsModule,
      ContractModule.register({
        imports: [KeyModule],
        settings: () => ({
          errorsPage: ERRORS_PAGE,
          origin: new URL(ERRORS_PAGE).origin,
          limits: GENEROUS,
          ...settings,
        }),
      }),
    ],
    controllers: [Machine],
  })
  class MachineModule {}

  const door = new FrontDoor();
  await door.listen(0, '127.0.0.1');
  const { port } = door;
  const app = await createContractApp(MachineModule, door, { complete: false, trustProxy });
  letIn(app);
  return {
    app,
    port,
    url: `http://127.0.0.1:${port}`,
    clock,
    draining: app.get(Draining),
    server: door.server,
    lines,
    close: async () => {
      await door.close();
      await app.close();
    },
  };
}

@Module({
  providers: [
    { provide: KeyCheck, useClass: OneKey },
    { provide: SessionCheck, useClass: NoSession },
    { provide: CallRecorder, useClass: NothingKept },
  ],
  exports: [KeyCheck, SessionCheck, CallRecorder],
})
class KeyModule {}
