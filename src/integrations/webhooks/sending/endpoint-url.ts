// The URL of an endpoint as text: what may be saved. Names are not resolved here; what they lead to is checked when they are dialled.
// Why so: docs/decisions/0030-where-a-webhook-may-go.md
import { isIP } from 'node:net';
import { isLoopbackName, type AddressGuard, type Destination } from './address-guard.js';
import { parseIp, unwrap } from './networks.js';
import type { Mode } from '#platform/database/tenant.js';

export const MOST_URL_CHARACTERS = 2048;

export const endpointUrlMessages = {
  tooLong: `must have at most ${MOST_URL_CHARACTERS} characters`,
  noUrl: 'must be an https URL (http only for loopback hosts in test mode, where the installation allows it)',
  user: 'must have no user name or password',
  fragment: 'must have no fragment (#…)',
  host: 'must name a host that this installation sends webhooks to',
  port: 'must have a port from 1 to 65535',
} as const;

/** As a URL is written: with its host right after two slashes, printable, in one piece. Parsers forgive more, each in its own way. */
const WRITTEN_URL = /^https?:\/\/[^/\\?#][^\\]*$/i;
const BLANK_OR_CONTROL = /[\p{Z}\p{C}]/u;
const USER = /^https?:\/\/[^/?#]*@/i;
const HOST = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;

/**
 * The URL as it is stored and sent to (host in lower case, IDN in ASCII, addresses in their usual form), or what is wrong with it.
 * @param text as the merchant sent it
 */
export function checkEndpointUrl(
  text: string,
  mode: Mode,
  guard: AddressGuard,
): { url: string } | { message: string } {
  const refuse = (name: keyof typeof endpointUrlMessages) => ({ message: endpointUrlMessages[name] });
  if (text.length > MOST_URL_CHARACTERS) return refuse('tooLong');
  if (!WRITTEN_URL.test(text) || BLANK_OR_CONTROL.test(text)) return refuse('noUrl');
  if (USER.test(text)) return refuse('user');
  if (text.includes('#')) return refuse('fragment');
  if (/^https?:\/\/[^/?]*:0*([/?]|$)/i.test(text)) return refuse('port');
  if (!URL.canParse(text)) return refuse('noUrl');
  const url = new URL(text);
  const destination = destinationOf(url);
  const isHost = isIP(destination.hostname) !== 0 || HOST.test(destination.hostname);
  const isAllowed = isHost && guard.mayName(destination);
  if (url.protocol === 'http:' && !(mode === 'test' && isLoopback(destination.hostname) && isAllowed))
    return refuse('noUrl');
  if (!isAllowed) return refuse('host');
  return url.href.length > MOST_URL_CHARACTERS ? refuse('tooLong') : { url: url.href };
}

/** Where a request to this URL goes. */
export function destinationOf({ hostname, port, protocol }: URL): Destination {
  const usual = protocol === 'http:' ? 80 : 443;
  return { hostname: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}

function isLoopback(hostname: string): boolean {
  const ip = parseIp(hostname);
  return ip === null ? isLoopbackName(hostname) : unwrap(ip).range() === 'loopback';
}
