// followLink while the database is away: the visitor is not to blame.
import { once } from 'node:events';
import { DATABASE_PATIENCE_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../support/app.js';
import { triedAgain } from '../../support/connecting.js';
import { holdTime } from '../../support/held-time.js';
import { lockIsWaitedFor } from '../../support/locks.js';
import type { TestLink } from '../../support/makers.js';
import { expectNoIds, follow } from './visits.js';

let app: TestApp;
let key: string;
let known: TestLink;
let neverFollowed: TestLink;

beforeAll(async () => {
  app = await startApp();
  key = (await app.make.merchant()).test;
  known = await app.make.link(key, { landingUrl: 'https://shop.example.com/known' });
  neverFollowed = await app.make.affiliate(key, known.campaignId);
  await follow(app, known.code);
});
afterAll(() => app.close());

it('a code known here still redirects within two seconds, one never seen here is 503, and clicks are made again afterwards', async () => {
  const clicks = await app.rows.count('clicks');
  await app.gate.shut();
  const time = holdTime(); // nobody's patience with the database ends, but that of a visitor
  const arrived = once(app.server, 'request');
  const unseen = app.api.expect('followLink', 503, { path: { code: neverFollowed.code } });
  for (const method of ['GET', 'HEAD']) {
    const visit = await follow(app, known.code.toUpperCase(), { query: 'utm_source=blog', method });
    expect(visit.location).toBe('https://shop.example.com/known?utm_source=blog');
    expectNoIds(visit);
  }
  await arrived;
  await triedAgain(1);
  time.advance(DATABASE_PATIENCE_MS);
  expect((await unseen).body.error.code).toBe('SERVICE_UNAVAILABLE');
  time.release();
  await app.gate.open();
  expect(await app.rows.count('clicks')).toBe(clicks);
  expect((await follow(app, known.code)).clickId).toMatch(/^clk_/);
  expect((await follow(app, neverFollowed.code)).clickId).toMatch(/^clk_/);
  expect(await app.rows.count('clicks')).toBe(clicks + 2);
});

it('a database that is away for a moment costs the visitor neither the way nor the click', async () => {
  await app.gate.shut();
  const arrived = once(app.server, 'request');
  const visit = follow(app, known.code);
  await arrived;
  await triedAgain(1);
  await app.gate.open();
  expect((await visit).clickId).toMatch(/^clk_/);
});

it('a database that is there but does not get on: the visitor is led on within two seconds', async () => {
  const session = await app.rows.session();
  await session.query('begin');
  await session.query('lock table clicks in access exclusive mode');
  const visit = await follow(app, known.code);
  expectNoIds(visit);
  await lockIsWaitedFor(app.rows); // still: he was led on without his click
  await session.query('rollback');
  expect((await follow(app, known.code)).clickId).toMatch(/^clk_/);
});
