// Affiliates are called by their first names, and told apart where several have the same.
import type { components } from '#generated/schema.js';
import { affiliateNames } from '../../../web/dashboard/app/session/affiliate-names.js';

const one = (affiliateId: string, firstName: string | null) =>
  ({ affiliateId, firstName, email: `${affiliateId}@example.com` }) as components['schemas']['Affiliate'];

it('by the first name alone where nobody else has it, by the email where there is none', () => {
  expect([...affiliateNames([one('a', 'Mila'), one('b', null), one('c', null)])]).toEqual([
    ['a', 'Mila'],
    ['b', 'b@example.com'],
    ['c', 'c@example.com'],
  ]);
});

it('namesakes with their emails', () => {
  expect([...affiliateNames([one('a', 'Mila'), one('b', 'Mila'), one('c', 'Noor')])]).toEqual([
    ['a', 'Mila (a@example.com)'],
    ['b', 'Mila (b@example.com)'],
    ['c', 'Noor'],
  ]);
});
