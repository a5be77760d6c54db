// To which host passkeys belong, and where browsers know none. Pure.
import { isIP } from 'node:net';
import type { Schema } from '#platform/contract/operation.js';

export interface RelyingParty {
  /** The host: who is asked at another one is not asked for these passkeys. */
  id: string;
  /** The only origin whose pages may ask. */
  origin: string;
}

type Obstacle = Exclude<Schema<'Passkeys'>['obstacle'], 'SECRET_KEY' | null>;

export function relyingPartyOf(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

/** Why no browser would make or ask for a passkey there; null where it would. */
export function obstacleAt(publicUrl: string): Obstacle | null {
  const { hostname, protocol } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return 'IP_ADDRESS';
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || isLocal ? null : 'PLAIN_HTTP';
}
