// What is taken out of a body, or mended, before it is checked; and what stays to be refused.
import { RecordPostbackBody, RecordPostbackQuery, TrackClickBody } from '#generated/dto.js';
import { mend } from '#platform/contract/mend.js';
import { Issues } from '#platform/errors/issues.js';

function mended(sent: object, dto: new () => object = RecordPostbackBody) {
  const told = { ignored: new Issues(), issues: new Issues() };
  const body = mend(sent, dto, RecordPostbackQuery, told);
  return { body, ignored: told.ignored.list, issues: told.issues.list };
}

it('a body with nothing to mend is handed on as it is', () => {
  const sent = { externalId: 'o', amount: 'whatever', metadata: { a: 1 } };
  const { body, ...told } = mended(sent);
  expect(body).toBe(sent);
  expect(told).toEqual({ ignored: [], issues: [] });
});

it('unknown fields are taken out and told, the body that was given stays as it was', () => {
  const sent = JSON.parse(
    '{"amount":1,"loyaltyTier":"gold","__proto__":{"polluted":true},"x\\u0000\\ud800":1}',
  ) as object;
  const before = JSON.stringify(sent);
  const { body, ignored } = mended(sent);
  expect(body).toEqual({ amount: 1 });
  expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
  expect(ignored).toEqual(
    ['loyaltyTier', '__proto__', 'x\u0000\uFFFD'].map((name) => ({
      path: [name],
      message: 'is not known here',
    })),
  );
  expect(JSON.stringify(sent)).toBe(before);
});

it.each(['affilateCode', 'external_id', 'Amount', 'synthetic'])('%s stays, to be refused', (name) => {
  const { body, ignored } = mended({ [name]: 1 });
  expect(body).toEqual({ [name]: 1 });
  expect(ignored).toEqual([]);
});

it.each(['dryRun', 'dry_run', 'dryrum'])('%s is refused: it belongs into the query', (name) => {
  const { issues } = mended({ [name]: true });
  expect(issues).toEqual([
    { path: [name], message: 'is not known here; dryRun is a parameter of the query' },
  ]);
});

it('of a body that is closed nothing is taken out', () => {
  const sent = { tracking_url: 'x', loyaltyTier: 1 };
  expect(mended(sent, TrackClickBody).body).toBe(sent);
});

it('a flood of unknown names is told of fifty, and only so many are compared with known ones', () => {
  const sent = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`unknown-${n}`, n]));
  const { body, ignored } = mended({ ...sent, affilateCode: 'mila' });
  expect(body).toEqual({});
  expect(ignored).toHaveLength(50);
});
