// Puts the contract's machinery into an app: the guards and the filter, in the order a request meets them.
import type { DynamicModule, ModuleMetadata } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth.guard.js';
import { CurrenciesController } from './currencies.controller.js';
import { Draining } from './draining.js';
import { FailureFilter } from './failure.filter.js';
import { ValidationGuard } from './validation.guard.js';
import { ContractSettings } from './settings.js';
import { SpecController } from './spec.controller.js';

export interface ContractModuleOptions {
  /** Must export KeyCheck, SessionCheck and CallRecorder, unless a global module does. */
  imports?: ModuleMetadata['imports'];
  /** What `settings` is given. */
  inject?: unknown[];
  settings: (...injected: never[]) => ContractSettings;
}

@Module({})
export class ContractModule {
  static register({ imports = [], inject = [], settings }: ContractModuleOptions): DynamicModule {
    return {
      module: ContractModule,
      global: true,
      imports,
      controllers: [SpecController, CurrenciesController],
      providers: [
        { provide: ContractSettings, inject: inject as never[], useFactory: settings },
        Draining,
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_GUARD, useClass: ValidationGuard },
        { provide: APP_FILTER, useClass: FailureFilter },
      ],
      exports: [ContractSettings, Draining],
    };
  }
}
