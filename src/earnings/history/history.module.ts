// The history of conversions: lends appending to it and reading it.
import { Module } from '@nestjs/common';
import { HistoryRepository } from './history.repository.js';
import { History } from './history.service.js';

@Module({ providers: [HistoryRepository, History], exports: [History] })
export class HistoryModule {}
