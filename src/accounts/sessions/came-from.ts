// Where a person's call comes from: the client as limits count it, and what is kept of it, which is less.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { networkOf } from '#accounts/audit-log/actor.js';
import { clientOf } from '#platform/http/rate-limit.js';

export interface CameFrom {
  /** As limits count clients. */
  client: string;
  /** What is kept: the last byte of IPv4 is 0, of IPv6 all but the first 48 bits; null for what is no address. */
  address: string | null;
  /** `Firefox on Linux`: what the browser calls itself, a claim. */
  device: string;
  /** Whether it came by https, as far as this process sees. */
  isSecure: boolean;
}

/** Handler parameter. */
export const CameFromParam = createParamDecorator((_: unknown, context: ExecutionContext): CameFrom => {
  const { ip = '', headers, secure } = context.switchToHttp().getRequest<Request>();
  return {
    client: clientOf(ip),
    address: networkOf(ip),
    device: deviceOf(headers['user-agent'] ?? ''),
    isSecure: secure,
  };
});

/** The first that is named in the header: those that pose as others name these too, and come first. */
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Words of ours alone: nothing that was sent is repeated. */
export function deviceOf(userAgent: string): string {
  const first = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [first(BROWSERS), first(SYSTEMS)];
  if (browser === undefined) return system ?? 'Unknown';
  return system === undefined ? browser : `${browser} on ${system}`;
}
