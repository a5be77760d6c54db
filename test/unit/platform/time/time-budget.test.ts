// The durations fit together: who waits further out waits longer, and what is promised within a time is done in less.
import { readFileSync } from 'node:fs';
import { loadConfig } from '#config.js';
import * as time from '#platform/time/time-budget.js';

const contract = readFileSync(new URL('../../../../generated/openapi.yaml', import.meta.url), 'utf8').replace(
  /\s+/g,
  ' ',
);
const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
const client = readFileSync(
  new URL('../../../../clients/typescript/src/options.ts', import.meta.url),
  'utf8',
);

/** What is left of each for the one above it, in milliseconds. */
const gaps = (durations: number[]) => durations.slice(1).map((inner, index) => durations[index]! - inner);

describe('a call', () => {
  /** What the official client waits, by its own source. */
  const clientMs = Number(/DEFAULT_TIMEOUT_MS = ([\d_]+)/.exec(client)?.[1]?.replaceAll('_', ''));

  it('is given up by each sooner than by whoever waits for him, with half a second or more to say so', () => {
    const chain = [
      clientMs,
      time.ANSWER_PROMISED_MS,
      time.ANSWER_DEADLINE_MS,
      time.STATEMENT_MS,
      time.BATCH_MS,
      time.DATABASE_PATIENCE_MS,
      time.VISITOR_PATIENCE_MS,
    ];
    expect(chain.every((duration) => duration > 0)).toBe(true);
    expect(Math.min(...gaps(chain))).toBeGreaterThanOrEqual(500);
  });

  it('is answered within what the contract says, and a database is waited for as long as it says', () => {
    expect(contract).toContain(`Every call is answered within ${time.ANSWER_PROMISED_MS / 1000} seconds`);
    expect(contract).toContain(`is away for less than ${time.DATABASE_PATIENCE_MS / 1000} seconds is waited`);
  });

  it('that works through many rows begins no portion that has no time to end', () => {
    expect(time.WALK_MS + time.STATEMENT_MS / 2).toBeLessThan(time.ANSWER_DEADLINE_MS);
  });

  it('that changes an endpoint acts on what waits in memory within the second that the contract says', () => {
    expect(time.DELIVERY_TRUST_MS).toBeLessThan(time.ENDPOINT_CHANGE_ACTS_MS);
    expect(time.ENDPOINT_CHANGE_ACTS_MS).toBe(1_000);
    expect(contract).toContain('A change acts within a second, on all that has not begun to be sent');
  });

  it('has this budget in a service that is told nothing else', () => {
    expect(new time.TimeBudget()).toEqual({
      answerMs: time.ANSWER_DEADLINE_MS,
      batchMs: time.BATCH_MS,
      databaseMs: time.DATABASE_PATIENCE_MS,
      jobLeaseMs: time.JOB_LEASE_MS,
    });
  });

  it('hears of its statement from PostgreSQL, which ends it before we stop listening', () => {
    expect(time.STATEMENT_ENDED_EARLIER_MS).toBeGreaterThan(0);
    expect(time.STATEMENT_MS - time.STATEMENT_ENDED_EARLIER_MS).toBeGreaterThan(time.DATABASE_PATIENCE_MS);
  });

  it('that waits for the database tries often, and is refused a connection before its patience ends', () => {
    expect(time.CONNECT_MS).toBeLessThan(time.DATABASE_PATIENCE_MS);
    expect(time.DATABASE_RETRY_MS).toBeLessThanOrEqual(time.VISITOR_PATIENCE_MS / 10);
    expect(time.GROUP_RETRY_MS).toBeLessThanOrEqual(time.VISITOR_PATIENCE_MS / 10);
  });
});

it('a call that waits for the start is answered in time, be it served at the last moment or refused', () => {
  expect(time.START_HOLD_MS).toBeGreaterThanOrEqual(time.DATABASE_PATIENCE_MS);
  expect(time.ANSWER_DEADLINE_MS - time.START_HOLD_MS).toBeGreaterThanOrEqual(500);
});

it('a visitor is led on within two seconds: he waits for the link, if it is known, and for his click', () => {
  expect(2 * time.VISITOR_PATIENCE_MS).toBeLessThanOrEqual(2000);
  expect(time.READY_PATIENCE_MS).toBeLessThan(2000);
});

