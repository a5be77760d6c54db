// The table of failures, and what becomes of errors that are none.
import {
  BadRequestException,
  ForbiddenException,
  InternalServerErrorException,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';
import { wrapFailure } from '#platform/contract/envelope.js';
import { Failure, ValidationFailure, codeForStatus, notFound, statusOf } from '#platform/errors/failure.js';
import { toFailure } from '#platform/http/failure.filter.js';
import { Issues } from '#platform/errors/issues.js';

it('every code has its status', () => {
  expect(statusOf).toEqual({
    INVALID_REQUEST: 400,
    UNAUTHORIZED: 401,
    PERMISSION_DENIED: 403,
    NOT_FOUND: 404,
    METHOD_NOT_ALLOWED: 405,
    ALREADY_EXISTS: 409,
    PAYLOAD_TOO_LARGE: 413,
    VALIDATION_FAILED: 422,
    RATE_LIMIT_EXCEEDED: 429,
    SERVER_ERROR: 500,
    SERVICE_UNAVAILABLE: 503,
  });
});

it('429 and 503 say when to come back, others do not', () => {
  expect(new Failure('RATE_LIMIT_EXCEEDED').retryAfterSeconds).toBe(1);
  expect(new Failure('SERVICE_UNAVAILABLE', undefined, [], { retryAfterSeconds: 5 }).retryAfterSeconds).toBe(
    5,
  );
  expect(notFound('UNKNOWN_CAMPAIGN', ['campaignId']).retryAfterSeconds).toBeNull();
  expect(new ValidationFailure([]).retryAfterSeconds).toBeNull();
});

it('a status without a code of its own is the caller’s mistake if it is 4xx, else ours', () => {
  expect([codeForStatus(418), codeForStatus(405), codeForStatus(502), codeForStatus(404)]).toEqual([
    'INVALID_REQUEST',
    'METHOD_NOT_ALLOWED',
    null,
    'NOT_FOUND',
  ]);
});

it('the framework’s errors keep their status and lose their words', () => {
  const errors = [
    new NotFoundException('secret'),
    new BadRequestException('secret'),
    new ForbiddenException('secret'),
    new PayloadTooLargeException('secret'),
    { status: 400, message: 'secret' },
  ];
  const failures = errors.map(toFailure);
  expect(failures.map(({ status }) => status)).toEqual([404, 400, 403, 413, 400]);
  for (const { message } of failures) expect(message).not.toContain('secret');
});

it('anything else is 500, with what happened kept as its cause', () => {
  for (const thrown of [
    new Error('secret'),
    new InternalServerErrorException('secret'),
    'secret',
    null,
    undefined,
    { status: 200 },
  ]) {
    const failure = toFailure(thrown);
    expect([failure.code, failure.cause]).toEqual(['SERVER_ERROR', thrown]);
    expect(failure.message).not.toContain('secret');
  }
});

it('an error body is never longer than 16 KiB: details too long are left out', () => {
  const exchange = { requestId: 'r', now: () => new Date(0), errorsPage: '/docs/errors' };
  const long = wrapFailure(
    exchange,
    new Failure('ALREADY_EXISTS', undefined, [{ path: [], message: 'x'.repeat(20_000) }]),
  );
  expect(JSON.parse(long)).toMatchObject({ error: { code: 'ALREADY_EXISTS', details: [] } });
});

describe('faults', () => {
  it('are listed once each, at most fifty', () => {
    const faults = new Issues();
    for (let count = 0; count < 100; count++) faults.add(['a', count % 60], 'is wrong');
    faults.add(['a', 0], 'is wrong');
    expect(faults.list).toHaveLength(50);
  });

  it('long names of the sender’s are cut, between characters', () => {
    const faults = new Issues();
    faults.add(['😀'.repeat(1000), 'k'.repeat(64), 'k'.repeat(65)], 'is wrong');
    expect(faults.list[0]!.path).toEqual([`${'😀'.repeat(64)}…`, 'k'.repeat(64), `${'k'.repeat(64)}…`]);
  });
});
