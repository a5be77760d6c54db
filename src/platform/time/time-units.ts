// What a minute, an hour and a day are, in milliseconds. Days are 86,400 seconds everywhere: the contract says so.
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
