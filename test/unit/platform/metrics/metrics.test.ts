// The figures of a process: what they say, what they never say, and that asking for them cannot go wrong.
import { Metrics } from '#platform/metrics/metrics.js';
import { FIGURE_PATIENCE_MS } from '#platform/time/time-budget.js';
import { Scrape } from '../../../support/scrape.js';

let metrics: Metrics;
beforeEach(() => {
  metrics = new Metrics();
});
const look = async () => new Scrape(await metrics.text());

describe('a call', () => {
  it('is counted by its operation and status', async () => {
    metrics.request('recordPostback', 201, 0.004);
    metrics.request('recordPostback', 201, 0.004);
    metrics.request('recordPostback', 409, 0.004);
    metrics.request('followLink', 302, 0.001);
    const seen = await look();
    const requests = (operation: string, status: string) =>
      seen.value('refcampaign_http_requests_total', { operation, status });
    expect(requests('recordPostback', '201')).toBe(2);
    expect(requests('recordPostback', '409')).toBe(1);
    expect(requests('followLink', '302')).toBe(1);
    expect(requests('followLink', '201')).toBeUndefined();
  });

  it('whose path is in no contract, and one whose caller went away, have words of their own', async () => {
    metrics.request(null, 404, 0.001);
    metrics.request('ping', null, 0.001);
    metrics.refused(null, 'NOT_FOUND');
    const seen = await look();
    expect(seen.startingWith('refcampaign_http_requests_total')).toEqual([
      'refcampaign_http_requests_total{operation="unknown",status="404"}',
      'refcampaign_http_requests_total{operation="ping",status="aborted"}',
    ]);
    expect(seen.value('refcampaign_refused_total', { operation: 'unknown', code: 'NOT_FOUND' })).toBe(1);
  });

  it('falls into every bucket that is no smaller than the time it took', async () => {
    for (const seconds of [0.001, 0.0011, 0.3, 12]) metrics.request('ping', 200, seconds);
    const seen = await look();
    const upTo = (le: string) =>
      seen.value('refcampaign_http_request_seconds_bucket', { operation: 'ping', le });
    expect(['0.001', '0.0025', '0.25', '0.5', '10', '+Inf'].map(upTo)).toEqual([1, 2, 2, 3, 3, 4]);
    expect(seen.value('refcampaign_http_request_seconds_count', { operation: 'ping' })).toBe(4);
    expect(seen.value('refcampaign_http_request_seconds_sum', { operation: 'ping' })).toBeCloseTo(12.3021);
  });

  it('that is refused is counted by its error code', async () => {
    metrics.refused('recordPostback', 'UNAUTHORIZED');
    metrics.refused('recordPostback', 'UNAUTHORIZED');
    metrics.refused('recordPostback', 'RATE_LIMIT_EXCEEDED');
    const seen = await look();
    const refused = (code: string) =>
      seen.value('refcampaign_refused_total', { operation: 'recordPostback', code });
    expect([refused('UNAUTHORIZED'), refused('RATE_LIMIT_EXCEEDED')]).toEqual([2, 1]);
  });
});

describe('a figure that has to be asked for', () => {
  const lag = async () => (await look()).value('refcampaign_work_lag_seconds');

  it('is missing when it is not known, rather than 0 or an old one', async () => {
    const age = async () => (await look()).value('refcampaign_key_cache_age_seconds');
    expect(await age()).toBeUndefined();
    let known: number | null = null;
    metrics.watchKeyCacheAge(() => known);
    expect(await age()).toBeUndefined();
    known = 7;
    expect(await age()).toBe(7);
    known = null;
    expect(await age()).toBeUndefined();
  });

  it('is missing when asking fails, and all others are there', async () => {
    metrics.watchWorkLag(() => Promise.reject(new Error('the database is away')));
    metrics.watchKeyCacheAge(() => {
      throw new Error('a mistake of ours');
    });
    metrics.statement();
    const seen = await look();
    expect(seen.value('refcampaign_work_lag_seconds')).toBeUndefined();
    expect(seen.value('refcampaign_key_cache_age_seconds')).toBeUndefined();
    expect(seen.value('refcampaign_statements_total')).toBe(1);
  });

  it('is waited for half a second, and asked for once at a time however many look', async () => {
    let asked = 0;
    let answer: (value: number) => void = () => undefined;
    metrics.watchWorkLag(() => {
      asked++;
      return new Promise((resolve) => (answer = resolve));
    });
    // Nobody has answered yet: it is the patience that ends.
    expect(await Promise.all([lag(), lag(), lag()])).toEqual([undefined, undefined, undefined]);
    expect(FIGURE_PATIENCE_MS).toBe(500);
    expect(asked).toBe(1);
    const late = lag();
    answer(3);
    expect(await late).toBe(3);
    expect(asked).toBe(1);
    const next = lag();
    answer(4);
    expect(await next).toBe(4);
  });
});

describe('a group writer', () => {
  it('is there from the start, with nothing done', async () => {
    metrics.writer('orders').watch(() => 0);
    const seen = await look();
    expect(seen.value('refcampaign_queue_depth', { writer: 'orders' })).toBe(0);
    expect(seen.value('refcampaign_queue_refused_total', { writer: 'orders' })).toBe(0);
    expect(seen.value('refcampaign_batch_size_count', { writer: 'orders' })).toBe(0);
    expect(seen.value('refcampaign_batch_seconds_count', { writer: 'orders' })).toBe(0);
  });
});

describe('two services in one process', () => {
  it('keep their figures apart, and share those of the process', async () => {
    const other = new Metrics();
    other.statement();
    metrics.statement();
    other.statement();
    const seen = await look();
    expect(seen.value('refcampaign_statements_total')).toBe(1);
    expect(new Scrape(await other.text()).value('refcampaign_statements_total')).toBe(2);
    expect(seen.value('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(seen.types.get('nodejs_eventloop_lag_p99_seconds')).toBe('gauge');
  });
});
