// Continuously refilling token buckets, in memory, one set per limit and replica; and the headers that tell a caller where it stands
// (draft-ietf-httpapi-ratelimit-headers-10: RateLimit-Policy "name";q=quota;w=window, RateLimit "name";r=remaining;t=seconds).
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

export interface RateLimit {
  /** Calls that may be made at once: the bucket's size. */
  burst: number;
  /** Calls a second it refills by. */
  perSecond: number;
}

/** Where one caller stands after a call. */
export interface Standing {
  allowed: boolean;
  /** Whole calls left now. */
  remaining: number;
  /** Seconds until the bucket is full again, rounded up. */
  fullInSeconds: number;
  /** Seconds until one call is allowed, rounded up; 0 when one is. */
  retryInSeconds: number;
}

interface Bucket {
  tokens: number;
  /** Milliseconds; when `tokens` was true. */
  at: number;
}

const MOST_BUCKETS = 100_000;

export class RateLimiter {
  /** In the order of their last use: the first is the one to forget. */
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    readonly name: string,
    readonly limit: RateLimit,
    private readonly mostBuckets = MOST_BUCKETS,
  ) {}

  /** Takes one call from the bucket of `who`, if there is one left. `now` in milliseconds; a clock set back refills nothing. */
  take(who: string, now: number): Standing {
    const { burst, perSecond } = this.limit;
    let tokens = this.tokensOf(who, now);
    const allowed = tokens >= 1;
    if (allowed) tokens -= 1;
    this.remember(who, { tokens, at: now });
    return {
      allowed,
      remaining: Math.floor(tokens),
      fullInSeconds: Math.ceil((burst - tokens) / perSecond),
      retryInSeconds: allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond)),
    };
  }

  /** Whether a call of `who` would be refused now. Takes nothing, and remembers nobody. */
  isEmpty(who: string, now: number): boolean {
    return this.tokensOf(who, now) < 1;
  }

  get bucketCount(): number {
    return this.buckets.size;
  }

  private tokensOf(who: string, now: number): number {
    const { burst, perSecond } = this.limit;
    const bucket = this.buckets.get(who);
    if (!bucket) return burst;
    const elapsedSeconds = Math.max(0, now - bucket.at) / 1000;
    return Math.min(burst, bucket.tokens + elapsedSeconds * perSecond);
  }

  private remember(who: string, bucket: Bucket): void {
    this.buckets.delete(who);
    this.buckets.set(who, bucket);
    // Memory is bounded: who was not seen the longest is forgotten, and starts with a full bucket if seen again.
    if (this.buckets.size > this.mostBuckets) this.buckets.delete(this.buckets.keys().next().value!);
  }

  /** The two headers of the draft. */
  headers(standing: Standing): { 'RateLimit-Policy': string; RateLimit: string } {
    const windowSeconds = Math.ceil(this.limit.burst / this.limit.perSecond);
    return {
      'RateLimit-Policy': `"${this.name}";q=${this.limit.burst};w=${windowSeconds}`,
      RateLimit: `"${this.name}";r=${standing.remaining};t=${standing.fullInSeconds}`,
    };
  }
}

/**
 * What counts as one client: an IPv4 address, or the /64 an IPv6 address lies in (a household or a machine gets a whole one).
 * A text that is no address is a client of its own.
 */
export function clientOf(address: string): string {
  const [bare = ''] = address.split('%'); // fe80::1%eth0: the zone is a name of ours for where it came in
  if (!ipaddr.IPv6.isValid(bare)) return address;
  const ip = ipaddr.IPv6.parse(bare);
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address().toString();
  const network = ip.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

/** Handler parameter: the client that the call comes from, as the limits count clients. */
export const ClientAddress = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  clientOf(context.switchToHttp().getRequest<Request>().ip ?? ''),
);
