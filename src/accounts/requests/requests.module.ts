// The last requests: exports remembering them to the contract's machinery.
import { Module } from '@nestjs/common';
import { ApiKeysModule } from '#accounts/api-keys/api-keys.module.js';
import { CallRecorder } from '#platform/contract/call-recorder.js';
import { RecordRequestsService } from './record-requests.service.js';
import { RequestBatchesRepository } from './request-batches.repository.js';
import { RequestsController } from './requests.controller.js';
import { RequestsService } from './requests.service.js';

@Module({
  imports: [ApiKeysModule],
  controllers: [RequestsController],
  providers: [
    RequestBatchesRepository,
    RecordRequestsService,
    { provide: CallRecorder, useExisting: RecordRequestsService },
    RequestsService,
  ],
  exports: [CallRecorder],
})
export class RequestsModule {}
