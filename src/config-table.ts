// The environment variables that are read: their names, defaults and meanings, in the words of the README.
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line for each variable that is read: the README's table and a test are made from it. */
export const configTable = [
  { name: 'PORT', default: '3000', meaning: 'Port to listen on; 0 takes any free one.' },
  { name: 'HOST', default: '127.0.0.1', meaning: 'Address to listen on; 0.0.0.0 for all.' },
  { name: 'METRICS_PORT', default: '(none)', meaning: 'Port of GET /metrics; 0 takes any free one.' },
  { name: 'METRICS_HOST', default: '127.0.0.1', meaning: 'Address that METRICS_PORT is on.' },
  {
    name: 'DATA_DIR',
    default: './data',
    meaning: 'Folder of the embedded PostgreSQL; not used with DATABASE_URL.',
  },
  {
    name: 'DATABASE_URL',
    default: '(embedded PostgreSQL)',
    meaning: 'postgres://… of a PostgreSQL 14 or newer to use instead of the embedded one.',
  },
  {
    name: 'SECRET_KEY',
    default: 'made in DATA_DIR; with DATABASE_URL (none)',
    meaning:
      '32 bytes, base64 or hex (openssl rand -base64 32), the same on every replica: encrypts what must be read back. Authenticator apps, OIDC_ISSUER and webhook endpoints cannot be set up without it.',
  },
  {
    name: 'DATABASE_POOL',
    default: '10',
    meaning:
      "Connections to PostgreSQL this process may open, 2 to 200. Merchants' reads and changes get half, one merchant half of these.",
  },
  {
    name: 'DATABASE_POOLER',
    default: '0',
    meaning: '1 behind a pooler that lends connections by the transaction (pgbouncer): nothing is prepared.',
  },
  {
    name: 'PUBLIC_URL',
    default: 'http://HOST:PORT',
    meaning: 'Where visitors reach this service; tracking links start with it.',
  },
  { name: 'LOG_LEVEL', default: 'info', meaning: `One of ${logLevels.join(', ')}.` },
  {
    name: 'TRUST_PROXY',
    default: '(none)',
    meaning:
      'Whose X-Forwarded-For counts: a number of proxies, or their addresses and networks, comma-separated.',
  },
  {
    name: 'SHUTDOWN_SECONDS',
    default: '10',
    meaning: 'Seconds from SIGTERM to exit, calls under way included.',
  },
  {
    name: 'DEMO',
    default: '1 with the embedded PostgreSQL, else 0',
    meaning: '1 makes a demo merchant with keys, campaigns and links on the first start.',
  },
  {
    name: 'SMTP_URL',
    default: '(none: no mail)',
    meaning: 'smtp://… or smtps://… of a mail server, for invitations and links for a new password.',
  },
  {
    name: 'MAIL_FROM',
    default: 'no-reply@ the host of PUBLIC_URL',
    meaning: 'Address that mails come from.',
  },
  {
    name: 'OIDC_ISSUER',
    default: '(none: passwords only)',
    meaning:
      'Address of an OpenID Connect provider by which people may sign in too. https, or http on this machine; with it, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
  },
  { name: 'OIDC_CLIENT_ID', default: '(none)', meaning: 'As which client the provider knows this service.' },
  { name: 'OIDC_CLIENT_SECRET', default: '(none)', meaning: 'Its secret there.' },
  {
    name: 'OIDC_NAME',
    default: 'the host of OIDC_ISSUER',
    meaning: 'What people call the provider; it stands on the button.',
  },
  {
    name: 'WEBHOOK_ALLOW',
    default: '(none: the internet only)',
    meaning:
      'Where else webhooks may go: addresses, networks (10.0.0.0/8) and host names, comma-separated. Loopback too is refused without it.',
  },
  {
    name: 'CLICK_RETENTION_DAYS',
    default: '820',
    meaning: 'How old clicks may grow, in days; older ones are deleted.',
  },
  {
    name: 'PRUNE',
    default: '1',
    meaning: '0 leaves old clicks and identities to npm run prune; else the service deletes them every hour.',
  },
  {
    name: 'WEBHOOK_ENDPOINTS',
    default: '5',
    meaning: 'Webhook endpoints a merchant may have in each mode, 1 to 100.',
  },
  {
    name: 'COOKIE_DOMAIN',
    default: '(none: this host only)',
    meaning: "Domain of the redirect's session cookie, where shop and service share one.",
  },
  {
    name: 'RATE_LIMIT_ANONYMOUS_CLICKS',
    default: '120',
    meaning: 'Clicks and reads of public profiles a minute from one client address, on each replica.',
  },
  {
    name: 'RATE_LIMIT_ANONYMOUS_IDENTIFIES',
    default: '10',
    meaning:
      'Anonymous identifies a second, and as many page reports, from one client address, on each replica.',
  },
  {
    name: 'RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST',
    default: '100',
    meaning: 'Anonymous identifies, and as many page reports, one client address may make at once.',
  },
  {
    name: 'RATE_LIMIT_KEY',
    default: 'off',
    meaning: 'Calls a second with one API key, on each replica, or off.',
  },
] as const;

export type VariableName = (typeof configTable)[number]['name'];
