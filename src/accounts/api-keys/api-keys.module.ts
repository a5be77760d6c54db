// API keys: exports the key check to the contract's guard, and making and revoking keys to the command line.
import { Module } from '@nestjs/common';
import { KeyCheck } from '#platform/contract/key-check.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService } from './api-keys.service.js';
import { BearerKeyCheck } from './bearer-key-check.js';
import { KeyDirectoryService } from './key-directory.service.js';

@Module({
  providers: [
    ApiKeysRepository,
    ApiKeysService,
    KeyDirectoryService,
    BearerKeyCheck,
    { provide: KeyCheck, useExisting: BearerKeyCheck },
  ],
  exports: [KeyCheck, ApiKeysService],
})
export class ApiKeysModule {}
