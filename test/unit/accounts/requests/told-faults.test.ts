// Places of faults as they may be kept: every name of the contract's, and what somebody misspelt, but nothing that could be a value.
import { dtos } from '#generated/dto.js';
import { toToldFaults } from '#accounts/requests/told-faults.js';
import { shapeOf, type DtoClass } from '#platform/contract/dto.js';

const told = (...path: (string | number)[]) => toToldFaults([{ path, message: 'is wrong' }])[0]!.path;

/** The names of everything that can be sent, at any depth. */
function namesOf(dto: DtoClass): string[] {
  return Object.entries(shapeOf(dto)).flatMap(([name, property]) => [
    name,
    ...[property?.object, property?.list].flatMap((inner) => (inner ? namesOf(inner()) : [])),
  ]);
}

it('every name that the contract has is shown', () => {
  const classes = Object.values(dtos).flatMap(({ body, query, path }) => [body, query, path]);
  const names = classes.flatMap((dto) => (dto ? namesOf(dto) : []));
  expect(names.length).toBeGreaterThan(100);
  for (const name of [...names, 'Authorization', 'X-Merchant']) expect(told(name)).toEqual([name]);
});

it('a name that was misspelt is shown, in its place', () => {
  expect(told('conversions', 3, 'affilate_code')).toEqual(['conversions', 3, 'affilate_code']);
});

it.each(['jo@example.com', 'order 7', 'order-10001', 'a.b', '', 'é', 'x'.repeat(41), '{"a":', 'a\u0000'])(
  'a name that is no plain one is not: %j',
  (name) => {
    expect(told('metadata', name)).toEqual(['metadata', '*']);
  },
);

it('is bounded in depth and in length', () => {
  expect(told(...Array.from({ length: 30 }, () => 'a'))).toHaveLength(8);
  expect(toToldFaults([{ path: [], message: 'x'.repeat(5000) }])[0]!.message).toHaveLength(300);
});
