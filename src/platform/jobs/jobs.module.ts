// The job queue: writes jobs in the caller's transaction, and has them done.
import { Global, Module } from '@nestjs/common';
import { JobQueue } from './job-queue.service.js';
import { JobsRepository } from './jobs.repository.js';

@Global()
@Module({ providers: [JobsRepository, JobQueue], exports: [JobQueue] })
export class JobsModule {}
