// Who goes to the database past the turns of merchants, and why he may: little of it is under way at once, however many call. All else says
// `inTurn`; that a repository is given one or the other is the compiler's business (Queryable).
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourcesIn } from './source.js';

const root = resolve(import.meta.dirname, '../..');

const GROUPED = 'in groups: a few transactions at once, however many call';
const JOBS = 'work that follows a commit, one look at a time';
const COMMAND = 'for commands, and for the demo at start';
const PAST: Record<string, string> = {
  'accounts/api-keys/api-keys.service.ts': COMMAND,
  'accounts/api-keys/key-directory.service.ts': 'every call waits for its key',
  'accounts/merchants/merchants.service.ts': COMMAND,
  'accounts/requests/record-requests.service.ts':
    'one merchant at a time, a fiftieth of the time at most, or when that merchant looks',
  'accounts/sessions/cookie-session-check.ts': 'every call of a person waits for it; in groups',
  'conversions/recording/record-conversions.service.ts': GROUPED,
  'conversions/recording/rematch-conversions.service.ts': JOBS,
  'conversions/recording/replay-conversions.service.ts': GROUPED,
  'conversions/refunds/apply-kept-refunds.service.ts': JOBS,
  'integrations/events/number-events.service.ts': 'three tenants at a time, whatever waits',
  'integrations/webhooks/deliveries/deliver.service.ts': 'what is due, a few of each endpoint at once',
  'integrations/webhooks/deliveries/look-again.service.ts':
    'what waits in memory for an endpoint, at most once a second each',
  'integrations/webhooks/deliveries/record-tries.service.ts':
    'what was sent is written down, all of a merchant together',
  'integrations/webhooks/deliveries/webhook-figures.service.ts': 'for who scrapes, bounded',
  'integrations/webhooks/retention/told-pruning.ts': 'one portion at a time',
  'platform/events/event-outbox.service.ts': 'who has a feed, four times a second',
  'platform/events/waiting-events.facade.ts': 'who has something waiting, five times a second',
  'platform/health/health.controller.ts': 'asked every few seconds, and told no after one',
  'platform/jobs/job-queue.service.ts': JOBS,
  'program/affiliates/affiliates.facade.ts': 'a visitor waits',
  'tracking/browser-script/reports.service.ts': GROUPED,
  'tracking/clicks/pruning.ts': 'one portion at a time',
  'tracking/clicks/record-clicks.service.ts': GROUPED,
  'tracking/clicks/record-identities.service.ts': GROUPED,
  'tracking/clicks/redirect.service.ts': 'a visitor waits',
};

const past = /\bdatabase\.(atOnce|failFast|query|transaction|readiness)\b/;

it('only these go past the turns of merchants', () => {
  const found = sourcesIn(root, 'src')
    .filter((path) => !/^src\/(cli|demo|platform\/database)\//.test(path))
    .filter((path) => past.test(readFileSync(join(root, path), 'utf8')));
  expect(found.map((path) => path.replace(/^src\//, '')).sort()).toEqual(Object.keys(PAST).sort());
});
