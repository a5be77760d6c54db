// Addresses and networks as numbers: what an address leads to, and which are of the internet.
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type Ip = ipaddr.IPv4 | ipaddr.IPv6;
/** With the number of bits that all its addresses share. */
export type Network = [Ip, number];

/** Whoever gives out the machines answers here, with their credentials; one is of the internet by its number, and not in truth. */
const METADATA = [
  '100.100.100.200/32', // Alibaba Cloud
  '168.63.129.16/32', // Azure
  '192.0.0.192/32', // Oracle Cloud
  'fd00:ec2::/32', // AWS
  'fd20:ce::254/128', // Google Cloud
  'fd00:42::42/128', // Scaleway
].map((text): Network => ipaddr.parseCIDR(text));

/** All IPv6 that has been given out to the internet. */
const GLOBAL_IPV6: Network = [ipaddr.parse('2000::'), 3];
const NAT64: Network = [ipaddr.parse('64:ff9b::'), 96];
const SIX_TO_FOUR: Network = [ipaddr.parse('2002::'), 16];

/** null for what is no address as machines write it: four decimal numbers, or IPv6. A zone (`%eth0`) is left out. */
export function parseIp(text: string): Ip | null {
  return isIP(text) === 0 ? null : ipaddr.parse(text.replace(/%.*$/, ''));
}

/** An address, or a network such as 10.0.0.0/8; null for any other text. */
export function parseNetwork(text: string): Network | null {
  const ip = parseIp(text);
  if (ip !== null) return [ip, ip.kind() === 'ipv4' ? 32 : 128];
  const [address = ''] = text.split('/');
  return isIP(address) !== 0 && ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : null;
}

/** The IPv4 address that a packet to this IPv6 address reaches: mapped, by NAT64 (RFC 6052) or by 6to4 (RFC 3056). Else itself. */
export function unwrap(ip: Ip): Ip {
  if (!(ip instanceof ipaddr.IPv6)) return ip;
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address();
  const bytes = ip.toByteArray();
  if (contains(NAT64, ip)) return new ipaddr.IPv4(bytes.slice(12));
  if (contains(SIX_TO_FOUR, ip)) return new ipaddr.IPv4(bytes.slice(2, 6));
  return ip;
}

export function contains([network, bits]: Network, ip: Ip): boolean {
  return network.kind() === ip.kind() && ip.match(network, bits);
}

/** Whether it has been given out as one machine's on the internet. `ip` is unwrapped. */
export function isGlobal(ip: Ip): boolean {
  return ip.range() === 'unicast' && (ip.kind() === 'ipv4' || contains(GLOBAL_IPV6, ip));
}

/** Whether it is no receiver's in any network: link-local and metadata, many machines at once, "this host". `ip` is unwrapped. */
export function isNobodys(ip: Ip): boolean {
  return (
    ['linkLocal', 'multicast', 'broadcast', 'unspecified'].includes(ip.range()) ||
    METADATA.some((network) => contains(network, ip))
  );
}

/** 0.0.0.0 and ::, which are dialled as loopback and listened on as all addresses. */
export function isThisHost(ip: Ip): boolean {
  return ip.toByteArray().every((byte) => byte === 0);
}
