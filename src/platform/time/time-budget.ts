// How long the running service waits and how often it looks: durations that lean on one another, so they stand together, all in
// milliseconds. That they fit is tested (test/unit/platform/time/time-budget.test.ts). How long a click or an order counts is a rule of its feature.

// A call, from the outside in. Each gives up before the one above it does, so that whoever waits further out is still there to be told.

/** The contract promises that every call is answered within this; the official client waits two seconds more. */
export const ANSWER_PROMISED_MS = 8_000;
/** What has no answer by now is answered in its handler's stead: 503, or 204 where no body is refused. */
export const ANSWER_DEADLINE_MS = 7_500;
/** A statement of the service that takes longer is given up: the connection may be stuck. */
export const STATEMENT_MS = 7_000;
/** So much earlier PostgreSQL ends it by itself, and its locks with it; what we hear is then its own word. */
export const STATEMENT_ENDED_EARLIER_MS = 500;
/** Items of a batch without an answer by now are `failed`: the body has to arrive and the reply to leave in what remains. */
export const BATCH_MS = 6_500;
/** A call that works through many rows, a portion each, begins no other after this: its caller goes on with the next call. */
export const WALK_MS = 3_000;
/** A database that is away for less is waited for, as the contract says. */
export const DATABASE_PATIENCE_MS = 5_000;
/** A visitor who follows a link waits no longer for the database; then he is led on without a click. */
export const VISITOR_PATIENCE_MS = 1_000;
/** A mail server that says nothing for so long is given up: who invites somebody waits for it. */
export const MAIL_PATIENCE_MS = 3_000;
/** A sign-in provider that says nothing to one question for so long is given up; and for so long to all questions of one sign-in together. */
export const PROVIDER_PATIENCE_MS = 3_000;
export const PROVIDER_PATIENCE_IN_ALL_MS = 6_000;
/** What a sign-in provider says of itself is believed for so long; where it could not be asked, it is asked again after this. */
export const PROVIDER_KNOWN_MS = 3_600_000;
export const PROVIDER_RETRY_MS = 1_000;
/** Who asks whether the service is ready takes silence for a no, and asks every few seconds. */
export const READY_PATIENCE_MS = 1_000;

/** What a service is given of these. A test that waits them out gives it less. Also the injection token. */
export class TimeBudget {
  readonly answerMs: number = ANSWER_DEADLINE_MS;
  readonly batchMs: number = BATCH_MS;
  readonly databaseMs: number = DATABASE_PATIENCE_MS;
  readonly jobLeaseMs: number = JOB_LEASE_MS;
}

// Keys: what is known of them is believed without asking the database, and a change acts on every replica within a second.

/** As README and contract say: a revoked key is refused, and a new one works, everywhere after this. */
export const KEY_CHANGE_ACTS_MS = 1_000;
/** Between two looks for changes. */
export const KEY_POLL_MS = 250;
/** A key is believed for so long after it, or all changes, were last read; what is left of the second is for asking. */
export const KEY_TRUST_MS = 700;
/** A key that nobody has is remembered as such for so long: one made meanwhile must work within the second. */
export const UNKNOWN_KEY_TRUST_MS = 700;
/** The last use of a key is as exact as this. */
export const KEY_USE_NOTED_EVERY_MS = 60_000;

// What happens after a commit, and beside the calls.

/** Evidence that came late and refunds that were kept act within this, as the contract says. */
export const FOLLOW_UP_PROMISED_MS = 1_000;
/** Work of other replicas is found by looking; our own is done at once. */
export const JOB_POLL_MS = 250;
/**
 * Rows of work that a replica has taken are left to it for so long, and longer while it says so: after a crash another looks at them soon.
 * It says so several times in each, so that one that comes late is no harm.
 */
export const JOB_LEASE_MS = 5_000;
export const JOB_LEASE_PART = 3;
/** One look at the work should take no longer, whatever was found; else the next one takes less. Whoever comes meanwhile waits for two. */
export const JOB_LOOK_MS = 200;
/** After a look at the work the next waits: what a busy moment brings is done together. A lone row is done at once. */
export const JOB_REST_MS = 50;
/** Who wants to know what happens is read so often, and believed for so long: a new feed holds what happens a second later. */
export const FEED_POLL_MS = 250;
export const FEED_TRUST_MS = 700;
/** Events get their numbers within about this. */
export const EVENTS_POLL_MS = 200;
/** Deliveries that are due are looked for so often; those of this process that make room are followed by others at once. */
export const DELIVERY_POLL_MS = 250;
/** A process has deliveries that it took for so long: longer than each waits in it, and than the longest try. */
export const DELIVERY_LEASE_MS = 60_000;
export const DELIVERY_KEPT_MS = 30_000;
/** As the contract says: what a merchant changes of an endpoint, or skips, acts within this, whatever waits in memory. */
export const ENDPOINT_CHANGE_ACTS_MS = 1_000;
/** What is known of what waits there is believed for so long; what is left of the second is for asking. */
export const DELIVERY_TRUST_MS = 700;
/** `npm run webhooks -- listen` asks for events so often, and gives the receiver so much time. */
export const LISTEN_POLL_MS = 500;
export const LISTEN_SEND_MS = 15_000;
/** What it could not forward is tried again after these. */
export const LISTEN_PAUSES_MS: readonly number[] = [1_000, 3_000, 10_000];
/** A service that is away, or asks for less, is asked again after this, unless it says when. */
export const LISTEN_AWAY_MS = 2_000;
/** Between two looks at how tables have grown. */
export const STATISTICS_LOOK_MS = 1_000;
/** Reports of the browser script are gathered for so long, then written together: four statements a second at most. */
export const REPORTS_GATHER_MS = 250;
/** Before reports that the database did not take are tried again. */
export const REPORTS_RETRY_MS = 5_000;
/** A site's `lastSeenAt` is as exact as this: a token that was seen is not looked up again before. */
export const SITE_SEEN_AGAIN_MS = 60_000;
/** Between two looks for calls that are over and not yet written down. */
export const REQUESTS_FLUSH_MS = 2_000;
/** Writing them down takes one part in so many of the time at most: after a round that took long, the next waits. */
export const REQUESTS_FLUSH_PART = 50;
/** Between two looks for clicks and identities that are old enough to go. */
export const PRUNE_EVERY_MS = 3_600_000;
/** After a portion of them others have the database for themselves. */
export const PRUNE_REST_MS = 100;
/** A scrape waits so long for a figure that has to be asked for; then there is none. */
export const FIGURE_PATIENCE_MS = 500;

