// Continuously refilling token buckets, in memory, one set per limit and replica; and the headers that tell a caller where it stands
// (draft-ietf-httpapi-ratelimit-headers-10: RateLimit-Policy "name";q=quota;w=window, RateLimit "name";r=remaining;t=seconds).

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
    const bucket = this.buckets.get(who) ?? { tokens: burst, at: now };
    const elapsedSeconds = Math.max(0, now - bucket.at) / 1000;
    let tokens = Math.min(burst, bucket.tokens + elapsedSeconds * perSecond);
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

  get bucketCount(): number {
    return this.buckets.size;
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

/** What counts as one client: an IPv4 address, or the /64 an IPv6 address lies in (a household or a machine gets a whole one). */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
