// What nobody foresaw is 500: the same words for all of it, nothing leaks, and the log has the rest under the request's id.
import { startApp, type TestApp } from '../../support/app.js';
import type { TestCaller } from '../../support/makers.js';
import { unique } from '../../support/makers.js';
import { checkRefusal, failingWith, goodRequest } from './requests.js';

let app: TestApp;
let caller: TestCaller;
let key: string;
const lines: string[] = [];

/** The tables that say who calls stay: without them nobody gets far enough for a 500. */
const moveTables = (from: string, to: string): string => `
  do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = '${from}' and tablename not in ('api_keys', 'merchants', 'migrations')
    loop execute format('alter table ${from}.%I set schema ${to}', t); end loop;
  end $$`;

beforeAll(async () => {
  app = await startApp({ onLog: (line) => lines.push(line) });
  caller = await app.make.caller();
  key = caller.key;
  await app.rows.query('create schema away');
  await app.rows.query(moveTables('public', 'away'));
});
afterAll(() => app.close());

it.each(failingWith(500))(
  '%s: 500 without details, and a line in the log with the same request id',
  async (id) => {
    const requestId = `broken-${unique()}`;
    const reply = await app.api.call(id, {
      ...goodRequest(id, caller),
      headers: { 'x-request-id': requestId },
    });
    const error = checkRefusal(id, reply, [500, 'SERVER_ERROR']);
    expect(error.details).toEqual([]);
    expect(error.message).toBe('Something went wrong on our side. Quote the request id when you ask us.');
    expect(reply.text).not.toMatch(/relation|select|insert|42P01|\.ts|\.js|stack/i);
    const logged = lines
      .filter((line) => line.includes(requestId))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const [cause, ...others] = logged.filter((line) => line['msg'] === 'unforeseen error');
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ level: 'error', requestId, operation: id, error: { code: '42P01' } });
    const requests = logged.filter((line) => line['msg'] === 'request');
    expect(requests).toEqual([expect.objectContaining({ level: 'error', operation: id, status: 500 })]);
  },
);

it('all is well again when the tables are back', async () => {
  await app.rows.query(moveTables('away', 'public'));
  const link = await app.make.link(key);
  await app.api.expect('recordPostback', 201, {
    as: key,
    body: app.make.order({ affiliateCode: link.code }),
  });
  expect((await app.make.click(link)).clickId).toMatch(/^clk_/);
});