// The database, when it is away.

/** A new connection is given up after this; the outage counts on. */
export const CONNECT_MS = 2_000;
/** Between two tries of one caller; a group of writes asks for many, and less often. */
export const DATABASE_RETRY_MS = 50;
export const GROUP_RETRY_MS = 100;
/** A connection that nobody uses is closed. */
export const CONNECTION_IDLE_MS = 30_000;
/** At start there may be no database yet: it is started beside the service, or fails over. */
export const START_PATIENCE_MS = 30_000;
export const START_RETRY_MS = 250;
/** Somebody sits in front of a command: he is told soon that there is no database, and a large statement may take its time. */
export const COMMAND_PATIENCE_MS = 5_000;
export const COMMAND_STATEMENT_MS = 30_000;

// Starting and ending, as callers see it.

/** The port is open before there is a database: what comes earlier waits so long. What remains of its time is enough to record an order. */
export const START_HOLD_MS = 7_000;
/**
 * What comes when the process is ending is answered 503 at its very end, and after this at the latest. Long enough for an end as it usually
 * is (a quarter of a second), so that one try is all that a caller spends on it; short for whoever another replica could serve.
 */
export const STOP_HOLD_MS = 2_000;
/** Between two tries for a port whose service says that it is ending; and how long it may take to say so. */
export const PREDECESSOR_LOOK_MS = 10;
export const PREDECESSOR_ANSWER_MS = 1_000;
/** The answers to those are given so long to leave before the port closes. */
export const LAST_CALLS_MS = 100;

// Webhooks: what the receiver of one has.

/** Until there is a connection: its name is resolved, and TLS agreed upon. */
export const WEBHOOK_CONNECT_MS = 5_000;
/** In all, the reply included. */
export const WEBHOOK_TOTAL_MS = 15_000;
/** One of several addresses is given up for the next after this. */
export const WEBHOOK_ADDRESS_MS = 1_000;
/** A server of names that says nothing is asked again, or the next one is, after this. */
export const WEBHOOK_NAME_SERVER_MS = 1_000;
/** With addresses of one family at hand, those of the other are waited for so long (RFC 8305). */
export const WEBHOOK_OTHER_FAMILY_MS = 50;
/** A connection is kept for the next request so long: less than the five seconds after which many servers let go. */
export const WEBHOOK_CONNECTION_IDLE_MS = 4_000;

// Connections of callers.

/** Load balancers let go of a silent connection after this. */
export const LOAD_BALANCER_IDLE_MS = 60_000;
/** We let go later, so that it is never us who closes while they send. A body has less: until the answer's deadline. */
export const CONNECTION_SILENT_MS = 65_000;
/** A reader of a long reply who takes nothing for so long is given up. */
export const READER_STALLED_MS = 60_000;
/** A sender whose body we do not want may go on sending so long, so that he gets to read the answer. */
export const UNWANTED_BODY_MS = 2_000;

// Ending: all of it within SHUTDOWN_SECONDS.

/** Of the time to shut down, what is kept for PostgreSQL's own end. */
export const POSTGRES_STOP_MS = 3_000;
/** Of that, what the service may use when the calls under way took all of theirs. */
export const SERVICE_STOP_OVERRUN_MS = 500;
/** How long each waits for what it has under way; they are stopped one after the other. What is not done stays written, or is lost. */
export const KEYS_STOP_MS = 500;
export const STATISTICS_STOP_MS = 500;
export const EVENTS_STOP_MS = 500;
export const DELIVERY_STOP_MS = 1_000;
export const REPORTS_STOP_MS = 1_000;
export const JOB_STOP_MS = 2_000;
export const PRUNE_STOP_MS = 500;
export const REQUESTS_STOP_MS = 500;
/** Between looks whether npm, which started us, is still there. */
export const PARENT_LOOK_MS = 2_000;
