// Passkeys: exports asking for them, keeping and checking them.
import { Module } from '@nestjs/common';
import { SecretsModule } from '#platform/secrets/secrets.module.js';
import { PasskeysFacade } from './passkeys.facade.js';
import { PasskeysRepository } from './passkeys.repository.js';

@Module({
  imports: [SecretsModule],
  providers: [PasskeysRepository, PasskeysFacade],
  exports: [PasskeysFacade],
})
export class PasskeysModule {}
