// People for tests, written by SQL as the service would have: a password takes a tenth of a second to hash, and few tests need one.
import { hash, randomBytes } from 'node:crypto';
import { hashPassword } from '#accounts/people/password.js';
import type { Role } from '#accounts/people/role.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import type { TestSession } from './call.js';
import type { Rows } from './rows.js';

export interface PersonWanted {
  role?: Role;
  email?: string;
  name?: string;
  /** Whether they have the password PASSWORD; none unless told. */
  hasPassword?: boolean;
  /** When they signed in, and last said who they are; now unless told. */
  at?: Date;
}

export interface TestPerson {
  /** A UUID. */
  id: string;
  email: string;
  /** Signed in, for the merchant's test mode. */
  session: TestSession;
}

export const PASSWORD = 'correct horse battery staple';
let hashed: Promise<string> | null = null;

/** Somebody who belongs to the merchant and is signed in. */
export async function makePerson(
  rows: Rows,
  merchantId: string,
  { role = 'OWNER', name = 'Ada Lovelace', hasPassword = false, at = new Date(), ...wanted }: PersonWanted,
): Promise<TestPerson> {
  const id = newId();
  const email = wanted.email ?? `person-${randomBytes(6).toString('hex')}@example.com`;
  const password = hasPassword ? await (hashed ??= hashPassword(PASSWORD, 'tests')) : null;
  await rows.query(
    `insert into people (id, email, name, language, time_zone, password_hash, created_at)
     values ($1, $2, $3, 'en', 'Europe/Paris', $4, $5)`,
    [id, email, name, password, at],
  );
  await addMembership(rows, merchantId, id, role);
  const cookie = await addSession(rows, id, at);
  return { id, email, session: { cookie, merchant: toPublicId('mer', merchantId), mode: 'test' } };
}

export async function addMembership(
  rows: Rows,
  merchantId: string,
  personId: string,
  role: Role,
): Promise<void> {
  await rows.query(
    'insert into memberships (merchant_id, person_id, role, created_at) values ($1, $2, $3, now())',
    [merchantId, personId, role],
  );
}

/** A further browser in which the person is signed in: its cookies. */
export async function addSession(rows: Rows, personId: string, at = new Date()): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await rows.query(
    `insert into person_sessions (token_hash, id, person_id, device, address, created_at, last_used_at, confirmed_at)
     values ($1, $2, $3, 'Firefox on Linux', '203.0.113.0', $4, $4, $4)`,
    [hash('sha256', token, 'buffer'), newId(), personId, at],
  );
  // Whether the installation is reached by https or not: it looks at one of the two.
  return `rc_session=${token}; __Host-rc_session=${token}`;
}
