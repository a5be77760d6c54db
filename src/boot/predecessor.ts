// A port that is taken by a service which is just ending: it is free in a moment, and nobody needs to wait for that but we.
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { localUrl } from '#config.js';
import type { FrontDoor } from '#platform/http/front-door.js';
import { PREDECESSOR_ANSWER_MS, PREDECESSOR_LOOK_MS, START_PATIENCE_MS } from '#platform/time/time-budget.js';

/**
 * Opens the port as soon as the service that is on it has left. Its port closes last, so its data folder is free then too.
 * @throws the error of `listen` when something else is on the port, or a service that stays.
 */
export async function listenAfterPredecessor(door: FrontDoor, port: number, host: string): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    const isPatient =
      performance.now() < deadline && (await isLeaving(`${localUrl(host, port)}/health/ready`));
    try {
      return await door.listen(port, host);
    } catch (error) {
      if (!isPatient) throw error;
      await sleep(PREDECESSOR_LOOK_MS);
    }
  }
}

/** Whether who answers there says that he is shutting down (SHUTTING_DOWN in src/platform/errors/reasons.ts). Who hangs up may be gone already. */
function isLeaving(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = get(url, { agent: false, timeout: PREDECESSOR_ANSWER_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(response.statusCode === 503 && text.includes('"SHUTTING_DOWN"')));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
  });
}
