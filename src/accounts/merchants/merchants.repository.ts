// Every query on merchants. `changed_at` is the database's clock at the moment of writing: replicas poll by it.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows } from '#platform/database/rows.js';
import { MerchantEntity } from './merchant.entity.js';

const merchants = new Rows(MerchantEntity);

@Injectable()
export class MerchantsRepository {
  /** Writes a merchant unless one with this id exists; null then. */
  insert(queryable: Queryable, id: string, name: string): Promise<MerchantEntity | null> {
    return merchants.insertUnlessKnown(
      queryable,
      { id, name, locked_at: null, created_at: DATABASE_NOW, changed_at: DATABASE_NOW },
      ['id'],
    );
  }

  /** All of them, oldest first. */
  list(queryable: Queryable): Promise<MerchantEntity[]> {
    return merchants.list(queryable, {}, ['id']);
  }

  async exists(queryable: Queryable): Promise<boolean> {
    return (await queryable.query('select from merchants limit 1')).length > 0;
  }

  find(queryable: Queryable, id: string): Promise<MerchantEntity | null> {
    return merchants.find(queryable, { id });
  }

  /** Reads a merchant and keeps others from changing it until the transaction ends. */
  lock(tx: Tx, id: string): Promise<MerchantEntity | null> {
    return merchants.lock(tx, { id });
  }

  /** Key checks notice, for they know the name. */
  async rename(tx: Tx, id: string, name: string): Promise<void> {
    await merchants.update(tx, { id }, { name, changed_at: DATABASE_NOW });
  }

  /** Locks or unlocks; a merchant locked before keeps the time of its first lock. Null when there is no such merchant. */
  async setLocked(queryable: Queryable, id: string, locked: boolean): Promise<MerchantEntity | null> {
    const rows = await queryable.query<MerchantEntity>(
      `update merchants m
       set locked_at = case when $2::boolean then coalesce(locked_at, clock_timestamp()) end, changed_at = clock_timestamp()
       where id = $1 returning ${merchants.columns('m')}`,
      [id, locked],
    );
    return rows[0] ?? null;
  }
}
