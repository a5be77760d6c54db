// What an API key may do.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// Keys of before may do all, as they could. So may those that a replica of the release before makes while the update rolls: it names no
// permissions, and gets the default. It also lets every key do all: a key that may do less is safe to hand out once the update is done.
const permissions = `
alter table api_keys
  add column permissions jsonb not null default '["record", "read", "manage", "pay"]',
  add constraint api_keys_permissions
    check (permissions <@ '["record", "read", "manage", "pay"]' and jsonb_array_length(permissions) > 0);
`;

export class PermissionsOfKeys1795305600005 implements MigrationInterface {
  name = 'PermissionsOfKeys1795305600005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(permissions);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
