// How often anybody in this process asked a pool for a connection: who waits for a database that is away shows by trying again.
import pg from 'pg';
import { until } from './until.js';

type Connect = (...args: unknown[]) => unknown;

let tries = 0;
// Not a spy: those end with the file, and this module is loaded once for all that a process runs.
const pool = pg.Pool.prototype as unknown as { connect: Connect };
const connect = pool.connect;
pool.connect = function (this: unknown, ...args: unknown[]) {
  tries++;
  return connect.apply(this, args);
};

export const triesToConnect = (): number => tries;

/** So many callers who wait for a connection now have been refused one, and have tried again: all of them, and again. */
export async function triedAgain(callers: number): Promise<void> {
  const before = tries;
  await until(() => tries >= before + 2 * callers, undefined, `${callers} callers tried again`);
}