describe('within a second', () => {
  it('is what README and contract say of keys and of evidence that comes late', () => {
    expect(readme).toContain('are refused on every replica within a second');
    expect(contract).toContain('within a second, once');
    expect([time.KEY_CHANGE_ACTS_MS, time.FOLLOW_UP_PROMISED_MS]).toEqual([1000, 1000]);
  });

  it('a change of a key acts: by the next look, and should that fail, because old knowledge is not believed', () => {
    const forAsking = 200;
    for (const trust of [time.KEY_TRUST_MS, time.UNKNOWN_KEY_TRUST_MS]) {
      expect(time.KEY_POLL_MS + forAsking).toBeLessThan(time.KEY_CHANGE_ACTS_MS);
      expect(trust + forAsking).toBeLessThan(time.KEY_CHANGE_ACTS_MS);
      expect(trust + time.KEY_POLL_MS).toBeLessThan(time.KEY_CHANGE_ACTS_MS);
    }
  });

  it('no known key costs a read because one look came late: two fit into the time that it is believed', () => {
    expect(2 * time.KEY_POLL_MS).toBeLessThan(time.KEY_TRUST_MS);
  });

  it('work that another replica left is found, after the rest that a busy worker takes', () => {
    expect(time.JOB_POLL_MS + time.JOB_REST_MS).toBeLessThan(time.FOLLOW_UP_PROMISED_MS / 2);
  });

  it('work is found and done although a look at that of others is under way', () => {
    const looks = 2 * time.JOB_LOOK_MS; // theirs, and one's own
    expect(time.JOB_POLL_MS + time.JOB_REST_MS + looks).toBeLessThan(time.FOLLOW_UP_PROMISED_MS * 0.8);
    expect(time.JOB_LOOK_MS).toBeLessThan(time.JOB_LEASE_MS / time.JOB_LEASE_PART);
  });

  it('what a page reports is written down', () => {
    expect(contract).toContain('written down within a second, `lastSeenAt` at most once a minute');
    expect(time.REPORTS_GATHER_MS).toBeLessThan(500);
    expect(time.SITE_SEEN_AGAIN_MS).toBe(60_000);
  });
});

it('a webhook has time for a second server of names and a second address, and for its reply', () => {
  const { WEBHOOK_NAME_SERVER_MS: name, WEBHOOK_OTHER_FAMILY_MS: family, WEBHOOK_ADDRESS_MS: address } = time;
  expect(2 * name + family + 2 * address).toBeLessThan(time.WEBHOOK_CONNECT_MS);
  expect(time.WEBHOOK_TOTAL_MS - time.WEBHOOK_CONNECT_MS).toBeGreaterThanOrEqual(5_000);
  expect(time.WEBHOOK_CONNECTION_IDLE_MS).toBeLessThan(5_000);
});

it('a connection is kept for longer than load balancers keep theirs, and a stalled reader no longer than that', () => {
  expect(time.CONNECTION_SILENT_MS).toBeGreaterThan(time.LOAD_BALANCER_IDLE_MS);
  expect(time.READER_STALLED_MS).toBeLessThan(time.CONNECTION_SILENT_MS);
});

describe('shutting down', () => {
  const { shutdownSeconds } = loadConfig({});
  const forCallsMs = shutdownSeconds * 1000 - time.POSTGRES_STOP_MS;

  it('has room for all that the service waits for, one after the other, when calls end as they should', () => {
    const stops = [
      time.KEYS_STOP_MS,
      time.STATISTICS_STOP_MS,
      time.REPORTS_STOP_MS,
      time.JOB_STOP_MS,
      time.PRUNE_STOP_MS,
      time.REQUESTS_STOP_MS,
    ];
    const all = stops.reduce((sum, stop) => sum + stop, time.LAST_CALLS_MS);
    expect(all).toBeLessThan(forCallsMs);
  });

  it('leaves PostgreSQL most of its time, even when calls take all of theirs', () => {
    expect(time.SERVICE_STOP_OVERRUN_MS).toBeLessThan(time.POSTGRES_STOP_MS / 2);
  });

  it('lets a call that waits for the database have its answer', () => {
    expect(forCallsMs).toBeGreaterThan(time.DATABASE_PATIENCE_MS);
  });

  it('answers the last calls in a part of the shortest time there is', () => {
    const shortestMs = Number(loadConfig({ SHUTDOWN_SECONDS: '1' }).shutdownSeconds) * 1000;
    expect(time.LAST_CALLS_MS).toBeLessThan(shortestMs / 4);
  });

  it('holds a call back for several times what an end takes, and for a part of the time that a call has', () => {
    const usualStopMs = 250;
    expect(time.STOP_HOLD_MS).toBeGreaterThan(4 * usualStopMs);
    expect(time.STOP_HOLD_MS).toBeLessThan(time.ANSWER_PROMISED_MS / 2);
  });
});

it('a command gives up before a service that starts, and a statement of its own may take longer than one of a call', () => {
  expect(time.COMMAND_PATIENCE_MS).toBeLessThan(time.START_PATIENCE_MS);
  expect(time.COMMAND_STATEMENT_MS).toBeGreaterThan(time.STATEMENT_MS);
  expect(time.START_RETRY_MS).toBeLessThan(time.COMMAND_PATIENCE_MS);
});

it('a figure that is asked for comes before Prometheus gives up a scrape', () => {
  const prometheusWaitsMs = 10_000;
  expect(time.FIGURE_PATIENCE_MS).toBeLessThan(prometheusWaitsMs / 2);
});
