// A fuzz run: a service with a database of its own, requests one after the other, each reply judged, and the books at the end.
// One after the other, so that a seed tells the same story each time; what happens at once is in test/integration and test/chaos.
import type { OperationId } from '#platform/contract/routes.js';
import { createHash } from 'node:crypto';
import { operations } from '#generated/operations.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Reply } from '../support/call.js';
import { HeldClock } from '../support/clock.js';
import { bookFaults } from './books.js';
import { sendDraft, type Draft } from './draft.js';
import { makeFirstRows } from './first-rows.js';
import { makeDraft } from './generate.js';
import { faultsOf, landedAt, logFault, type Fault } from './judge.js';
import type { FuzzOptions } from './options.js';
import { Failing, summaryOf } from './report.js';
import { shapes } from './shapes.js';
import { learn, openWorld, type World } from './world.js';

export interface FuzzCheck {
  name: string;
  passed: boolean;
}

export interface FuzzRun {
  checks: FuzzCheck[];
  /** What was asked and answered, as a digest: the same for the same seed, operations and service. */
  digest: string;
  failing: Failing[];
}

/** So much time goes by between two requests, on the service's clock. */
const STEP_MS = 1_500;
/** From so many requests on, each operation must have succeeded once: else what is sent is not what it wants. */
const ENOUGH_REQUESTS = 3_000;
const MOST_FAILING = 10;

/** @param say takes what is printed, line by line */
export async function fuzz(options: FuzzOptions, say: (line: string) => void): Promise<FuzzRun> {
  const { seed, requests, only } = options;
  say(`fuzz: ${requests} requests to ${only ?? `all ${shapes.length} operations`}, --seed ${seed}`);
  const run = await Run.start(options);
  try {
    await run.sendAll();
    const books = await bookFaults(run.app, run.world);
    for (const words of books) say(`After all requests: ${words}`);
    const digest = run.digest.digest('hex'); // before requests are sent again, to make them smaller
    for (const failing of run.failing)
      say(
        await failing.report(
          { port: run.app.service.port, exchange: (draft) => run.exchange(draft) },
          options,
        ),
      );
    say(summaryOf(run.answers, digest));
    return { checks: run.checks(books), digest, failing: run.failing };
  } finally {
    await run.app.close();
  }
}

/** What chance does not hit: a password, a code of an app, a device's signature, a link's token, a session that may end, the id of a key, a person, an invitation or one's merchant (see test/e2e). */
const BEYOND_CHANCE: readonly OperationId[] = [
  ...(['signIn', 'signOut', 'readInvitation', 'acceptInvitation', 'joinMerchant', 'resetPassword'] as const),
  ...([
    'changePassword',
    'confirmIdentity',
    'endSession',
    'activateTwoFactor',
    'createRecoveryCodes',
  ] as const),
  ...(['createPasskey', 'signInWithPasskey', 'deletePasskey'] as const),
  ...(['revokeKey', 'updateMember', 'removeMember', 'leaveMerchant', 'revokeInvitation'] as const),
  // Of an endpoint and a delivery, that these belong together, and that it is active; of three fields, that one alone is sent.
  ...(['resendDelivery', 'recoverDeliveries'] as const),
  // Without a sign-in provider, and nobody at it.
  ...(['startOidcSignIn', 'signInWithOidc', 'startOidcConfirmation', 'startIdentityLink'] as const),
  ...(['finishOidc', 'unlinkIdentity'] as const),
];

/** The state of a run. */
class Run {
  readonly failing: Failing[] = [];
  /** By operation and status. */
  readonly answers = new Map<string, number>();
  readonly digest = createHash('sha256');

  private constructor(
    readonly app: TestApp,
    readonly world: World,
    private readonly options: FuzzOptions,
    private readonly clock: HeldClock,
    private readonly logged: string[],
  ) {}

  static async start(options: FuzzOptions): Promise<Run> {
    const clock = new HeldClock();
    const logged: string[] = [];
    const app = await startApp({ clock, onLog: (line) => logged.push(line) });
    try {
      const world = await openWorld(app);
      await makeFirstRows(app, world);
      return new Run(app, world, options, clock, logged);
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  async sendAll(): Promise<void> {
    const { requests, seed, only } = this.options;
    for (let index = 0; index < requests; index++) {
      this.clock.advance(STEP_MS);
      const draft = makeDraft(this.world, { seed, index, only, now: this.clock.now() });
      const { reply, faults, lines } = await this.exchange(draft);
      const status = reply?.status ?? 0;
      this.digest.update(`${draft.operationId} ${draft.changes.join()} ${draft.method} ${status}\n`);
      const answer = `${draft.operationId} ${status}`;
      this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
      for (const fault of faults) this.note({ index, draft, fault, reply, lines });
    }
  }

  /** Sends it, waits for what follows from it, and judges the reply. */
  async exchange(draft: Draft): Promise<{ reply: Reply<unknown> | null; faults: Fault[]; lines: string[] }> {
    this.logged.length = 0;
    let reply: Reply<unknown> | null = null;
    const faults: Fault[] = [];
    try {
      reply = await sendDraft(draft, this.app.service.port);
    } catch (error) {
      faults.push({ kind: 'no reply', words: String(error) });
    }
    if (reply) faults.push(...faultsOf(draft, reply, this.world));
    if (reply && reply.status < 300) this.learn(draft, reply);
    await this.app.settled();
    const lines = [...this.logged];
    for (const line of lines) faults.push(...[logFault(line)].filter((one) => one !== null));
    return { reply, faults, lines };
  }

  checks(books: string[]): FuzzCheck[] {
    const { seed, requests, only } = this.options;
    const silent = only === null && requests >= ENOUGH_REQUESTS ? this.neverSucceeded() : [];
    return [
      {
        name: `${requests} requests, seed ${seed}: every reply is as promised`,
        passed: this.failing.length === 0,
      },
      { name: 'after them the books hold, and everything stored was told', passed: books.length === 0 },
      {
        name: `every operation succeeded at least once ${silent.join(' ')}`.trim(),
        passed: silent.length === 0,
      },
    ];
  }

  private learn(draft: Draft, { body }: Reply<unknown>): void {
    const landed = landedAt(draft);
    if (landed === null) return;
    const { security }: OperationFacts = operations[landed];
    learn(this.world, security === 'key' ? draft.caller.tenant : null, body);
  }

  /** Of each fault of an operation one request is enough. */
  private note(found: ConstructorParameters<typeof Failing>[0]): void {
    const isKnown = this.failing.some((other) => other.isLike(found));
    if (!isKnown && this.failing.length < MOST_FAILING) this.failing.push(new Failing(found));
  }

  private neverSucceeded(): string[] {
    const succeeded = new Set(
      [...this.answers.keys()].flatMap((answer) => {
        const [id, status] = answer.split(' ') as [string, string];
        return Number(status) > 0 && Number(status) < 400 ? [id] : [];
      }),
    );
    return shapes.map(({ id }) => id).filter((id) => !succeeded.has(id) && !BEYOND_CHANCE.includes(id));
  }
}
