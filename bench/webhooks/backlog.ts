// Many events that wait for one endpoint, written as the service would have: copies of the last one it was told.
import { fromPublicId } from '#platform/values/ids.js';
import { sayHowFar } from '../report/progress.js';
import { idOf, MODE } from '../world/shops.js';
import type { Told, World } from './world.js';

const CHUNK = 50_000;
const TABLES = ['events', 'webhook_deliveries', 'webhook_attempts'] as const;

/** On disk, with the indexes, of all rows there are. */
export type Sizes = Record<(typeof TABLES)[number], number>;

/** The endpoint is paused, or they leave at once. */
export async function pileUp({ client, told }: World, count: number): Promise<void> {
  const endpointId = fromPublicId('whe', told.endpointId);
  for (let done = 0; done < count; done += CHUNK) {
    await client.query(
      `with like_this as (
         select * from events where merchant_id = $3 and mode = $4 order by position desc limit 1
       ), made as (
         insert into events (merchant_id, mode, position, id, event, subject_id, sequence, campaign_id, happened_at, numbered_at, body)
         select merchant_id, mode, position + i, uuidv7(), event, uuidv7(), 1, campaign_id, happened_at, clock_timestamp(), body
         from like_this, generate_series(1, $2::int) i
         returning *
       ), moved as (
         update event_feeds f set last_position = f.last_position + $2
         from like_this l where (f.merchant_id, f.mode) = (l.merchant_id, l.mode)
       )
       insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_position, event_id, event, subject_id, sequence,
         campaign_id, state, attempts, due_at, created_at)
       select merchant_id, mode, uuidv7(), $1, 'EVENT', position, id, event, subject_id, sequence, campaign_id, 'WAITING', 0,
         clock_timestamp(), clock_timestamp()
       from made`,
      [endpointId, Math.min(CHUNK, count - done), idOf('merchant', told.shop.number, told.shop.number), MODE],
    );
    sayHowFar('events', Math.min(done + CHUNK, count), count);
  }
}

/** Nobody wants what waits any more. */
export async function forget({ client }: World, { endpointId }: Told): Promise<void> {
  await client.query(
    `update webhook_deliveries set state = 'SKIPPED' where state = 'WAITING' and endpoint_id = $1`,
    [fromPublicId('whe', endpointId)],
  );
}

export async function sizes({ client }: World): Promise<{ rows: Sizes; bytes: Sizes }> {
  const rows = {} as Sizes;
  const bytes = {} as Sizes;
  for (const table of TABLES) {
    const { rows: found } = await client.query<{ rows: number; bytes: number }>(
      `select (select count(*) from ${table})::int as rows, pg_total_relation_size('${table}')::float8 as bytes`,
    );
    rows[table] = found[0]?.rows ?? 0;
    bytes[table] = found[0]?.bytes ?? 0;
  }
  return { rows, bytes };
}
