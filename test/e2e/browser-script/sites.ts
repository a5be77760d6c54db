// What the tests of this folder share: a merchant's site, and reports that have been written down.
import { operations } from '#generated/operations.js';
import { ReportsService } from '#tracking/browser-script/reports.service.js';
import type { Schema } from '#platform/contract/operation.js';
import type { SharedApp } from '../../support/app.js';
import { send } from '../../support/call.js';
import { expectForAnyPage } from '../tracking/visits.js';

export type Reporting = 'reportInstalled' | 'reportSessionCaptured';

export async function siteOf(app: SharedApp, key: string, testId?: string): Promise<Schema<'Installation'>> {
  const query: Record<string, string> = testId === undefined ? {} : { testId };
  return (await app.api.expect('getInstallation', 200, { as: key, query })).body.data;
}

/** Waits until all that was reported is written. */
export function written(app: SharedApp): Promise<void> {
  return app.service.app.get(ReportsService, { strict: false }).flush();
}

/** Reports as the script does, as text, and waits until it is written; the answer is always the same. */
export async function report(app: SharedApp, id: Reporting, body: object): Promise<void> {
  const input = { rawBody: JSON.stringify(body), headers: { 'content-type': 'text/plain;charset=UTF-8' } };
  const reply = await app.api.expect(id, 204, input);
  expectForAnyPage(reply.headers);
  await written(app);
}

/** Sends these very bytes with these very headers. @returns the answer's headers, without those that every answer has its own of. */
export async function reportRaw(
  app: SharedApp,
  id: Reporting,
  body: string | Buffer | undefined,
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const { path } = operations[id];
  const reply = await send(new URL(path, app.api.baseUrl), { method: 'POST', headers, body });
  expect({ status: reply.status, text: reply.text }).toEqual({ status: 204, text: '' });
  expectForAnyPage(reply.headers);
  const own = ['x-request-id', 'date', 'ratelimit', 'connection', 'keep-alive'];
  return Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !own.includes(name)));
}
