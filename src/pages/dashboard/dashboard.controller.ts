// The dashboard: one page at all its addresses, which the script in it tells apart, and the files that the page loads.
import { Controller, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { GetDashboardAssetPath } from '#generated/dto.js';
import { Config } from '#config.js';
import { notFound } from '#platform/errors/failure.js';
import { Operation } from '#platform/contract/operation.js';
import { CACHE_FOR_EVER, siteReply } from '#pages/serving/site-file.js';
import { BuiltDashboard } from './built-dashboard.js';

/** Nothing from another host, no script or style in the page itself, no text that becomes a script, in no one's frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

@Controller()
export class DashboardController {
  private readonly dashboard: BuiltDashboard;

  constructor(config: Config) {
    this.dashboard = new BuiltDashboard(config.publicUrl);
  }

  @Operation('getDashboard')
  async get(@Req() request: Request) {
    return this.page(request);
  }

  @Operation('getDashboardPage')
  async getPage(@Req() request: Request) {
    return this.page(request);
  }

  // Before the next, whose path fits this one's addresses too.
  @Operation('getDashboardAsset')
  async getAsset(@Param() { name }: GetDashboardAssetPath, @Req() request: Request) {
    const file = await this.dashboard.asset(name);
    if (!file) throw notFound('UNKNOWN_PATH', ['name']);
    return siteReply(request, file, { policy: POLICY, caching: CACHE_FOR_EVER });
  }

  @Operation('getDashboardSubpage')
  async getSubpage(@Req() request: Request) {
    return this.page(request);
  }

  private async page(request: Request) {
    return siteReply(request, await this.dashboard.page(), { policy: POLICY, caching: 'no-cache' });
  }
}
