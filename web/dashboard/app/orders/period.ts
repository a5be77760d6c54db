// Days in a time zone: which one it is there, and when it begins.

export function nextDay(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Whether a period of days, both included, ends before it begins: nothing can be in it. */
export function isBackwards({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return from !== undefined && to !== undefined && to < from;
}

/** The day that it is at a moment, there. */
export function dayOf(moment: Date, timeZone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}

/** When a day begins there, as RFC 3339. */
export function startOfDay(day: string, timeZone: string): string {
  return whenClocksShow(`${day}T00:00`, timeZone);
}

/**
 * When the clocks there show this (2026-11-30T14:05), as RFC 3339. Found by looking at the clock there: days of 23 and 25 hours are right,
 * too.
 */
export function whenClocksShow(time: string, timeZone: string): string {
  const wanted = Date.parse(`${time}Z`);
  let guess = wanted;
  for (let step = 0; step < 3; step++) guess += wanted - wallClock(guess, timeZone);
  return new Date(guess).toISOString();
}

/** What the clocks there show at a moment, to the minute: 2026-11-30T14:05. */
export function clockAt(moment: Date, timeZone: string): string {
  return new Date(wallClock(moment.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** What the clocks there show at a moment, read as if it were UTC. */
function wallClock(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return Date.parse(`${parts.replace(' ', 'T')}Z`);
}
