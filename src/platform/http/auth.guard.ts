// Who may come in, decided from the headers alone, before a byte of the body is read: the key or the session first, then what it may do, then
// the rate limit. Only a key that is over its limit for certain is told so before it is looked up again: that may take as long as the database
// does.
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { Exchange } from '#platform/contract/exchange.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import { Failure } from '#platform/errors/failure.js';
import { KeyCheck, type SentKey } from '#platform/contract/key-check.js';
import { isConfirmed, SessionCheck } from '#platform/contract/session-check.js';
import { refuseOtherSites } from './same-origin.js';
import type { OperationFacts, RateLimitGroup } from '#platform/contract/operation-facts.js';
import type { HandlerMetadata } from '#platform/contract/operation.js';
import { OPERATION } from '#platform/contract/operation.js';
import { refuseWithout } from '#platform/contract/permissions.js';
import { RateLimiter, clientOf } from './rate-limit.js';
import { ContractSettings } from './settings.js';

@Injectable()
export class AuthGuard implements CanActivate {
  private readonly anonymous: Readonly<Record<RateLimitGroup, RateLimiter>>;
  private readonly keyed: RateLimiter | null;
  private readonly origin: string;

  constructor(
    private readonly keys: KeyCheck,
    private readonly reflector: Reflector,
    private readonly sessions: SessionCheck,
    { limits, origin }: ContractSettings,
  ) {
    this.origin = origin;
    this.anonymous = {
      clicks: new RateLimiter('clicks', limits.clicks),
      identifies: new RateLimiter('identifies', limits.identifies),
      reports: new RateLimiter('reports', limits.reports),
    };
    this.keyed = limits.key === null ? null : new RateLimiter('key', limits.key);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const exchange = exchangeOf(request);
    const handler = this.reflector.get<HandlerMetadata | undefined>(OPERATION, context.getHandler());
    const { operation, route } = exchange;
    // Whatever the framework routed here that the contract did not: no door, no way in.
    if (operation === null || handler?.id !== route.operationId) throw new Failure('UNKNOWN_PATH');
    const reply: Limited = { exchange, operation, response: http.getResponse<Response>() };
    if (operation.sameOrigin) refuseOtherSites(request, this.origin);
    if (!(await this.admitPerson(request, exchange, operation)))
      await this.admitKey(reply, request.headers.authorization);
    this.limit(reply, clientOf(request.ip ?? ''));
    return true;
  }

  /** The key that must be good, if it comes to that: null where none is looked at. */
  private sentKey({ security }: OperationFacts, authorization: string | undefined): SentKey | null {
    const isAsked = security === 'key' || (security === 'optional' && authorization !== undefined);
    return isAsked ? this.keys.read(authorization) : null;
  }

  /** @throws Failure RATE_LIMIT_EXCEEDED for a key that was good when it was last looked at, and has no call left. */
  private refuseSpentKey(reply: Limited, key: SentKey): void {
    const caller = this.keyed === null ? null : key.lastKnown();
    if (!this.keyed || !caller || !this.keyed.isEmpty(caller.keyId, reply.exchange.now().getTime())) return;
    reply.exchange.caller = caller; // for the log
    limit(this.keyed, caller.keyId, reply);
  }

  /**
   * Lets in who has a session, where one counts. False where it is a key that decides: a session beside a key is not even looked at.
   * @throws Failure NO_SESSION, CROSS_SITE, CONFIRMATION_NEEDED, or what keeps the person from this merchant or this operation.
   */
  private async admitPerson(
    request: Request,
    exchange: Exchange,
    operation: OperationFacts,
  ): Promise<boolean> {
    const isForPeople = operation.security === 'session';
    if (!operation.sessions || (!isForPeople && request.headers.authorization !== undefined)) return false;
    const token = this.sessions.tokenIn(request.headers, request.secure);
    if (token === null && !isForPeople) return false;
    if (token === null) throw new Failure('NO_SESSION');
    refuseOtherSites(request, this.origin);
    const person = await this.sessions.check(token);
    exchange.person = person;
    const { permission } = operation;
    if (permission !== 'self') {
      const member = this.sessions.memberOf(person, request.headers);
      exchange.caller = member;
      if (permission) refuseWithout(permission, member.permissions, 'role');
    }
    if (operation.confirm && !isConfirmed(person, exchange.now())) throw new Failure('CONFIRMATION_NEEDED');
    return true;
  }

  private async admitKey(reply: Limited, authorization: string | undefined): Promise<void> {
    const { exchange, operation } = reply;
    const key = this.sentKey(operation, authorization);
    if (!key) return;
    this.refuseSpentKey(reply, key);
    const holder = await key.check();
    exchange.caller = holder;
    if (operation.permission) refuseWithout(operation.permission, holder.permissions, 'key');
  }

  private limit(reply: Limited, client: string): void {
    const { exchange, operation } = reply;
    if (exchange.person !== null) return;
    const limiter = exchange.caller ? this.keyed : operation.rateLimit && this.anonymous[operation.rateLimit];
    if (limiter) limit(limiter, exchange.caller?.keyId ?? client, reply);
  }
}

/** A call that may be over a limit, and what it is answered with. */
interface Limited {
  exchange: Exchange;
  operation: OperationFacts;
  response: Response;
}

/** Takes a call of `who`, and tells it where it stands. @throws Failure RATE_LIMIT_EXCEEDED unless the operation answers even then. */
function limit(limiter: RateLimiter, who: string, { exchange, operation, response }: Limited): void {
  const standing = limiter.take(who, exchange.now().getTime());
  for (const [name, value] of Object.entries(limiter.headers(standing))) response.setHeader(name, value);
  if (standing.allowed) return;
  // A visitor is redirected all the same, only not counted: the handler is told, and decides.
  if (!operation.enveloped && !operation.streamed) exchange.overLimit = true;
  else {
    const retryAfterSeconds = standing.retryInSeconds;
    throw new Failure(exchange.caller ? 'KEY_LIMIT' : 'ADDRESS_LIMIT', undefined, [], { retryAfterSeconds });
  }
}
