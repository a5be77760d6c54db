// What a person does about how they sign in: two-factor sign-in and passkeys.
import { Module } from '@nestjs/common';
import { PasskeysModule } from '#accounts/passkeys/passkeys.module.js';
import { PeopleModule } from '#accounts/people/people.module.js';
import { SessionsModule } from '#accounts/sessions/sessions.module.js';
import { TwoFactorModule } from '#accounts/two-factor/two-factor.module.js';
import { HeldPerson } from './held-person.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasskeysService } from './passkeys.service.js';
import { TwoFactorController } from './two-factor.controller.js';
import { TwoFactorService } from './two-factor.service.js';

@Module({
  imports: [PasskeysModule, PeopleModule, SessionsModule, TwoFactorModule],
  controllers: [TwoFactorController, PasskeysController],
  providers: [HeldPerson, TwoFactorService, PasskeysService, PasskeySignInService],
})
export class SecurityModule {}
