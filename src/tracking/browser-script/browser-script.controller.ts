// The operations of the tag Browser script.
import { Controller, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { GetInstallationQuery, ReportInstalledBody, ReportSessionCapturedBody } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { hasAlready, variantFor, type Variant } from '#platform/http/compressed.js';
import { OverLimit, UsableBody } from '#platform/contract/handler-parameters.js';
import { Operation, raw } from '#platform/contract/operation.js';
import { sessionRule } from '#tracking/clicks/session.rules.js';
import { InstallationsService } from './installations.service.js';
import { originIn } from './report.js';
import { ReportsService } from './reports.service.js';
import { readScript } from './script-file.js';

@Controller()
export class BrowserScriptController {
  private readonly script = readScript();

  constructor(
    private readonly installations: InstallationsService,
    private readonly reports: ReportsService,
  ) {}

  @Operation('getBrowserScript')
  getScript(@Req() { headers }: Request) {
    const variant = variantFor(headers, this.script);
    if (hasAlready(headers['if-none-match'], variant)) return raw(304, { headers: headersOf(variant) });
    return raw(200, { headers: { ...headersOf(variant), ...typeOf(variant) }, body: variant.body });
  }

  @Operation('getInstallation')
  getInstallation(@CallerParam() caller: Caller, @Query() { testId }: GetInstallationQuery) {
    return this.installations.get(caller, testId ?? null);
  }

  @Operation('reportInstalled')
  reportInstalled(
    @UsableBody() body: ReportInstalledBody | null,
    @OverLimit() overLimit: boolean,
    @Req() { headers }: Request,
  ) {
    if (body && !overLimit) this.reports.installed(body.siteToken, originIn(headers.origin));
    return raw(204);
  }

  @Operation('reportSessionCaptured', { rules: [sessionRule('sessionId')] })
  reportCaptured(
    @UsableBody() body: ReportSessionCapturedBody | null,
    @OverLimit() overLimit: boolean,
    @Req() { headers }: Request,
  ) {
    if (body && !overLimit) this.reports.captured(body.siteToken, body, originIn(headers.origin));
    return raw(204);
  }

  @Operation('preflightInstalled')
  preflightInstalled() {
    return raw(204);
  }

  @Operation('preflightSessionCaptured')
  preflightSessionCaptured() {
    return raw(204);
  }
}

/** What a 304 says too. */
function headersOf({ etag }: Variant): Record<string, string> {
  return {
    'Cache-Control': 'public, max-age=3600',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ETag: etag,
    Vary: 'Accept-Encoding',
  };
}

function typeOf({ encoding }: Variant): Record<string, string> {
  return {
    'Content-Type': 'text/javascript; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
  };
}
