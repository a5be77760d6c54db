// Every request gets an id: the caller's own, or one of ours.
import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { KnownRequest } from './caller.js';

export function requestId(request: KnownRequest, response: Response, next: NextFunction): void {
  request.requestId = request.get('X-Request-Id') ?? randomUUID();
  response.set('X-Request-Id', request.requestId);
  next();
}
