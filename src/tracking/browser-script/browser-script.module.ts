// The script for merchants' pages, the tokens that stand in them, and what they report.
import { Module } from '@nestjs/common';
import { BrowserScriptController } from './browser-script.controller.js';
import { InstallationsRepository } from './installations.repository.js';
import { InstallationsService } from './installations.service.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  controllers: [BrowserScriptController],
  providers: [InstallationsRepository, InstallationsService, ReportsRepository, ReportsService],
})
export class BrowserScriptModule {}
