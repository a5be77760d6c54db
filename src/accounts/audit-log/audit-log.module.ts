// The audit log: exports noting what was done.
import { Module } from '@nestjs/common';
import { AuditLogController } from './audit-log.controller.js';
import { AuditLogFacade } from './audit-log.facade.js';
import { AuditLogRepository } from './audit-log.repository.js';
import { AuditLogService } from './audit-log.service.js';

@Module({
  controllers: [AuditLogController],
  providers: [AuditLogRepository, AuditLogFacade, AuditLogService],
  exports: [AuditLogFacade],
})
export class AuditLogModule {}
