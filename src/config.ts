// Environment → one frozen, typed object, or a refusal that names every bad variable at once.
import type { KeyObject } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { configTable, logLevels, type LogLevel, type VariableName } from './config-table.js';
import * as texts from './config-texts.js';
import { DEFAULT_HOST, DEFAULT_PORT, HOST_NAME, isWholeNumber } from './listen-address.js';
import { parseSecretKey } from '#platform/secrets/key-text.js';

/** A provider by which people may sign in. */
export interface OidcSettings {
  /** As its tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
}

/** The settings of this process; also the injection token. Frozen. */
export class Config {
  readonly port!: number;
  readonly host!: string;
  /** null: metrics are handed out nowhere. */
  readonly metricsPort!: number | null;
  readonly metricsHost!: string;
  /** Absolute. */
  readonly dataDir!: string;
  /** null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl!: string | null;
  /** null: none is set. An embedded PostgreSQL then has one beside it, see `secretKeyIn`. */
  readonly secretKey!: KeyObject | null;
  /** Connections in the pool. */
  readonly databasePool!: number;
  /** Whether a pooler lends connections by the transaction, so that PostgreSQL can keep neither statements nor settings for us. */
  readonly databasePooler!: boolean;
  /** Without a slash at the end. */
  readonly publicUrl!: string;
  readonly logLevel!: LogLevel;
  /** As Express' "trust proxy": false, a number of hops, or addresses and networks. */
  readonly trustProxy!: false | number | string[];
  readonly shutdownSeconds!: number;
  readonly demo!: boolean;
  /** null: no mail is sent. */
  readonly smtpUrl!: string | null;
  readonly mailFrom!: string;
  /** null: people sign in by passwords only. */
  readonly oidc!: OidcSettings | null;
  /** Addresses, networks and host names outside the internet that webhooks may go to; in lower case. */
  readonly webhookAllow!: readonly string[];
  readonly clickRetentionDays!: number;
  /** Whether the service deletes by itself what is old. */
  readonly prune!: boolean;
  /** Of a merchant, in each mode. */
  readonly webhookEndpoints!: number;
  readonly cookieDomain!: string | null;
  readonly rateLimitAnonymousClicks!: { readonly perMinute: number };
  readonly rateLimitAnonymousIdentifies!: { readonly perSecond: number; readonly burst: number };
  /** null: off. */
  readonly rateLimitKey!: { readonly perSecond: number } | null;

