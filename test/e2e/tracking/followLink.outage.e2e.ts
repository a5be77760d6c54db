// followLink while the database is away: the visitor is not to blame.
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type TestApp } from '../../support/app.js';
import type { TestLink } from '../../support/makers.js';
import { expectNoIds, follow } from './visits.js';

let app: TestApp;
let known: TestLink;
let neverFollowed: TestLink;

beforeAll(async () => {
  app = await startApp();
  const { test } = await app.make.merchant();
  known = await app.make.link(test, { landingUrl: 'https://shop.example.com/known' });
  neverFollowed = await app.make.affiliate(test, known.campaignId);
  await follow(app, known.code);
});
afterAll(() => app.close());

it('a code known here still redirects within two seconds, one never seen here is 503, and clicks are made again afterwards', async () => {
  const clicks = await app.rows.count('clicks');
  await app.gate.shut();
  const unseen = app.api.expect('followLink', 503, { path: { code: neverFollowed.code } });
  for (const method of ['GET', 'HEAD']) {
    const startedAt = Date.now();
    const visit = await follow(app, known.code.toUpperCase(), { query: 'utm_source=blog', method });
    expect(Date.now() - startedAt).toBeLessThan(2000);
    expect(visit.location).toBe('https://shop.example.com/known?utm_source=blog');
    expectNoIds(visit);
  }
  expect((await unseen).body.error.code).toBe('SERVICE_UNAVAILABLE');
  await app.gate.open();
  expect(await app.rows.count('clicks')).toBe(clicks);
  expect((await follow(app, known.code)).clickId).toMatch(/^clk_/);
  expect((await follow(app, neverFollowed.code)).clickId).toMatch(/^clk_/);
  expect(await app.rows.count('clicks')).toBe(clicks + 2);
});

it('a database that is away for a moment costs the visitor neither the way nor the click', async () => {
  await app.gate.shut();
  const visit = follow(app, known.code);
  await sleep(400);
  await app.gate.open();
  expect((await visit).clickId).toMatch(/^clk_/);
});

it('a database that is there but does not get on: the visitor is led on within two seconds', async () => {
  const session = await app.rows.session();
  await session.query('begin');
  await session.query('lock table clicks in access exclusive mode');
  const startedAt = Date.now();
  const visit = await follow(app, known.code);
  expect(Date.now() - startedAt).toBeLessThan(2000);
  expectNoIds(visit);
  await session.query('rollback');
  expect((await follow(app, known.code)).clickId).toMatch(/^clk_/);
});
