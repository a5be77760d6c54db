// Takes in what was sent: reads the body, validates body and query together, and leaves instances of the generated classes where
// @Body() and @Query() look for them. A guard and not a pipe, since a pipe sees one parameter and faults come all at once.
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { dtos } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import { readJsonObject, readObjectIfAny } from './body.js';
import type { DtoClass } from '#platform/contract/dto.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import type { HandlerMetadata } from '#platform/contract/operation.js';
import { OPERATION } from '#platform/contract/operation.js';
import { queryStringOf } from '#platform/contract/routes.js';
import { schemaChecks } from '#platform/contract/schema-check.js';
import type { Takes } from '#platform/contract/validation.js';
import { usable, validate } from '#platform/contract/validation.js';

@Injectable()
export class ValidationGuard implements CanActivate {
  private readonly checks = schemaChecks();
  private readonly takes = new Map<HandlerMetadata, Takes>();

  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const exchange = exchangeOf(request);
    const handler = this.reflector.get<HandlerMetadata>(OPERATION, context.getHandler());
    const operation: OperationFacts = operations[handler.id];
    const response = context.switchToHttp().getResponse<Response>();
    if (operation.body?.lenient) {
      const sent = await readObjectIfAny(request, response, operation.body.limitBytes);
      request.body = usable(sent, this.takesOf(handler), exchange.now());
      return true;
    }
    const body = operation.body
      ? await readJsonObject(request, response, operation.body.limitBytes)
      : undefined;
    const queryString = queryStringOf(request.url);
    const instances = validate(this.takesOf(handler), { body, queryString, now: exchange.now() });
    request.body = instances.body;
    exchange.ignored = instances.ignored;
    request.query = instances.query as Request['query'];
    return true;
  }

  private takesOf(handler: HandlerMetadata): Takes {
    const known = this.takes.get(handler);
    if (known) return known;
    const { openQuery } = operations[handler.id];
    const classes: { body: DtoClass | null; query: DtoClass | null } = dtos[handler.id];
    const bodyCheck = this.checks.get(handler.id) ?? null;
    const takes = { ...classes, bodyCheck, openQuery, rules: handler.rules };
    this.takes.set(handler, takes);
    return takes;
  }
}