  constructor(values: Config) {
    Object.assign(this, values);
    Object.freeze(this.rateLimitAnonymousClicks);
    Object.freeze(this.rateLimitAnonymousIdentifies);
    Object.freeze(this.rateLimitKey);
    Object.freeze(this.oidc);
    Object.freeze(this);
  }
}

/** The environment cannot be used. The message has one line for each bad variable, and never a value that may be secret. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine((text) => isWholeNumber(text, min, max), {
      error: `must be a whole number from ${min} to ${max}`,
    })
    .transform(Number);

const hostName = z.string().regex(HOST_NAME, { error: 'must be a host name or an IP address' });

const oneLine = z
  .string()
  .regex(/^[^\p{Cc}]{1,1000}$/u, { error: 'must be one line of at most 1000 characters' });

const schema = z.object({
  PORT: wholeNumber(0, 65_535).default(DEFAULT_PORT),
  HOST: hostName.default(DEFAULT_HOST),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: hostName.default(DEFAULT_HOST),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    // Not parsed as a URL: PostgreSQL allows what URLs do not, such as user:password@/database?host=/folder/of/socket.
    .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'must look like postgres://user:password@host:port/database' })
    .optional(),
  SECRET_KEY: z
    .string()
    .refine((text) => parseSecretKey(text) !== null, { error: 'must be 32 bytes as base64 or hex' })
    .optional(),
  DATABASE_POOL: wholeNumber(2, 200).default(10),
  DATABASE_POOLER: z.enum(['1', '0'], { error: 'must be 1 or 0' }).default('0'),
  PUBLIC_URL: z
    .string()
    .refine(texts.isPublicUrl, { error: 'must be an http or https URL without user, query or fragment' })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  TRUST_PROXY: z
    .string()
    .refine((text) => texts.parseTrustProxy(text) !== null, {
      error: 'must be a number of proxies (0 to 32) or a comma-separated list of IP addresses and networks',
    })
    .optional(),
  SHUTDOWN_SECONDS: wholeNumber(1, 3600).default(10),
  DEMO: z.enum(['1', '0'], { error: 'must be 1 or 0' }).optional(),
  SMTP_URL: z.string().refine(texts.isSmtpUrl, { error: texts.SMTP_URL_FORM }).optional(),
  MAIL_FROM: z.string().regex(texts.MAIL_ADDRESS, { error: 'must be an email address' }).optional(),
  OIDC_ISSUER: z
    .string()
    .refine(texts.isIssuer, {
      error: 'must be an https URL, or http of this machine, without user, query or fragment',
    })
    .optional(),
  OIDC_CLIENT_ID: oneLine.optional(),
  OIDC_CLIENT_SECRET: oneLine.optional(),
  OIDC_NAME: oneLine.optional(),
  WEBHOOK_ALLOW: z.string().refine(texts.areNetworksAndHosts, { error: texts.NETWORKS_AND_HOSTS }).optional(),
  CLICK_RETENTION_DAYS: wholeNumber(1, 36_500).default(820),
  PRUNE: z.enum(['1', '0'], { error: 'must be 1 or 0' }).default('1'),
  WEBHOOK_ENDPOINTS: wholeNumber(1, 100).default(5),
  COOKIE_DOMAIN: z
    .string()
    .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, { error: 'must be a domain name, such as example.com' })
    .optional(),
  RATE_LIMIT_ANONYMOUS_CLICKS: wholeNumber(1, 1_000_000).default(120),
  RATE_LIMIT_ANONYMOUS_IDENTIFIES: wholeNumber(1, 1_000_000).default(10),
  RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: wholeNumber(1, 1_000_000).default(100),
  RATE_LIMIT_KEY: z
    .union([z.literal('off').transform(() => null), wholeNumber(1, 1_000_000)], {
      error: 'must be off, or a whole number from 1 to 1000000',
    })
    .default(null),
} satisfies Record<VariableName, z.ZodType>);

type Values = z.output<typeof schema>;

const OIDC_VARIABLES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** What no variable is wrong with by itself: one line each. */
function contradictions(values: Values): string[] {
  const missing = OIDC_VARIABLES.filter((name) => values[name] === undefined);
  const isAsked = missing.length < OIDC_VARIABLES.length;
  const lines = isAsked ? missing.map((name) => `${name} must be set, for another OIDC_ variable is`) : [];
  if (isAsked && values.DATABASE_URL !== undefined && values.SECRET_KEY === undefined)
    lines.push('SECRET_KEY must be set for OIDC_ISSUER, with DATABASE_URL');
  return lines;
}

/** As Kubernetes and Docker write where another service is: `tcp://10.96.12.7:9090`. Nobody writes a port so. */
const SERVICE_LINK = /^(?:tcp|udp|sctp):\/\/[^\s/@]+:\d+$/;

/**
 * The variables that were not set by the operator but by Kubernetes, into every pod beside a service of that name: METRICS_PORT for one
 * named `metrics`. They count as not set: a service that somebody else makes must stop no start.
 */
export function serviceLinks(environment: Record<string, string | undefined>): VariableName[] {
  const ports = configTable.map(({ name }) => name).filter((name) => name.endsWith('_PORT'));
  return ports.filter((name) => SERVICE_LINK.test(environment[name]?.trim() ?? ''));
}

/**
 * Reads the settings from an environment. A variable that is empty counts as not set, and so does a link to a service.
 * @throws ConfigError naming every bad variable and its rule.
 */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const links = serviceLinks(environment);
  const given = configTable.flatMap(({ name }) => {
    const text = environment[name]?.trim();
    return text && !links.includes(name) ? [[name, text] as const] : [];
  });
  const parsed = schema.safeParse(Object.fromEntries(given));
  const lines = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (!parsed.success || lines.length > 0) {
    const list = [...new Set(lines)].map((line) => `  ${line}`).join('\n');
    throw new ConfigError(`These environment variables cannot be used:\n${list}`);
  }
  return toConfig(parsed.data);
}

function toConfig(values: Values): Config {
  const publicUrl = values.PUBLIC_URL?.replace(/\/+$/, '') ?? localUrl(values.HOST, values.PORT);
  return new Config({
    port: values.PORT,
    host: values.HOST,
    metricsPort: values.METRICS_PORT ?? null,
    metricsHost: values.METRICS_HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    secretKey: values.SECRET_KEY === undefined ? null : parseSecretKey(values.SECRET_KEY),
    databasePool: values.DATABASE_POOL,
    databasePooler: values.DATABASE_POOLER === '1',
    publicUrl,
    logLevel: values.LOG_LEVEL,
    trustProxy: texts.parseTrustProxy(values.TRUST_PROXY ?? '0') ?? false,
    shutdownSeconds: values.SHUTDOWN_SECONDS,
    demo: values.DEMO === undefined ? values.DATABASE_URL === undefined : values.DEMO === '1',
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`,
    oidc: toOidc(values),
    webhookAllow: Object.freeze(texts.listOf(values.WEBHOOK_ALLOW?.toLowerCase())),
    clickRetentionDays: values.CLICK_RETENTION_DAYS,
    prune: values.PRUNE === '1',
    webhookEndpoints: values.WEBHOOK_ENDPOINTS,
    cookieDomain: values.COOKIE_DOMAIN ?? null,
    rateLimitAnonymousClicks: { perMinute: values.RATE_LIMIT_ANONYMOUS_CLICKS },
    rateLimitAnonymousIdentifies: {
      perSecond: values.RATE_LIMIT_ANONYMOUS_IDENTIFIES,
      burst: values.RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST,
    },
    rateLimitKey: values.RATE_LIMIT_KEY === null ? null : { perSecond: values.RATE_LIMIT_KEY },
  });
}

/** Of which all are there, or none. */
function toOidc(values: Values): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, name: values.OIDC_NAME ?? new URL(issuer).host };
}

/** Where this installation explains error codes. */
export function errorsPageOf({ publicUrl }: Config): string {
  return `${publicUrl}/docs/errors`;
}

/** The address of this service as seen from this machine; a wildcard address is no address to link to. */
export function localUrl(host: string, port: number): string {
  if (['0.0.0.0', '::', '[::]'].includes(host)) return `http://localhost:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
