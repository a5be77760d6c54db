// Two-factor sign-in: exports asking for it, and switching it on and off.
import { Module } from '@nestjs/common';
import { SecretsModule } from '#platform/secrets/secrets.module.js';
import { TwoFactorFacade } from './two-factor.facade.js';
import { TwoFactorRepository } from './two-factor.repository.js';

@Module({
  imports: [SecretsModule],
  providers: [TwoFactorRepository, TwoFactorFacade],
  exports: [TwoFactorFacade],
})
export class TwoFactorModule {}
