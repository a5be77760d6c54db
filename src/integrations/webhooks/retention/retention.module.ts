// What was told goes when it is too old: with everything else that the service deletes by itself.
import { Module, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database/database.js';
import { PruneService } from '#tracking/clicks/prune.service.js';
import { TrackingModule } from '#tracking/clicks/tracking.module.js';
import { ToldPruning } from './told-pruning.js';

@Module({ imports: [TrackingModule] })
export class RetentionModule implements OnModuleInit {
  constructor(
    private readonly pruning: PruneService,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.pruning.also((options, now) => new ToldPruning(this.database, options).all(now));
  }
}
