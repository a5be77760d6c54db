// The operations tagged People: a new password for who has forgotten theirs.
import { Body, Controller } from '@nestjs/common';
import { passwordIssues } from '#accounts/people/password.js';
import { CameFromParam, type CameFrom } from '#accounts/sessions/came-from.js';
import { RequestPasswordResetBody, ResetPasswordBody } from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { PasswordResetsService } from './password-resets.service.js';
import { RequestResetService } from './request-reset.service.js';

@Controller()
export class PasswordResetsController {
  constructor(
    private readonly resets: PasswordResetsService,
    private readonly requests: RequestResetService,
  ) {}

  @Operation('requestPasswordReset')
  request(@Body() { email }: RequestPasswordResetBody, @CameFromParam() from: CameFrom) {
    return this.requests.request(email, from);
  }

  @Operation('resetPassword', { rules: [({ password }) => passwordIssues(password, 'password')] })
  reset(@Body() body: ResetPasswordBody, @CameFromParam() from: CameFrom) {
    return this.resets.reset(body, from);
  }
}
