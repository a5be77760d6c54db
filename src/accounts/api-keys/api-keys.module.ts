// API keys: exports the key check to the contract's guard, and making and revoking keys to the command line and to the merchant's people.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { KeyCheck } from '#platform/contract/key-check.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService } from './api-keys.service.js';
import { BearerKeyCheck } from './bearer-key-check.js';
import { MerchantKeysService } from './merchant-keys.service.js';
import { KeyDirectoryService } from './key-directory.service.js';

@Module({
  imports: [AuditLogModule],
  controllers: [ApiKeysController],
  providers: [
    MerchantKeysService,
    ApiKeysRepository,
    ApiKeysService,
    KeyDirectoryService,
    BearerKeyCheck,
    { provide: KeyCheck, useExisting: BearerKeyCheck },
  ],
  exports: [KeyCheck, ApiKeysService],
})
export class ApiKeysModule {}
