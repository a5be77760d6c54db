// The audit log is read by who did something, by what was done, and by when.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = `
create index audit_log_person on audit_log (merchant_id, person_id, id);
create index audit_log_action on audit_log (merchant_id, action, id);
create index audit_log_created on audit_log (merchant_id, created_at);
`;

export class AuditLogFilters1795305600008 implements MigrationInterface {
  name = 'AuditLogFilters1795305600008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(indexes);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
