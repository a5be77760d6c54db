// The operations tagged People: coming in by the sign-in provider.
import { Body, Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { personIssues } from '#accounts/people/person.js';
import { CameFromParam, type CameFrom } from '#accounts/sessions/came-from.js';
import { Cookies } from '#accounts/sessions/cookies.js';
import { SignInWithOidcBody, StartOidcSignInBody } from '#generated/dto.js';
import { Operation, raw } from '#platform/contract/operation.js';
import { OidcCookie } from './oidc-cookie.js';
import { OidcFlowService } from './oidc-flow.service.js';
import { ProviderService } from './provider.service.js';
import { SignInWithOidcService } from './sign-in-with-oidc.service.js';

@Controller()
export class OidcController {
  constructor(
    private readonly provider: ProviderService,
    private readonly flows: OidcFlowService,
    private readonly signIns: SignInWithOidcService,
    private readonly cookies: Cookies,
    private readonly cookie: OidcCookie,
  ) {}

  @Operation('getSignInMethods')
  methods() {
    const { name } = this.provider;
    return { oidc: name === null ? null : { name } };
  }

  @Operation('startOidcSignIn')
  async start(
    @Body() { invitation, returnTo }: StartOidcSignInBody,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    const wish = { invitation: invitation ?? null, returnTo: returnTo ?? null, sessionId: null };
    const { url, cookie } = await this.flows.begin({ purpose: 'sign-in', ...wish }, from);
    response.setHeader('Set-Cookie', cookie);
    return { url };
  }

  @Operation('receiveOidcCallback')
  async receive(@Req() request: Request, @CameFromParam() from: CameFrom) {
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at);
    const { location, cookie } = await this.flows.receive({ ...from, headers: request.headers }, query, from);
    const headers = { Location: location, 'Cache-Control': 'no-store' };
    return raw(302, { headers: cookie === null ? headers : { ...headers, 'Set-Cookie': cookie } });
  }

  @Operation('signInWithOidc', { rules: [personIssues] })
  async signIn(
    @Body() body: SignInWithOidcBody,
    @Req() { headers }: Request,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { me, token } = await this.signIns.signIn({ ...from, headers }, body, from);
    this.cookies.give(response, token, from);
    response.appendHeader('Set-Cookie', this.cookie.forNothing(from));
    return me;
  }
}
