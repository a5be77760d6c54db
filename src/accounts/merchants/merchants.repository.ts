// Every query on merchants. `changed_at` is the database's clock at the moment of writing: replicas poll by it.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import type { MerchantEntity } from './merchant.entity.js';

const columns = 'id, name, locked_at, created_at, changed_at';

@Injectable()
export class MerchantsRepository {
  /** Writes a merchant unless one with this id exists; null then. */
  async insert(queryable: Queryable, id: string, name: string): Promise<MerchantEntity | null> {
    const rows = await queryable.query<MerchantEntity>(
      `insert into merchants (id, name, locked_at, created_at, changed_at)
       values ($1, $2, null, clock_timestamp(), clock_timestamp())
       on conflict (id) do nothing returning ${columns}`,
      [id, name],
    );
    return rows[0] ?? null;
  }

  /** All of them, oldest first. */
  list(queryable: Queryable): Promise<MerchantEntity[]> {
    return queryable.query(`select ${columns} from merchants order by id`);
  }

  /** Locks or unlocks; a merchant locked before keeps the time of its first lock. Null when there is no such merchant. */
  async setLocked(queryable: Queryable, id: string, locked: boolean): Promise<MerchantEntity | null> {
    const rows = await queryable.query<MerchantEntity>(
      `update merchants
       set locked_at = case when $2::boolean then coalesce(locked_at, clock_timestamp()) end, changed_at = clock_timestamp()
       where id = $1 returning ${columns}`,
      [id, locked],
    );
    return rows[0] ?? null;
  }
}
