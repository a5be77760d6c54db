// Merchants: made, locked and unlocked by whoever runs the installation (the command line), never over HTTP; renamed by their owners.
import { Injectable } from '@nestjs/common';
import { Failure } from '#platform/errors/failure.js';
import { newId } from '#platform/values/ids.js';
import { Database, type Queryable, type Tx } from '#platform/database/database.js';
import type { MerchantEntity } from './merchant.entity.js';
import { MerchantsRepository } from './merchants.repository.js';

export interface Merchant {
  /** A UUID; outside it is `mer_…`. */
  id: string;
  name: string;
  lockedAt: Date | null;
  createdAt: Date;
}

@Injectable()
export class MerchantsService {
  constructor(
    private readonly database: Database,
    private readonly repository: MerchantsRepository,
  ) {}

  /**
   * Makes a merchant.
   * @throws Failure VALIDATION_FAILED when the name is empty, longer than 100 characters or cannot be stored.
   */
  async create(name: string): Promise<Merchant> {
    const row = await this.repository.insert(this.database.atOnce, newId(), checkedName(name, 'merchant'));
    if (!row) throw new Error('a new merchant id was taken already');
    return toMerchant(row);
  }

  /** Makes the merchant with this id in the caller's transaction; false when it exists (or existed) already. */
  async createOnce(tx: Tx, id: string, name: string): Promise<boolean> {
    return (await this.repository.insert(tx, id, name)) !== null;
  }

  /** All merchants, oldest first. */
  async list(): Promise<Merchant[]> {
    return (await this.repository.list(this.database.atOnce)).map(toMerchant);
  }

  /** By UUID; null when there is none. */
  async find(queryable: Queryable, id: string): Promise<Merchant | null> {
    const row = await this.repository.find(queryable, id);
    return row && toMerchant(row);
  }

  /**
   * Gives a merchant another name in the caller's transaction; every replica tells it within a second.
   * @param name as the contract allows it.
   * @returns what it was; null when there is no such merchant.
   */
  async rename(tx: Tx, id: string, name: string): Promise<Merchant | null> {
    const row = await this.repository.lock(tx, id);
    if (row && row.name !== name) await this.repository.rename(tx, id, name);
    return row && toMerchant(row);
  }

  /** Whether there is any. */
  exist(): Promise<boolean> {
    return this.repository.exists(this.database.atOnce);
  }

  /**
   * Locks a merchant: within one second every replica refuses its keys with 403. Its data stays.
   * @param queryable a transaction to do it in, if it is part of something larger.
   * @throws Failure NOT_FOUND
   */
  lock(id: string, queryable?: Queryable): Promise<Merchant> {
    return this.setLocked(id, true, queryable);
  }

  /**
   * Unlocks a merchant: its keys work again on every replica within one second.
   * @param queryable as in `lock`.
   * @throws Failure NOT_FOUND
   */
  unlock(id: string, queryable?: Queryable): Promise<Merchant> {
    return this.setLocked(id, false, queryable);
  }

  private async setLocked(
    id: string,
    locked: boolean,
    queryable: Queryable = this.database.atOnce,
  ): Promise<Merchant> {
    const row = await this.repository.setLocked(queryable, id, locked);
    if (!row) throw new Failure('NOT_FOUND', 'There is no merchant with this id.');
    return toMerchant(row);
  }
}

/**
 * A name people give to a thing, trimmed.
 * @throws Failure VALIDATION_FAILED when it is empty, longer than 100 characters or holds control characters.
 */
export function checkedName(name: string, what: string): string {
  const trimmed = name.trim();
  if (/^[^\p{Cc}\p{Cs}]{1,100}$/u.test(trimmed)) return trimmed;
  throw new Failure(
    'VALIDATION_FAILED',
    `The ${what}'s name must be 1 to 100 characters without line breaks.`,
  );
}

function toMerchant(row: MerchantEntity): Merchant {
  return { id: row.id, name: row.name, lockedAt: row.locked_at, createdAt: row.created_at };
}
