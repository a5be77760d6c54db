// A merchant's settings.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { MerchantsModule } from '#accounts/merchants/merchants.module.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

@Module({
  imports: [AuditLogModule, MerchantsModule],
  controllers: [SettingsController],
  providers: [SettingsService],
})
export class SettingsModule {}
