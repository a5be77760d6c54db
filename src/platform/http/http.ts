// Makes a Nest app keep the contract: one place for main and for tests.
import type { NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Clock } from '#platform/time/clock.js';
import { Log } from '#platform/logging/log.js';
import { NestLogger } from '#platform/logging/nest-logger.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { CallRecorder } from '#platform/contract/call-recorder.js';
import { ContractAdapter } from './adapter.js';
import { handlerProblems } from '#platform/contract/verify-handlers.js';
import { trustsWithoutPort, type Trusts } from './client-address.js';
import { Draining } from './draining.js';
import type { FrontDoor } from './front-door.js';
import { beginRequest } from './request-lifecycle.js';
import { ContractSettings } from './settings.js';

export interface ContractAppOptions {
  /** Express' "trust proxy": whose X-Forwarded-For counts. Nobody's unless told. */
  trustProxy?: boolean | number | string | string[];
  /** Whether every operation must have its controller; false for tests of a part. */
  complete?: boolean;
}

/** For NestFactory.create and Test.createNestApplication: bodies are read after the key was checked, not by Nest's parsers. */
export const contractOptions: NestApplicationOptions = { bodyParser: false, bufferLogs: true };

/** The HTTP adapter an app needs that is then given to applyContract(). It serves who comes through the door. */
export function contractAdapter(door: FrontDoor): ContractAdapter {
  return new ContractAdapter(door);
}

/**
 * An app of `module` that keeps the contract; callers are let in by letIn(). Opening the door's port and closing it stays with who made it.
 * Throws when its controllers and the contract differ.
 */
export async function createContractApp(
  module: Type | object,
  door: FrontDoor,
  options: ContractAppOptions = {},
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    module,
    contractAdapter(door),
    contractOptions,
  );
  return applyContract(app, options);
}

/** Callers who wait at the app's door are served, and all who come from now on. */
export function letIn(app: NestExpressApplication): void {
  adapterOf(app).openDoor();
}

function adapterOf(app: NestExpressApplication): ContractAdapter {
  return app.getHttpAdapter() as unknown as ContractAdapter;
}

/** Sets up an app made with contractAdapter() and contractOptions, and initialises it. */
export async function applyContract(
  app: NestExpressApplication,
  options: ContractAppOptions = {},
): Promise<NestExpressApplication> {
  const log = app.get(Log);
  app.useLogger(new NestLogger(log));
  trust(app, options.trustProxy ?? false);
  const { timeoutMs, errorsPage } = app.get(ContractSettings);
  const [clock, metrics, draining] = [app.get(Clock), app.get(Metrics), app.get(Draining)];
  const recorder = app.get(CallRecorder);
  const begin = beginRequest({ clock, log, metrics, recorder, draining, errorsPage, timeoutMs });
  adapterOf(app).beginWith(begin, log, errorsPage);
  const problems = handlerProblems(app, options.complete ?? true);
  if (problems.length > 0)
    throw new Error(`The controllers do not match openapi.yaml:\n- ${problems.join('\n- ')}`);
  return app.init();
}

/** Express makes a function of the setting, and takes one in its place. */
function trust(app: NestExpressApplication, proxies: NonNullable<ContractAppOptions['trustProxy']>): void {
  const express = app.getHttpAdapter().getInstance();
  express.set('trust proxy', proxies);
  express.set('trust proxy', trustsWithoutPort(express.get('trust proxy fn') as Trusts));
}
