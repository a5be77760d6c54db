// How often browsers of one address may be led back by the provider: each time the provider is asked something. Pure.
import type { Counter } from '#accounts/sessions/sign-in-limits.js';

const ADDRESS = { free: 30, longestSeconds: 900 };

/** A sign-in that went through takes itself back. @param client as limits count clients. */
export function callbackCounterOf(client: string): Counter {
  return { name: `provider:${client}`, limit: ADDRESS };
}
