// Before the first request: every operation of the contract has exactly one handler, and no handler is without an operation.
import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { dtos } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import type { DtoClass } from './dto.js';
import type { HandlerMetadata } from './operation.js';
import { OPERATION } from './operation.js';
import type { OperationFacts } from './operation-facts.js';
import type { OperationId } from './routes.js';

/** Nest's own metadata keys (@nestjs/common/constants). */
const PATH = 'path';
const ROUTE_ARGUMENTS = '__routeArguments__';
const PLACES = { 3: 'body', 4: 'query' } as const;

interface Handler {
  name: string;
  id: OperationId | null;
  problems: string[];
}

/** What is wrong with the app's controllers, in words; empty if they answer the contract, no more and no less. */
export function handlerProblems(app: INestApplication, complete: boolean): string[] {
  const handlers = handlersOf(app);
  const problems = handlers.flatMap(({ name, id, problems: own }) =>
    id === null ? [`${name} has a route but no @Operation`] : own,
  );
  for (const id of Object.keys(operations) as OperationId[]) {
    const names = handlers.filter((handler) => handler.id === id).map(({ name }) => name);
    if (names.length > 1) problems.push(`${id} is answered twice: ${names.join(', ')}`);
    if (names.length === 0 && complete) problems.push(`${id} is answered by no controller`);
  }
  return problems;
}

function handlersOf(app: INestApplication): Handler[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const classes = [...new Set(controllers.map(({ metatype }) => metatype))].filter(
    (type) => typeof type === 'function',
  );
  return classes.flatMap((type) => {
    const prototype = type.prototype as Record<string, (...parameters: never[]) => unknown>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata(PATH, prototype[method]!))
      .map((method) => toHandler(type, method, prototype[method]!));
  });
}

function toHandler(type: { name: string }, method: string, handler: object): Handler {
  const name = `${type.name}.${method}`;
  const metadata = Reflect.getMetadata(OPERATION, handler) as HandlerMetadata | undefined;
  if (!metadata) return { name, id: null, problems: [] };
  return { name, id: metadata.id, problems: parameterProblems(type, method, metadata.id) };
}

/** `@Body() body: X` of createCampaign must be CreateCampaignBody: validation goes by the operation, not by the annotation. */
function parameterProblems(
  type: { name: string; prototype?: object },
  method: string,
  id: OperationId,
): string[] {
  const used = (Reflect.getMetadata(ROUTE_ARGUMENTS, type, method) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', type.prototype!, method) ?? []) as unknown[];
  return Object.entries(used).flatMap(([key, { index, data }]) => {
    const place = PLACES[Number(key.split(':')[0]) as keyof typeof PLACES];
    if (place === 'body' && refusesNoBody(id))
      return [`${type.name}.${method}: take its body by @UsableBody()`];
    const promised: DtoClass | null = place === undefined ? null : dtos[id][place];
    if (place === undefined || data !== undefined || types[index] === promised) return [];
    return [`${type.name}.${method}: its ${place} must be of class ${promised?.name ?? '(none)'}`];
  });
}

function refusesNoBody(id: OperationId): boolean {
  const facts: OperationFacts = operations[id];
  return facts.body?.lenient === true;
}
