// Which addresses a webhook may be sent to: those of the internet, and what WEBHOOK_ALLOW opens; never this service itself.
// Why so: docs/decisions/0030-where-a-webhook-may-go.md
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type ipaddr from 'ipaddr.js';
import type { Config } from '#config.js';
import { contains, isGlobal, isNobodys, isThisHost, parseIp, parseNetwork, unwrap } from './networks.js';
import type { Ip, Network } from './networks.js';

/** Where a connection is to go, as its URL says it. */
export interface Destination {
  /** A name or an address, in lower case; IPv6 without brackets. */
  hostname: string;
  port: number;
}

/** An address that this service listens on, as its settings say it. */
export interface Listener {
  host: string;
  port: number;
}

export class AddressGuard {
  private readonly names = new Set<string>();
  private readonly addresses = new Set<string>();
  private readonly networks: Network[] = [];

  /**
   * @param allow addresses, networks and host names, as `Config.webhookAllow` has them
   * @param own where this service listens: refused whatever `allow` says. Port 0 is not known and refuses nothing.
   */
  constructor(
    private readonly allow: readonly string[],
    private readonly own: readonly Listener[],
  ) {
    for (const entry of allow) {
      const network = parseNetwork(entry);
      if (network === null) this.names.add(entry);
      else if (isWhole(network)) this.addresses.add(unwrap(network[0]).toString());
      else this.networks.push(network);
    }
  }

  static of({ webhookAllow, host, port, metricsHost, metricsPort }: Config): AddressGuard {
    return new AddressGuard(webhookAllow, [
      { host, port },
      { host: metricsHost, port: metricsPort ?? 0 },
    ]);
  }

  /**
   * Whether a connection may be opened to this address. Asked of each address at the moment of dialling: what a name resolved to before
   * says nothing.
   * @param address as a resolver or a URL gives it; what is none may not be dialled
   */
  mayDial(address: string, { hostname, port }: Destination): boolean {
    const written = parseIp(address);
    if (written === null) return false;
    const ip = unwrap(written);
    if (this.isOwn(ip, port)) return false;
    if (this.addresses.has(ip.toString())) return true;
    if (isNobodys(ip)) return false;
    return this.names.has(hostname) || this.networks.some((network) => contains(network, ip)) || isGlobal(ip);
  }

  /** Whether the host of a URL may be an endpoint's, as far as its text tells; what a name resolves to is asked when it is dialled. */
  mayName(destination: Destination): boolean {
    const { hostname } = destination;
    if (isIP(hostname) !== 0) return this.mayDial(hostname, destination);
    if (this.names.has(hostname)) return true;
    if (isLoopbackName(hostname))
      return ['127.0.0.1', '::1'].some((address) => this.mayDial(address, destination));
    // The internet has no host without a dot: it is one of the operator's network.
    return hostname.includes('.') || this.allow.length > 0;
  }

  /** Whether WEBHOOK_ALLOW has this name, so that the operator answers for it. */
  isListedName(hostname: string): boolean {
    return this.names.has(hostname);
  }

  private isOwn(ip: Ip, port: number): boolean {
    return this.own.some((listener) => {
      if (listener.port !== port) return false;
      const host = parseIp(listener.host.replace(/^\[|\]$/g, ''));
      // Listening on a name is taken for listening on all addresses.
      if (host === null || isThisHost(host)) return isOfThisMachine(ip);
      return isThisHost(ip) || unwrap(host).toString() === ip.toString();
    });
  }
}

/** `localhost` and all names below it mean this machine (RFC 6761), whatever a server of names says. */
export function isLoopbackName(hostname: string): boolean {
  return /(^|\.)localhost$/.test(hostname);
}

function isWhole([ip, bits]: Network): boolean {
  return bits === (ip.kind() === 'ipv4' ? 32 : 128);
}

/** Asked anew each time: addresses come and go, and only who dials one of our ports makes us look. */
function isOfThisMachine(ip: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (isThisHost(ip) || ip.range() === 'loopback') return true;
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.some(({ address }) => parseIp(address)?.toString() === ip.toString());
}
