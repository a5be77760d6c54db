// What the text of a variable must look like. Pure.
import ipaddr from 'ipaddr.js';

function hasScheme(text: string, schemes: string[]): boolean {
  return /^[a-z]+:\/\//i.test(text) && URL.canParse(text) && schemes.includes(new URL(text).protocol);
}

export function isPublicUrl(text: string): boolean {
  if (!hasScheme(text, ['http:', 'https:']) || /[?#]/.test(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** What is said on the way is believed: by http only where nobody is on it. */
export function isIssuer(text: string): boolean {
  if (!isPublicUrl(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

export const MAIL_ADDRESS = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/;

export const SMTP_URL_FORM = 'must look like smtp://user:password@host:port';

export function isSmtpUrl(text: string): boolean {
  return hasScheme(text, ['smtp:', 'smtps:']) && new URL(text).hostname !== '';
}

/** null when it is neither a number of hops nor a list of addresses and networks. */
export function parseTrustProxy(text: string): false | number | string[] | null {
  if (/^\d+$/.test(text)) return Number(text) > 32 ? null : Number(text) || false;
  const parts = listOf(text);
  return parts.every(isNetwork) ? parts : null;
}

export const NETWORKS_AND_HOSTS = 'must be a comma-separated list of IP addresses, networks and host names';

/** The parts between the commas of a variable that may be unset. */
export function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').map((part) => part.trim());
}

/** No name ends in a number: what looks like an address and is none was misspelt. */
export function areNetworksAndHosts(text: string): boolean {
  return listOf(text).every((part) => isNetwork(part) || /^([a-z0-9_-]+\.)*(?!\d+$)[a-z0-9_-]+$/i.test(part));
}

/** What Express takes too: it wants four decimal numbers in an IPv4 address, and does not start with a network of everybody. */
function isNetwork(text: string): boolean {
  const { IPv4, IPv6 } = ipaddr;
  if (!text.includes('/')) return IPv4.isValidFourPartDecimal(text) || IPv6.isValid(text);
  if (!IPv4.isValidCIDRFourPartDecimal(text) && !IPv6.isValidCIDR(text)) return false;
  return ipaddr.parseCIDR(text)[1] > 0;
}
