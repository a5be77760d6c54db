// Work rows: lends writing them and being told to do them.
import { Global, Module } from '@nestjs/common';
import { Worker } from './worker.service.js';
import { WorkRepository } from './work.repository.js';

@Global()
@Module({ providers: [WorkRepository, Worker], exports: [Worker] })
export class WorkModule {}
