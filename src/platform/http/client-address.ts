// The address that a proxy names in X-Forwarded-For. Some write the port along with it (Azure's gateways do), as a URL would or in quotes;
// a client has another one for each connection, so it must not count as part of who he is.
import ipaddr from 'ipaddr.js';

/** `203.0.113.9:4711`, `[2001:db8::1]:4711` and `"[2001:db8::1]"` as the address alone; any other text as it is. */
export function withoutPort(address: string): string {
  const bare = address.replace(/^"(.*)"$/, '$1');
  const [, bracketed, dotted] = /^(?:\[([^\]]*)\](?::\d+)?|([^[\]]*\.\d+):\d+)$/.exec(bare) ?? [];
  const host = bracketed ?? dotted ?? bare;
  return ipaddr.isValid(host.split('%')[0]!) ? host : address;
}

/** Whether this one of those who passed the request on, counted from us, is believed. */
export type Trusts = (address: string, hop: number) => boolean;

/** The same trust, for addresses that come with a port too. */
export function trustsWithoutPort(trusts: Trusts): Trusts {
  return (address, hop) => trusts(withoutPort(address), hop);
}
