// Finds customer ids that stand for many people (a shop's one "walk-in" account): those that came with more than 1,000 different emails.
// In memory, and of one email in sixteen: an order's own path gets a look into a map, and no statement. So it is about 1,000, what one
// replica has seen since it started; an id that is shared by that many is busy enough to be found anew.
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Decidable } from './conversion.js';
import { customerIdOf } from './conversion.js';
import { tenantKey } from '#platform/database/tenant.js';

/** Different emails that one customer may have before it is told. */
export const MOST_EMAILS = 1000;
/** A hash is as good as random, so one email in sixteen begins so, and always the same ones. */
const COUNTED = '0';
const ONE_IN = 16;
const MOST_COUNTED = Math.floor(MOST_EMAILS / ONE_IN);
/** Customers that are remembered, those seen last. */
const MOST_CUSTOMERS = 5000;

@Injectable()
export class SharedCustomers {
  /** Customer → the hashes counted, by 32 bits of each. */
  private readonly emails = new LRUCache<string, Set<number>>({ max: MOST_CUSTOMERS });

  /** Takes note of the order's email, and says whether its customer id is one that many share. */
  isShared(order: Decidable): boolean {
    const customerId = customerIdOf(order.evidence);
    if (customerId === null) return false;
    const customer = `${tenantKey(order)}/${customerId}`;
    let counted = this.emails.get(customer);
    for (const { kind, value } of order.evidence) {
      if (kind === 'EMAIL' && value?.startsWith(COUNTED)) counted = this.count(customer, counted, value);
    }
    return counted !== undefined && counted.size > MOST_COUNTED;
  }

  private count(customer: string, known: Set<number> | undefined, emailHash: string): Set<number> {
    const counted = known ?? new Set<number>();
    if (!known) this.emails.set(customer, counted);
    if (counted.size <= MOST_COUNTED) counted.add(Number.parseInt(emailHash.slice(-8), 16));
    return counted;
  }
}
