// Who does something, and from where, as the audit log keeps it.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import ipaddr from 'ipaddr.js';
import { exchangeOf } from '#platform/contract/exchange.js';

export interface Actor {
  /** UUID; null for a key, and for whoever runs the installation. */
  personId: string | null;
  /** UUID; null for a person, and for whoever runs the installation. */
  keyId: string | null;
  /** Shortened, as `networkOf` makes it; null when it is not known. */
  address: string | null;
}

/** Whoever runs the installation, from its command line. */
export const OPERATOR: Actor = { personId: null, keyId: null, address: null };

/** Handler parameter: who sends this call. */
export const ActorParam = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<Request>();
  const { caller, person } = exchangeOf(request);
  return {
    personId: person?.personId ?? null,
    keyId: caller?.keyId ?? null,
    address: networkOf(request.ip ?? ''),
  };
});

/** An address, shortened so that it says which network and not which person. */
export function networkOf(address: string): string | null {
  const [bare = ''] = address.split('%');
  if (!ipaddr.isValid(bare)) return null;
  const ip = ipaddr.process(bare);
  if (ip instanceof ipaddr.IPv4) return [...ip.octets.slice(0, 3), 0].join('.');
  const kept = ip.parts.map((part, index) => (index < 3 ? part : 0));
  return new ipaddr.IPv6(kept).toString();
}
