// Parameters of handlers beside those that Nest has: what the exchange knows.
import type { IncomingMessage } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { Issue } from '#platform/errors/failure.js';
import { exchangeOf, type RefusedPart } from './exchange.js';

/** Handler parameter: whether the caller is over its limit (operations that answer even then: x-enveloped: false). */
export const OverLimit = createParamDecorator(
  (_: unknown, context: ExecutionContext): boolean => exchangeOf(requestOf(context)).overLimit,
);

/** Handler parameter of operations that refuse no body (x-lenient-body): the body, or null if it cannot be used. */
export const UsableBody = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => (requestOf(context) as { body?: unknown }).body ?? null,
);

/** Handler parameter: what of the body was not taken as it was sent, for the reply to tell. */
export const IgnoredParts = createParamDecorator(
  (_: unknown, context: ExecutionContext): readonly Issue[] => exchangeOf(requestOf(context)).ignored,
);

/** Handler parameter: the request's id, for lines in the log that belong to it. */
export const RequestId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => exchangeOf(requestOf(context)).requestId,
);

/** Tells which parts of a body are refused by themselves, though the answer is a success. */
export type TellRefused = (parts: readonly RefusedPart[]) => void;

/** Handler parameter: takes what a successful answer refuses, for who looks later what was wrong with the call. */
export const TellRefusedParam = createParamDecorator((_: unknown, context: ExecutionContext): TellRefused => {
  const exchange = exchangeOf(requestOf(context));
  return (parts) => {
    exchange.refusedParts = parts;
  };
});

export function requestOf(context: ExecutionContext): IncomingMessage {
  return context.switchToHttp().getRequest<IncomingMessage>();
}
