// Ids that programs write when they have none.
import { meansNobody } from '#platform/values/nobody.js';

it.each(['0', '-1', 'null', 'undefined', 'none', 'nan', 'guest', 'anonymous'])('%s means nobody', (id) => {
  for (const written of [id, id.toUpperCase(), ` ${id}\t`]) expect(meansNobody(written)).toBe(true);
});

it.each(['1', '00', '-2', 'nullx', 'guest-17', 'nobody', 'anonymous@example.com', 'cus_0'])(
  '%s is an id',
  (id) => expect(meansNobody(id)).toBe(false),
);
