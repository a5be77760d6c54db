// What the tables have in common, for the entities of this application.
import { BeforeInsert, PrimaryColumn, type ValueTransformer } from 'typeorm';
import { newId } from '#platform/values/ids.js';

/** PostgreSQL's bigint comes as text; all of ours fit a JavaScript number. */
export const asNumber: ValueTransformer = { to: (value: number) => value, from: Number };

export abstract class TenantRow {
  @PrimaryColumn('uuid', { name: 'merchant_id' })
  merchantId!: string;

  @PrimaryColumn('text')
  mode!: 'live' | 'test';
}

export abstract class TenantRowWithId extends TenantRow {
  @PrimaryColumn('uuid')
  id!: string;

  @BeforeInsert()
  makeId(): void {
    this.id ??= newId();
  }
}
