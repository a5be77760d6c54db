// Conversions by the ten thousand, written by SQL as the service would have: an order of 49.90, every second one attributed and paid.
import type { Rows } from './rows.js';

/** Rows of one statement. */
const AT_ONCE = 50_000;

/**
 * Writes `count` conversions named many-1, many-2 …, older than whatever the service makes; the highest number is the newest.
 * @param noteLength characters of metadata.
 */
export async function insertManyConversions(
  rows: Pick<Rows, 'query'>,
  merchantId: string,
  mode: 'live' | 'test',
  count: number,
  noteLength = 100,
): Promise<void> {
  for (let from = 1; from <= count; from += AT_ONCE) {
    const numbers = [from, Math.min(count, from + AT_ONCE - 1)];
    await rows.query(
      `insert into conversions (merchant_id, mode, id, external_id, conversion_type, amount, currency, occurred_at, recorded_at,
         is_synthetic, status, evidence, metadata, attribution, affiliate_id, campaign_id, click_id, refunded_amount)
       select $1, $2, ${idOf('n', '0')}, 'many-' || n, 'SALE', 4990, 'EUR', at, at, false,
         case n % 2 when 0 then 'ATTRIBUTED' else 'UNATTRIBUTED' end, '[]', jsonb_build_object('cart', 'web-' || n, 'note', repeat('x', ${noteLength})),
         case n % 2 when 0 then '{"matchedBy":"CODE","attempts":[],"terms":null,"commission":{"result":"EARNED"}}'::jsonb
                    else '{"matchedBy":null,"attempts":[],"terms":null,"commission":{"result":"UNATTRIBUTED"}}'::jsonb end,
         case n % 2 when 0 then ${idOf('1', 'a')} end, case n % 2 when 0 then ${idOf('1', 'c')} end, null, 0
       from generate_series($3::int, $4::int) n, lateral (select ${momentOf('n')} as at) t`,
      [merchantId, mode, ...numbers],
    );
    await rows.query(
      `insert into commissions (merchant_id, mode, id, conversion_id, affiliate_id, campaign_id, amount, balance, currency, status, created_at)
       select $1, $2, ${idOf('n', '0')}, ${idOf('n', '0')}, ${idOf('1', 'a')}, ${idOf('1', 'c')}, 499, 499, 'EUR', 'PENDING', now()
       from generate_series($3::int, $4::int) n where n % 2 = 0`,
      [merchantId, mode, ...numbers],
    );
  }
  await rows.query('analyze conversions, commissions');
}

/** A UUIDv7 of the second with this number, as the service would have made it then. */
function idOf(number: string, kind: '0' | 'a' | 'c'): string {
  const ms = `lpad(to_hex((extract(epoch from ${momentOf(number)}) * 1000)::bigint), 12, '0')`;
  return `(overlay(${ms} placing '-' from 9 for 0) || '-7000-8${kind}00-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

function momentOf(number: string): string {
  return `(timestamptz '2026-01-01' + ${number} * interval '1 second')`;
}
