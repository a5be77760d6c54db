// The operations tagged People: what somebody who is signed in does by the sign-in provider.
import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { CameFromParam, type CameFrom } from '#accounts/sessions/came-from.js';
import { ProfileService } from '#accounts/sessions/profile.service.js';
import { PersonParam, type SessionPerson } from '#accounts/sessions/session.js';
import { StartIdentityLinkBody, StartOidcConfirmationBody, UnlinkIdentityPath } from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { IdentityLinkService } from './identity-link.service.js';
import { OidcCookie } from './oidc-cookie.js';
import { OidcFlowService } from './oidc-flow.service.js';
import type { Purpose } from './flow.js';

@Controller()
export class IdentitiesController {
  constructor(
    private readonly flows: OidcFlowService,
    private readonly links: IdentityLinkService,
    private readonly profile: ProfileService,
    private readonly cookie: OidcCookie,
  ) {}

  @Operation('startOidcConfirmation')
  confirm(
    @PersonParam() person: SessionPerson,
    @Body() { returnTo }: StartOidcConfirmationBody,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.begin('confirm', person, returnTo, from, response);
  }

  @Operation('startIdentityLink')
  link(
    @PersonParam() person: SessionPerson,
    @Body() { returnTo }: StartIdentityLinkBody,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.begin('link', person, returnTo, from, response);
  }

  @Operation('finishOidc')
  async finish(
    @PersonParam() person: SessionPerson,
    @ActorParam() actor: Actor,
    @Req() { headers }: Request,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    const confirmedAt = await this.links.finish(person, { ...from, headers }, actor);
    response.setHeader('Set-Cookie', this.cookie.forNothing(from));
    return this.profile.get({ ...person, confirmedAt });
  }

  @Operation('unlinkIdentity')
  async unlink(
    @PersonParam() person: SessionPerson,
    @Param() { identityId }: UnlinkIdentityPath,
    @ActorParam() actor: Actor,
  ) {
    await this.links.unlink(person, identityId, actor);
    return this.profile.get(person);
  }

  private async begin(
    purpose: Purpose,
    { sessionId }: SessionPerson,
    returnTo: string | undefined,
    from: CameFrom,
    response: Response,
  ): Promise<{ url: string }> {
    const wish = { purpose, invitation: null, returnTo: returnTo ?? null, sessionId };
    const { url, cookie } = await this.flows.begin(wish, from);
    response.setHeader('Set-Cookie', cookie);
    return { url };
  }
}
