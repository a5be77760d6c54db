// Many campaigns at once, written by SQL as the service would have.
import { newId } from '#platform/values/ids.js';
import type { SharedApp } from '../../support/app.js';

/** "Campaign 1" to "Campaign <count>" in test mode, the last the newest. */
export async function insertCampaigns(app: SharedApp, merchantId: string, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => newId()).sort();
  await app.rows.query(
    `insert into campaigns (merchant_id, mode, id, name, status, landing_url, commission_type, commission_rate, currency,
       commission_recurring, attribution_window_days, created_at, updated_at)
     select $1, 'test', id, 'Campaign ' || n, 'ACTIVE', 'https://shop.example.com/', 'PERCENTAGE', 1000, 'EUR', false, 90, now(), now()
     from unnest($2::uuid[]) with ordinality as t(id, n)`,
    [merchantId, ids],
  );
}
