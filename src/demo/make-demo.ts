// The demo as a first start makes it: the merchant with its keys and links, and what the documentation's samples name.
import type { INestApplicationContext } from '@nestjs/common';
import { Log } from '#platform/logging/log.js';
import { DEMO_MERCHANT, DemoService, type Demo } from './demo.service.js';
import { ExampleRows } from './example-rows.js';

/**
 * Makes it once; null when it was made before. The examples come after it and are made once as well: what a merchant deletes stays away.
 * Where they cannot be made (a code that somebody has, no SECRET_KEY for webhooks), the log says so: the demo is there all the same.
 */
export async function makeDemo(app: INestApplicationContext): Promise<Demo | null> {
  const demo = await app.get(DemoService, { strict: false }).createOnce();
  if (!demo) return null;
  try {
    await new ExampleRows(app, { merchantId: DEMO_MERCHANT, mode: 'test' }).make();
  } catch (error) {
    app.get(Log, { strict: false }).warn('not all that the samples name could be made', { error });
  }
  return demo;
}
