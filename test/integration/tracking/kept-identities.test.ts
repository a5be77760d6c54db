// What strangers leave behind is bounded: identities for sessions that nobody knows.
import { RecordIdentitiesService } from '#tracking/clicks/record-identities.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { sessionName } from '../../support/makers.js';

const MOST = 2000;
const EMAIL_HASH = '0'.repeat(64);
const clock = new HeldClock();

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ clock });
});
afterAll(() => app.close());

const kept = () => app.rows.count('pending_identities');

/** Identities for sessions that nobody knows, as the handlers hand them over. */
async function send(count: number, client: string): Promise<void> {
  const recorder = app.service.app.get(RecordIdentitiesService, { strict: false });
  const one = () =>
    recorder.record({
      sessionId: sessionName(),
      emailHash: EMAIL_HASH,
      tenant: null,
      vouched: false,
      client,
      at: clock.now(),
    });
  await Promise.all(Array.from({ length: count }, one));
}

it('of one client without a key 2,000 a day are kept, and another loses nothing by it', async () => {
  await send(MOST - 10, '192.0.2.1');
  await send(30, '192.0.2.1');
  expect(await kept()).toBe(MOST);
  await send(5, '192.0.2.2');
  expect(await kept()).toBe(MOST + 5);
  clock.advance(12 * 3_600_000);
  await send(MOST, '192.0.2.1');
  expect(await kept()).toBe(1.5 * MOST + 5);
});

it('a key may leave as many as it likes, and a session that is known is identified by anybody', async () => {
  const before = await kept();
  const { test: as } = await app.make.merchant();
  const link = await app.make.link(as);
  const { sessionId } = await app.make.click(link);
  await send(MOST, '127.0.0.1');
  const identify = (session_id: string, key?: string) =>
    app.api.expect('identify', 200, {
      ...(key === undefined ? {} : { as: key }),
      body: { session_id, customer_email_hash: EMAIL_HASH },
    });
  await identify(sessionName());
  expect(await kept()).toBe(before + MOST);
  await identify(sessionName(), as);
  expect(await kept()).toBe(before + MOST + 1);
  await identify(sessionId);
  const rows = await app.rows.query('select from sessions where id = $1 and email_hash is not null', [
    sessionId,
  ]);
  expect(rows).toHaveLength(1);
});
