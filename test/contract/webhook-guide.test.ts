// What the guide says in numbers of when a webhook is sent again is what the service does.
import { MOST_TRIES, pauseMs } from '#integrations/webhooks/deliveries/schedule.js';
import { readGuide } from '../../web/docs/guides.js';
import { languages } from '../../web/docs/words.js';

const UNITS_MS: Record<string, number> = { s: 1000, min: 60_000, h: 3_600_000 };

/** `2 h 35 min` in milliseconds. */
function durationMs(text: string): number {
  const parts = [...text.matchAll(/(\d+) (s|min|h)\b/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS_MS[unit!]!, 0);
}

it.each(languages)('in %s, the table has every try, and how long each is waited for', (language) => {
  const { sections } = readGuide('receive-webhooks', language);
  const rows = sections.flatMap(({ markdown }) => [
    ...markdown.matchAll(/^\| (\d+) +\| ([^|]*)\| ([^|]*)\|$/gm),
  ]);
  expect(rows.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: MOST_TRIES }, (_, at) => at + 1),
  );
  let passedMs = 0;
  for (const [, number, wait, passed] of rows.slice(1)) {
    const failed = {
      attempts: Number(number) - 1,
      failure: 'status',
      status: 500,
      retryAfterSeconds: null,
    } as const;
    const pause = pauseMs(failed, 0.5)!;
    passedMs += pause;
    expect(durationMs(wait!)).toBe(pause);
    // "About": to the minute, once there are minutes.
    expect(Math.abs(durationMs(passed!) - passedMs)).toBeLessThan(60_000);
  }
});
