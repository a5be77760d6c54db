// Waiting for the browser script on a page, and asking it.
import type { Page } from 'playwright-core';

/** Waits until the script is there. By asking again and again from outside, since pages with a strict policy let nothing be evaluated. */
export async function ready(page: Page): Promise<void> {
  await until(() => page.evaluate('typeof window.RefCampaign?.getSessionId === "function"'));
}

export function sessionOf(page: Page): Promise<string | null> {
  return page.evaluate('RefCampaign.getSessionId()');
}

/** @throws Error when it is not so within five seconds. */
export async function until(isSo: () => unknown): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it never came to be so');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
