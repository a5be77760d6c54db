// A customer id that stands for many people is found, and no other.
import { createHash } from 'node:crypto';
import type { Decidable } from '#conversions/recording/conversion.js';
import { MOST_EMAILS, SharedCustomers } from '#conversions/recording/shared-customers.js';

const orderOf = (customerId: string, email: string | null, merchantId = 'merchant') =>
  ({
    merchantId,
    mode: 'live',
    evidence: [
      ...(email === null ? [] : [{ kind: 'EMAIL', value: createHash('sha256').update(email).digest('hex') }]),
      { kind: 'CUSTOMER', value: customerId },
    ],
  }) as unknown as Decidable;

function seen(shared: SharedCustomers, customerId: string, emails: number, merchantId?: string): boolean {
  let isShared = false;
  for (let n = 0; n < emails; n++)
    isShared = shared.isShared(orderOf(customerId, `${n}@example.com`, merchantId));
  return isShared;
}

it('is told after about 1,000 different emails, also of an order without one', () => {
  const shared = new SharedCustomers();
  expect(seen(shared, 'till-1', 0.6 * MOST_EMAILS)).toBe(false);
  expect(seen(shared, 'till-1', 1.5 * MOST_EMAILS)).toBe(true);
  expect(shared.isShared(orderOf('till-1', null))).toBe(true);
});

it('is not told of another customer, nor of the same id at another merchant', () => {
  const shared = new SharedCustomers();
  seen(shared, 'till-1', 1.5 * MOST_EMAILS);
  expect(shared.isShared(orderOf('till-2', '1@example.com'))).toBe(false);
  expect(shared.isShared(orderOf('till-1', '1@example.com', 'another'))).toBe(false);
});

it('is not told of a customer with ten thousand orders of few emails', () => {
  const shared = new SharedCustomers();
  for (let n = 0; n < 10_000; n++) {
    expect(shared.isShared(orderOf('cus-1', `${n % 50}@example.com`))).toBe(false);
  }
});

it('is never told of an id that means nobody, which is no customer at all', () => {
  expect(seen(new SharedCustomers(), '0', 1.5 * MOST_EMAILS)).toBe(false);
});
