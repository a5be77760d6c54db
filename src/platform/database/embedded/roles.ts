// What a new cluster needs before the service can use it: its role and its database.
import type { Client } from 'pg';

/** Owns its database and may make others (tests clone theirs), but is no superuser: it cannot read files or run programs. */
export const roleName = 'refcampaign';
export const databaseName = 'refcampaign';

/** Makes role and database if they are missing. @param session a superuser's */
export async function ensureDatabase(session: Client, password: string): Promise<void> {
  const found = await session.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $2) as database`,
    [roleName, databaseName],
  );
  const { role, database } = found.rows[0] ?? { role: false, database: false };
  if (!role) {
    await session.query(`create role ${roleName} login createdb password ${session.escapeLiteral(password)}`);
  }
  // template0: the encoding and sorting that initdb was given, whatever somebody may have put into template1.
  if (!database) await session.query(`create database ${databaseName} owner ${roleName} template template0`);
}
