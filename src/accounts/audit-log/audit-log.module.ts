// The audit log: exports noting what was done.
import { Module } from '@nestjs/common';
import { AuditLogFacade } from './audit-log.facade.js';
import { AuditLogRepository } from './audit-log.repository.js';

@Module({ providers: [AuditLogRepository, AuditLogFacade], exports: [AuditLogFacade] })
export class AuditLogModule {}
