// The operations of the tag Tracking.
import { Body, Controller, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { FollowLinkPath, IdentifyBody, IdentifyFromBrowserBody, TrackClickBody } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { OverLimit } from '#platform/contract/handler-parameters.js';
import { Operation, raw } from '#platform/contract/operation.js';
import { ClientAddress } from '#platform/http/rate-limit.js';
import { RedirectService } from './redirect.service.js';
import { sessionRule } from './session.rules.js';
import { TrackingService } from './tracking.service.js';

@Controller()
export class TrackingController {
  constructor(
    private readonly tracking: TrackingService,
    private readonly redirects: RedirectService,
  ) {}

  @Operation('followLink')
  followLink(@Param() path: FollowLinkPath, @Req() request: Request, @OverLimit() overLimit: boolean) {
    return this.redirects.follow(path.code, request, overLimit);
  }

  @Operation('trackClick', { rules: [sessionRule('session_id')] })
  recordClick(@Body() body: TrackClickBody, @Req() request: Request) {
    return this.tracking.recordClick(body, request);
  }

  @Operation('identify', { rules: [sessionRule('session_id')] })
  identify(
    @CallerParam() caller: Caller | null,
    @Body() body: IdentifyBody,
    @ClientAddress() client: string,
  ) {
    return this.tracking.identify(caller, body, client);
  }

  @Operation('identifyFromBrowser', { rules: [sessionRule('sessionId')] })
  identifyFromBrowser(@Body() body: IdentifyFromBrowserBody, @ClientAddress() client: string) {
    return this.tracking.identifyFromBrowser(body, client);
  }

  @Operation('preflightClick')
  preflightClick() {
    return raw(204);
  }

  @Operation('preflightIdentify')
  preflightIdentify() {
    return raw(204);
  }

  @Operation('preflightIdentifyFromBrowser')
  preflightIdentifyFromBrowser() {
    return raw(204);
  }
}
