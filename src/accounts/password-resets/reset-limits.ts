// How often a link for a new password may be asked for: a mailbox is not to be filled, nor addresses tried by the thousand. Pure.
import { hash } from 'node:crypto';
import type { Counter } from '#accounts/sessions/sign-in-limits.js';

const ACCOUNT = { free: 3, longestSeconds: 300 };
const ADDRESS = { free: 10, longestSeconds: 900 };

/** In the order in which rows are locked. @param email normalised. @param client as limits count clients. */
export function resetCountersOf(email: string, client: string): Counter[] {
  return [
    { name: `reset-account:${hash('sha256', email, 'hex')}`, limit: ACCOUNT },
    { name: `reset-address:${client}`, limit: ADDRESS },
  ];
}
