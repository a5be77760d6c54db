// The environment is read once, whole, and refused whole.
import { resolve } from 'node:path';
import { configTable } from '#config-table.js';
import { Config, ConfigError, loadConfig, serviceLinks } from '#config.js';

function refusal(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

describe('configuration', () => {
  it('needs no variable at all', () => {
    const config = loadConfig({});
    expect(config).toBeInstanceOf(Config);
    expect({ ...config }).toEqual({
      port: 3000,
      host: '127.0.0.1',
      metricsPort: null,
      metricsHost: '127.0.0.1',
      dataDir: resolve('data'),
      databaseUrl: null,
      secretKey: null,
      databasePool: 10,
      databasePooler: false,
      publicUrl: 'http://127.0.0.1:3000',
      logLevel: 'info',
      trustProxy: false,
      smtpUrl: null,
      mailFrom: 'no-reply@127.0.0.1',
      oidc: null,
      webhookAllow: [],
      shutdownSeconds: 10,
      demo: true,
      clickRetentionDays: 820,
      prune: true,
      webhookEndpoints: 5,
      cookieDomain: null,
      rateLimitAnonymousClicks: { perMinute: 120 },
      rateLimitAnonymousIdentifies: { perSecond: 10, burst: 100 },
      rateLimitKey: null,
    });
  });

  it('is frozen, its parts too', () => {
    const config = loadConfig({ RATE_LIMIT_KEY: '5' });
    const parts = [
      config,
      config.rateLimitAnonymousClicks,
      config.rateLimitAnonymousIdentifies,
      config.rateLimitKey,
    ];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('takes what is set', () => {
    const config = loadConfig({
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgres://u:secret@db:5432/x',
      PUBLIC_URL: 'https://go.example.com/aff/',
      LOG_LEVEL: 'silent',
      DEMO: '1',
      COOKIE_DOMAIN: 'example.com',
      RATE_LIMIT_KEY: '50',
      RATE_LIMIT_ANONYMOUS_CLICKS: '7',
      DATABASE_POOL: '20',
      CLICK_RETENTION_DAYS: '400',
      WEBHOOK_ENDPOINTS: '20',
      PRUNE: '0',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '::1',
      databaseUrl: 'postgres://u:secret@db:5432/x',
      publicUrl: 'https://go.example.com/aff',
      logLevel: 'silent',
      demo: true,
      cookieDomain: 'example.com',
      rateLimitKey: { perSecond: 50 },
      rateLimitAnonymousClicks: { perMinute: 7 },
      databasePool: 20,
      clickRetentionDays: 400,
      webhookEndpoints: 20,
      prune: false,
    });
  });

  it('keeps metrics on this machine, whoever else the service listens for, unless told', () => {
    expect(loadConfig({ METRICS_PORT: '9464', HOST: '0.0.0.0' })).toMatchObject({
      metricsPort: 9464,
      metricsHost: '127.0.0.1',
    });
    expect(loadConfig({ HOST: '0.0.0.0', METRICS_HOST: '10.0.0.7' }).metricsHost).toBe('10.0.0.7');
  });

  it('makes no demo data in a database of the operator, unless told', () => {
    expect(loadConfig({ DATABASE_URL: 'postgres://db/x' }).demo).toBe(false);
    expect(loadConfig({ DATABASE_URL: 'postgres://db/x', DEMO: '1' }).demo).toBe(true);
    expect(loadConfig({ DEMO: '0' }).demo).toBe(false);
  });

  it('reads an empty variable as one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '', TRUST_PROXY: '' })).toEqual(
      loadConfig({}),
    );
  });

  it('takes METRICS_PORT as not set where Kubernetes set it for a service named metrics', () => {
    const links = ['tcp://10.96.12.7:9090', ' udp://metrics:53', 'tcp://[fd00::7]:9090'];
    for (const METRICS_PORT of links) {
      expect(loadConfig({ METRICS_PORT, PORT: '4000' })).toEqual(loadConfig({ PORT: '4000' }));
      expect(serviceLinks({ METRICS_PORT })).toEqual(['METRICS_PORT']);
    }
  });

  it.each(['http://10.96.12.7:9090', 'tcp://10.96.12.7', 'tcp://user@host:1', '10.96.12.7:9090'])(
    'refuses METRICS_PORT where an operator wrote what is no port: %s',
    (METRICS_PORT) => {
      expect(serviceLinks({ METRICS_PORT })).toEqual([]);
      expect(refusal({ METRICS_PORT })).toMatch(/METRICS_PORT must be a whole number/);
    },
  );

  it('refuses PORT as a link: no service is named so', () => {
    expect(refusal({ PORT: 'tcp://10.96.12.7:9090' })).toMatch(/PORT must be a whole number/);
  });

  it('names every bad variable at once', () => {
    const message = refusal({
      PORT: '70000',
      HOST: 'a b',
      METRICS_PORT: '65536',
      METRICS_HOST: '/metrics',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      PUBLIC_URL: 'ftp://x',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'yes',
      SHUTDOWN_SECONDS: '-1',
      DEMO: 'true',
      COOKIE_DOMAIN: 'x; Secure',
      SMTP_URL: 'https://mail',
      OIDC_ISSUER: 'http://id.example.com',
      OIDC_CLIENT_ID: 'two\nlines',
      OIDC_CLIENT_SECRET: 'two\nlines',
      OIDC_NAME: 'x'.repeat(1001),
      SECRET_KEY: 'hunter2',
      MAIL_FROM: 'Shop <a@b>, c@d',
      CLICK_RETENTION_DAYS: '0',
      WEBHOOK_ENDPOINTS: '0',
      PRUNE: 'yes',
      RATE_LIMIT_KEY: 'none',
      RATE_LIMIT_ANONYMOUS_CLICKS: '1e3',
      RATE_LIMIT_ANONYMOUS_IDENTIFIES: '0',
      RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '1.5',
      DATABASE_POOL: '1',
      DATABASE_POOLER: 'no',
      WEBHOOK_ALLOW: '10.0.0/8',
    });
    const named = message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(' ')[0]);
    const all: string[] = configTable.map(({ name }) => name).filter((name) => name !== 'DATA_DIR');
    expect(named.sort()).toEqual(all.sort());
  });

  describe('a sign-in provider', () => {
    const whole = {
      OIDC_ISSUER: 'https://id.example.com',
      OIDC_CLIENT_ID: 'shop',
      OIDC_CLIENT_SECRET: 'hunter2',
    };

    it('is called by its host unless it has a name', () => {
      const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = whole;
      const oidc = { issuer, clientId, clientSecret, name: 'id.example.com' };
      expect(loadConfig(whole).oidc).toEqual(oidc);
      expect(loadConfig({ ...whole, OIDC_NAME: 'Example ID' }).oidc).toEqual({ ...oidc, name: 'Example ID' });
      expect(Object.isFrozen(loadConfig(whole).oidc)).toBe(true);
    });

    it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)('needs %s', (name) => {
      const message = refusal({ ...whole, [name]: '' });
      expect(message).toContain(`  ${name} must be set`);
      expect(message).not.toContain('hunter2');
    });

    it('is not there for its name alone', () => {
      expect(loadConfig({ OIDC_NAME: 'Example ID' }).oidc).toBeNull();
    });

    it('needs the SECRET_KEY, which only the embedded PostgreSQL has by itself', () => {
      const elsewhere = { ...whole, DATABASE_URL: 'postgres://db/x' };
      expect(refusal(elsewhere)).toContain('  SECRET_KEY must be set');
      expect(loadConfig({ ...elsewhere, SECRET_KEY: 'c'.repeat(64) }).oidc).not.toBeNull();
    });

    it.each([
      'http://localhost:9000',
      'http://127.0.0.1:9000/realms/x',
      'http://[::1]:9000',
      'https://id.example.com/x',
    ])('may be at %s', (issuer) => {
      expect(loadConfig({ ...whole, OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer);
    });

    it.each([
      'http://id.example.com',
      'https://u:p@id.example.com',
      'https://id.example.com/?x',
      'id.example.com',
    ])('may not be at %s', (issuer) => {
      expect(refusal({ ...whole, OIDC_ISSUER: issuer })).toContain('OIDC_ISSUER must be');
    });
  });

  it.each(['postgres:/u:hunter2@', 'hunter2', 'mysql://root:hunter2@db/x'])(
    'never repeats a password in a refusal (%#)',
    (url) => {
      expect(refusal({ DATABASE_URL: url })).not.toContain('hunter2');
    },
  );

  it.each([
    ['2', 2],
    ['0', false],
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['127.0.0.1, fd00::/8', ['127.0.0.1', 'fd00::/8']],
  ])('trusts the proxies in TRUST_PROXY=%s', (text, trusted) => {
    expect(loadConfig({ TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });

  it.each([
    ...['true', '33', '*', '10.0.0.1,', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', '10.0.0.1/8/8', '10.0.0.1/'],
    ...['0x7f.1', '127.1', '010.0.0.1', '256.0.0.1', '::1::', '10.0.0.0/255.0.0.0'],
    ...['0.0.0.0/0', '::/0'], // Express does not start with these
  ])('trusts nobody for TRUST_PROXY=%s', (text) => {
    expect(refusal({ TRUST_PROXY: text })).toContain('TRUST_PROXY');
  });

  it('lets webhooks go to the addresses, networks and hosts of WEBHOOK_ALLOW, in one way of writing', () => {
    const text = '10.0.0.0/8,fd00::/8 , 127.0.0.1,FD00:EC2::254, Receiver.internal,localhost,a_b';
    const { webhookAllow } = loadConfig({ WEBHOOK_ALLOW: text });
    expect(webhookAllow).toEqual(text.toLowerCase().split(/ ?, ?/));
    expect(Object.isFrozen(webhookAllow)).toBe(true);
  });

  it.each([
    ...[
      '*',
      '*.internal',
      '10.0.0.0/33',
      '10.0.0/8',
      '10.0.0',
      '127.1',
      '0x7f.0.0.1/8',
      '256.0.0.1',
      '1',
      '::1::',
    ],
    ...[
      'a,',
      ',',
      'a,,b',
      'a b',
      'https://a',
      'a:80',
      '[::1]',
      'a.',
      '.a',
      '0.0.0.0/0',
      '::/0',
      'bücher.example',
    ],
  ])('opens nothing for WEBHOOK_ALLOW=%s', (text) => {
    expect(refusal({ WEBHOOK_ALLOW: text })).toContain('WEBHOOK_ALLOW must be a comma-separated list');
  });

  it.each([
    [{ HOST: '0.0.0.0', PORT: '8080' }, 'http://localhost:8080'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ HOST: 'shop.local' }, 'http://shop.local:3000'],
  ])('links to itself at %j by default', (environment, url) => {
    expect(loadConfig(environment).publicUrl).toBe(url);
  });

  it.each([
    'https://u:p@x.example',
    'https://x.example/?a',
    'https://x.example/#',
    'x.example',
    'javascript:alert(1)',
  ])('does not take %s for PUBLIC_URL', (url) => {
    expect(refusal({ PUBLIC_URL: url })).toContain('PUBLIC_URL');
  });
});
