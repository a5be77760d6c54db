// A new connection that PostgreSQL greets and ends in one packet, as it does when it dies at that moment: the process must live on.
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { makeDataSource, type DataSource } from '#platform/database/data-source.js';
import { Database } from '#platform/database/database.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { clientOptions } from '../../../support/postgres.js';

/** ReadyForQuery, idle. */
const GREETING = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

let test: TestDatabase;
let server: Server;
let dataSource: DataSource;
/** How many of the next connections are ended with their greeting. */
let doomed = 0;

beforeAll(async () => {
  test = await startTestDatabase();
  server = createServer((near) => {
    const { host, port } = clientOptions(test.address);
    const far = host?.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port as number, host);
    near.on('error', () => far.destroy()).pipe(far);
    far.on('error', () => near.destroy());
    far.on('data', (bytes) => {
      if (doomed === 0 || !bytes.subarray(-GREETING.length).equals(GREETING)) return near.write(bytes);
      doomed--;
      return near.end(Buffer.concat([bytes, farewell()]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { user, password, database } = test.address;
  const address = { host: '127.0.0.1', port, user, password, database };
  dataSource = makeDataSource(address, { connections: 4, statementMs: 7000 });
  await dataSource.initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  server.close();
  await test.close();
});

/** FATAL 57P01 as PostgreSQL sends it. */
function farewell(): Buffer {
  const fields = [
    'SFATAL',
    'VFATAL',
    'C57P01',
    'Mterminating connection due to unexpected postmaster exit',
    '',
  ];
  const body = Buffer.from(fields.map((field) => `${field}\0`).join(''));
  const head = Buffer.from('E....');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

it('is asked for again: every statement is answered, and nothing ends the process', async () => {
  const database = new Database(dataSource);
  doomed = 3;
  const answers = await Promise.all(Array.from({ length: 4 }, () => database.query('select 1 as one')));
  expect(answers).toEqual(Array.from({ length: 4 }, () => [{ one: 1 }]));
  expect(doomed).toBe(0);
});
