// The first look at the database of the operator: what is wrong is said at once, with the variable's name and without the password.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { DatabaseUnusable, reachDatabase } from '#platform/database/reach.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { startGate } from '../../../support/gate.js';
import { urlOf } from '../../cli/calling.js';

const FOR_EVER_MS = 600_000;
const PASSWORD = 'hunter2';

let test: TestDatabase;
const servers: Server[] = [];

beforeAll(async () => {
  test = await startTestDatabase();
});

afterAll(async () => {
  for (const server of servers) server.close();
  await test.close();
});

async function reach(url: string, patienceMs = FOR_EVER_MS) {
  const told: string[] = [];
  const tell = (message: string, fields: object = {}) => void told.push(message, JSON.stringify(fields));
  const error = await reachDatabase({ url, lent: false, patienceMs, tell }).then(
    () => null,
    (thrown: unknown) => thrown as Error,
  );
  const said = [error?.message, ...told].join('\n');
  expect(said).not.toContain(PASSWORD);
  return { error, told, said };
}

/** Something on a port that answers every connection with an error of PostgreSQL's protocol. */
async function answering(code: string, message: string): Promise<string> {
  const fields = `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`;
  const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([head, Buffer.from(fields)])));
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `postgres://u:${PASSWORD}@127.0.0.1:${(server.address() as AddressInfo).port}/db`;
}

it('a database that is there is reached, and nothing is said', async () => {
  expect(await reach(urlOf(test.address))).toMatchObject({ error: null, told: [] });
});

it('what waiting cannot mend is said at once: no such database', async () => {
  const { error, told } = await reach(urlOf({ ...test.address, database: 'nothere' }));
  expect(error).toBeInstanceOf(DatabaseUnusable);
  expect(error?.message).toMatch(
    /^DATABASE_URL \(database "nothere" on .*\) cannot be used: .*does not exist/,
  );
  expect(told).toEqual([]);
});

it.each([
  ['a wrong password', '28P01', 'password authentication failed for user "u"'],
  ['a user who may not log in', '28000', 'role "u" is not permitted to log in'],
])('what waiting cannot mend is said at once: %s', async (_, code, message) => {
  const { error, told } = await reach(await answering(code, message));
  expect(error?.message).toMatch(/^DATABASE_URL \(database "db" on 127\.0\.0\.1:\d+, user "u"\)/);
  expect(error?.message).toContain(message);
  expect(told).toEqual([]);
});

it('a pooler that refuses our settings is named, with the variable that it needs', async () => {
  const { error } = await reach(await answering('08P01', 'unsupported startup parameter: options'));
  expect(error?.message).toMatch(/unsupported startup parameter.*pgbouncer.*DATABASE_POOLER=1/);
});

it('a URL that cannot be read is said without repeating it', async () => {
  const { error } = await reach(`postgres://u:${PASSWORD}@[bad/db`);
  expect(error?.message).toMatch(/^DATABASE_URL cannot be read.*percent-encoded/);
  expect(error?.cause).toBeUndefined();
});

it('a database that does not answer yet is waited for, and that is said at once, with the reason', async () => {
  const gate = await startGate(test.address);
  await gate.shut();
  const told: [string, object?][] = [];
  let hear: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => (hear = resolve));
  const reached = reachDatabase({
    url: urlOf(gate.address),
    lent: false,
    patienceMs: 30_000,
    tell: (...what) => {
      told.push(what);
      hear();
    },
  });
  await heard;
  await gate.open();
  await reached;
  expect(told).toEqual([
    [
      'waiting up to 30 seconds for the database in DATABASE_URL',
      expect.objectContaining({ reason: expect.any(String) as string }) as object,
    ],
  ]);
  await gate.close();
});

it('is given up in the end, naming the variable, what it leads to and how long it was waited for', async () => {
  const { error } = await reach(`postgres://u:${PASSWORD}@127.0.0.1:1/db`, 0);
  expect(error?.message).toMatch(
    /^DATABASE_URL .*127\.0\.0\.1:1.*not reached within 0 seconds.*ECONNREFUSED/,
  );
});
