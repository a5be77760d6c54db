// The commands, as npm runs them but in this process: what they print, where, and how they end.
import { isKeyText } from '#accounts/api-keys/key-text.js';
import { keysCommand } from '#cli/keys.command.js';
import { merchantsCommand } from '#cli/merchants.command.js';
import { fromPublicId, newId, toPublicId } from '#platform/values/ids.js';
import { startTestDatabase, type TestDatabase } from '../../support/database.js';
import { callCommand, urlOf, type Ended } from './calling.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

/** `keys create …` → how it ended. */
function call(
  text: string,
  environment: Record<string, string> = { DATABASE_URL: urlOf(db.address) },
): Promise<Ended> {
  const [name, ...args] = text.split(' ');
  return callCommand(name === 'keys' ? keysCommand : merchantsCommand, args, environment);
}

async function json<Value>(text: string): Promise<Value> {
  const { code, stdout, stderr } = await call(`${text} --json`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Value;
}

interface Merchant {
  merchantId: string;
  name: string;
  lockedAt: string | null;
  createdAt: string;
}
interface Key {
  keyId: string;
  permissions: string[];
  key?: string;
  revokedAt: string | null;
}

describe('npm run merchants', () => {
  it('makes, lists, locks and unlocks, with --json printing JSON and nothing else', async () => {
    const made = await json<Merchant>('merchants create --name Northwind');
    expect(made).toEqual({
      merchantId: expect.stringMatching(/^mer_/) as string,
      name: 'Northwind',
      lockedAt: null,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
    expect(await json<Merchant[]>('merchants list')).toContainEqual(made);
    const locked = await json<Merchant>(`merchants lock ${made.merchantId}`);
    expect(locked).toEqual({ ...made, lockedAt: expect.any(String) as string });
    expect(await json<Merchant>(`merchants unlock ${made.merchantId}`)).toEqual(made);
  });

  it('says it in words to people', async () => {
    const { stdout } = await call('merchants create --name Contoso');
    const merchantId = /mer_\w+/.exec(stdout)![0];
    expect(stdout).toBe(`Merchant ${merchantId} (Contoso) was made.\n`);
    expect((await call('merchants list')).stdout).toMatch(/^ID +NAME +CREATED +LOCKED\n[^]*Contoso/);
    expect((await call(`merchants lock ${merchantId}`)).stdout).toMatch(/is locked/);
    expect((await call(`merchants unlock ${merchantId}`)).stdout).toMatch(/is unlocked/);
  });
});

describe('what is done from the shell', () => {
  /** What the merchant's people see of it, oldest first. */
  const noted = (merchantId: string) =>
    db.database.query(
      `select action, mode, target, details, person_id, key_id, address from audit_log
       where merchant_id = $1 order by id`,
      [fromPublicId('mer', merchantId)],
    );
  const byOperator = { person_id: null, key_id: null, address: null };

  it('is in the audit log: a lock, once; a key that is made, and one that is revoked', async () => {
    const { merchantId } = await json<Merchant>('merchants create --name Noted');
    const create = `keys create --merchant ${merchantId} --mode live --name till --permissions record,read`;
    const { keyId } = await json<Key>(create);
    await json<Key>(`keys revoke ${keyId}`);
    await json<Merchant>(`merchants unlock ${merchantId}`);
    for (let twice = 0; twice < 2; twice++) await json<Merchant>(`merchants lock ${merchantId}`);
    await json<Merchant>(`merchants unlock ${merchantId}`);
    const key = { ...byOperator, mode: 'live', target: keyId };
    const merchant = { ...byOperator, mode: null, target: merchantId, details: {} };
    expect(await noted(merchantId)).toEqual([
      { ...key, action: 'KEY_MADE', details: { name: 'till', permissions: 'record read' } },
      { ...key, action: 'KEY_REVOKED', details: { name: 'till' } },
      { ...merchant, action: 'MERCHANT_LOCKED' },
      { ...merchant, action: 'MERCHANT_UNLOCKED' },
    ]);
  });

  it('leaves nothing in it when it fails', async () => {
    const nobody = toPublicId('mer', newId());
    expect((await call(`merchants lock ${nobody}`)).code).toBe(1);
    expect((await call(`keys revoke ${toPublicId('key', newId())}`)).code).toBe(1);
    expect(await noted(nobody)).toEqual([]);
  });
});

describe('npm run keys', () => {
  let merchantId: string;
  beforeAll(async () => {
    ({ merchantId } = await json<Merchant>('merchants create --name Fabrikam'));
  });

  it('shows a key once, and then what recognises it', async () => {
    const made = await json<Key>(`keys create --merchant ${merchantId} --mode test --name till`);
    expect(made).toMatchObject({ merchantId, mode: 'test', name: 'till', lastUsedAt: null, revokedAt: null });
    expect(isKeyText(made.key!)).toBe(true);
    const { key, ...shown } = made;
    expect(await json<Key[]>(`keys list --merchant ${merchantId}`)).toEqual([shown]);
    expect(await json<Key>(`keys revoke ${made.keyId}`)).toEqual({
      ...shown,
      revokedAt: expect.any(String) as string,
    });
    expect((await call(`keys list --merchant ${merchantId}`)).stdout).not.toContain(key);
  });

  it('makes a key that may do what is asked for, and one that may do all where nothing is', async () => {
    const { merchantId: owner } = await json<Merchant>('merchants create --name Tailspin');
    const create = `keys create --merchant ${owner} --mode live --name shop`;
    const all = ['record', 'read', 'manage', 'pay'];
    expect((await json<Key>(create)).permissions).toEqual(all);
    expect((await json<Key>(`${create} --permissions record`)).permissions).toEqual(['record']);
    expect((await json<Key>(`${create} --permissions pay,record,pay`)).permissions).toEqual([
      'record',
      'pay',
    ]);
    const listed = await json<Key[]>(`keys list --merchant ${owner}`);
    expect(listed.map(({ permissions }) => permissions)).toEqual([all, ['record'], ['record', 'pay']]);
    const { stdout } = await call(`keys list --merchant ${owner}`);
    expect(stdout).toMatch(
      /^ID +KEY +NAME +PERMISSIONS +CREATED [^]* record,read,manage,pay [^]* record,pay /,
    );
    expect((await call(`${create} --permissions record`)).stdout).toMatch(/\(shop; record\)\. It is shown/);
  });

  it('says with --help what each permission is for, and that a key has all unless told', async () => {
    const { stdout } = await call('keys create --help');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/some of record,read,manage,pay, .*\(default: all of them\)/);
    for (const permission of ['record', 'read', 'manage', 'pay'])
      expect(stdout).toMatch(new RegExp(`^  ${permission} +\\w`, 'm'));
  });

  it.each([
    ['reed', 'There is no permission reed. Did you mean read?'],
    ['Record', 'There is no permission Record. Did you mean record?'],
    ['record,payouts', 'There is no permission payouts; there are record,read,manage,pay.'],
    ['own', 'There is no permission own; there are record,read,manage,pay.'],
    ['any', 'There is no permission any; there are record,read,manage,pay.'],
    ['record,', 'A name is missing; there are record,read,manage,pay.'],
  ])('refuses --permissions %s, saying what there is, and makes no key', async (list, words) => {
    const { merchantId: owner } = await json<Merchant>('merchants create --name Wingtip');
    const create = `keys create --merchant ${owner} --mode live --name shop`;
    const { code, stdout, stderr } = await call(`${create} --permissions ${list}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(await json<Key[]>(`keys list --merchant ${owner}`)).toEqual([]);
  });

  it('tells people that the key is shown this once', async () => {
    const { stdout, code } = await call(`keys create --merchant ${merchantId} --mode live --name shop`);
    expect(code).toBe(0);
    expect(isKeyText(stdout.split('\n')[0]!)).toBe(true);
    expect(stdout).toMatch(/shown this once and cannot be shown again/);
  });

  it('has nothing to list for a merchant without keys', async () => {
    const empty = await json<Merchant>('merchants create --name Empty');
    expect(await json<Key[]>(`keys list --merchant ${empty.merchantId}`)).toEqual([]);
    expect((await call(`keys list --merchant ${empty.merchantId}`)).stdout).toBe(
      'This merchant has no keys yet.\n',
    );
  });
});

describe('what goes wrong', () => {
  const nobody = toPublicId('mer', newId());

  it.each([
    [`keys create --merchant ${nobody} --mode live --name x`, 'keys: There is no merchant with this id.\n'],
    [`keys list --merchant ${nobody}`, 'keys: There is no merchant with this id.\n'],
    [`keys revoke ${toPublicId('key', newId())}`, 'keys: There is no API key with this id.\n'],
    [`merchants lock ${nobody} --json`, 'merchants: There is no merchant with this id.\n'],
  ])('%s ends with 1 and one line', async (text, stderr) => {
    expect(await call(text)).toEqual({ code: 1, stdout: '', stderr });
  });

  it.each([
    'keys',
    'keys frobnicate',
    'keys create',
    `keys create --merchant ${nobody} --mode both --name x`,
    `keys create --merchant ${nobody} --mode live`,
    'keys list --merchant cmp_1',
    'keys revoke',
    'keys revoke rc_live_x',
    'merchants create --nam x',
    'merchants lock',
  ])('%s was called wrongly: 2', async (text) => {
    const { code, stdout, stderr } = await call(text);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/npm run (keys|merchants) -- --help|Usage: /);
  });

  it('a name that cannot be one is a wrong call too', async () => {
    const stderr = "merchants: The merchant's name must be 1 to 100 characters without line breaks.\n";
    expect(await call(`merchants create --name ${'x'.repeat(101)}`)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('a key given for its id is not repeated on the terminal', async () => {
    const key = `rc_live_${'a'.repeat(36)}`;
    const { stderr } = await call(`keys revoke ${key}`);
    expect(stderr).not.toContain(key);
  });

  it('--help is no error', async () => {
    const { code, stdout } = await call('keys --help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/create[^]*list[^]*revoke/);
  });

  it('a bad environment is named in one line', async () => {
    const { code, stderr } = await call('merchants list', { PORT: 'x', DATABASE_URL: 'nonsense' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^merchants: .*PORT .*DATABASE_URL .*\n$/);
  });

  it('a database that is not there is said in one line, without the password', async () => {
    const { code, stderr } = await call('merchants list', {
      DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^merchants: DATABASE_URL .*127\.0\.0\.1:1.*ECONNREFUSED.*\n$/);
    expect(stderr).not.toContain('hunter2');
  }, 15_000);
});
