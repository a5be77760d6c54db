// A service that knows its own address, as an installation does: what its pages show leads back to it.
import { startApp, type TestApp } from '../support/app.js';
import { freePort } from '../support/free-port.js';

/** What stands in guides and samples for the address of the installation. */
export const SAMPLE_ORIGIN = 'http://127.0.0.1:3000';

/** As merchants have them, instead of those that tests would run into. */
export const USUAL_LIMITS = {
  RATE_LIMIT_ANONYMOUS_CLICKS: '',
  RATE_LIMIT_ANONYMOUS_IDENTIFIES: '',
  RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '',
};

/** Starts it on a free port, which its PUBLIC_URL names. */
export async function startAppWithOwnAddress(environment: Record<string, string> = {}): Promise<TestApp> {
  const port = await freePort();
  const own = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  return startApp({ environment: { ...own, ...environment } });
}
