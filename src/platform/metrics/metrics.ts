// What an operator can see of this process, by name. Callers tell what happened; nothing here fails, waits or writes anywhere.
import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import type { operations } from '#generated/operations.js';
import type { components } from '#generated/schema.js';
import type { Reading } from './asked-gauge.js';
import { Figures } from './figures.js';
import { processFigures } from './process-figures.js';
import { WebhookMetrics } from './webhook-metrics.js';

type OperationId = keyof typeof operations;
type ErrorCode = components['schemas']['ErrorCode'];

/** Seconds: of a call, a group and a commit. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/** In place of an operation: a path that is in no contract. */
const UNKNOWN = 'unknown';
/** In place of a status: the caller went away unanswered. */
const ABORTED = 'aborted';

/** What a group writer tells. */
export interface WriterMetrics {
  /** Once: how to ask how many items wait. */
  watch(depth: () => number): void;
  /** An item was not taken: the queue is full. */
  refused(): void;
  /** A group of so many items is about to be written. */
  formed(items: number): void;
  /** All items of a group have their result. */
  answered(seconds: number): void;
}

@Injectable()
export class Metrics {
  private readonly figures = new Figures();
  private readonly requests = this.figures.counter(
    'http_requests_total',
    'Calls by operation and HTTP status.',
    ['operation', 'status'],
  );
  private readonly requestSeconds = this.figures.histogram(
    'http_request_seconds',
    'Time from a request to the end of its reply.',
    SECONDS,
    ['operation'],
  );
  private readonly refusals = this.figures.counter(
    'refused_total',
    'Replies that are failures, by operation and error code.',
    ['operation', 'code'],
  );
  private readonly queueDepth = this.figures.gauge(
    'queue_depth',
    'Items that wait to be written, those under way not counted.',
    ['writer'],
  );
  private readonly queueRefused = this.figures.counter(
    'queue_refused_total',
    'Items not taken because the queue was full.',
    ['writer'],
  );
  private readonly batchSize = this.figures.histogram(
    'batch_size',
    'Items taken from the queue together.',
    SIZES,
    ['writer'],
  );
  private readonly batchSeconds = this.figures.histogram(
    'batch_seconds',
    'Time from forming a group until all its items have their result.',
    SECONDS,
    ['writer'],
  );
  private readonly commitSeconds = this.figures.histogram(
    'commit_seconds',
    'Time from sending COMMIT, with the statements that go along with it, to its answer.',
    SECONDS,
  );
  private readonly statements = this.figures.counter(
    'statements_total',
    'SQL statements sent, BEGIN and COMMIT included.',
  );
  private readonly workLag = this.figures.gauge(
    'work_lag_seconds',
    'Age of the oldest work row that waits, in the whole database.',
  );
  private readonly eventLag = this.figures.gauge(
    'event_lag_seconds',
    'Age of the oldest event that has no number yet, in the whole database.',
  );
  private readonly workDone = this.figures.counter('work_rows_done_total', 'Work rows done, by kind.', [
    'kind',
  ]);
  private readonly keyCacheAge = this.figures.gauge(
    'key_cache_age_seconds',
    'Time since changes of keys were last read.',
  );
  private readonly linksUncounted = this.figures.counter(
    'links_uncounted_total',
    'Links followed without a click, by reason.',
    ['reason'],
  );

  private readonly requestsDropped = this.figures.counter(
    'recent_requests_dropped_total',
    'Calls that the list of last requests lacks, by reason.',
    ['reason'],
  );
  readonly webhooks = new WebhookMetrics(this.figures);

  /** Calls that are over, since the start. */
  calls = 0;

  /**
   * A call is over.
   * @param operation as the contract names it; null: the path is in no contract.
   * @param status null: the caller went away unanswered.
   */
  request(operation: OperationId | null, status: number | null, seconds: number): void {
    const name = operation ?? UNKNOWN;
    this.calls++;
    this.requests.inc({ operation: name, status: status ?? ABORTED });
    this.requestSeconds.observe({ operation: name }, seconds);
  }

  /** A reply is a failure. @param code as the contract names it. */
  refused(operation: OperationId | null, code: ErrorCode): void {
    this.refusals.inc({ operation: operation ?? UNKNOWN, code });
  }

  /** A link was followed and no click written. @param reason one of a few words of ours. */
  linkUncounted(reason: string): void {
    this.linksUncounted.inc({ reason });
  }

  /** So many calls are not among the last requests. @param reason one of a few words of ours. */
  requestsNotKept(reason: string, count: number): void {
    this.requestsDropped.inc({ reason }, count);
  }

  /** The figures of a group writer of this name, there from now on with nothing done. */
  writer(writer: string): WriterMetrics {
    const labels = { writer };
    this.queueRefused.inc(labels, 0);
    this.batchSize.zero(labels);
    this.batchSeconds.zero(labels);
    return {
      watch: (depth) => this.queueDepth.watch(labels, depth),
      refused: () => this.queueRefused.inc(labels),
      formed: (items) => this.batchSize.observe(labels, items),
      answered: (took) => this.batchSeconds.observe(labels, took),
    };
  }

  /** A statement is sent to PostgreSQL. */
  statement(): void {
    this.statements.inc();
  }

  /** A transaction was committed. */
  committed(seconds: number): void {
    this.commitSeconds.observe(seconds);
  }

  /** Work rows were done. */
  workRowsDone(kind: string, count: number): void {
    this.workDone.inc({ kind }, count);
  }

  /** Says how to ask for the age of the oldest work row, in seconds. */
  watchWorkLag(seconds: Reading): void {
    this.workLag.watch({}, seconds);
  }

  /** Says how to ask for the age of the oldest event without a number, in seconds. */
  watchEventLag(seconds: Reading): void {
    this.eventLag.watch({}, seconds);
  }

  /** Says how to ask for how long ago changes of keys were read, in seconds. */
  watchKeyCacheAge(seconds: Reading): void {
    this.keyCacheAge.watch({}, seconds);
  }

  /** All figures in Prometheus' text format, those of Node included. */
  text(): Promise<string> {
    return Registry.merge([this.figures.registry, processFigures()]).metrics();
  }
}
