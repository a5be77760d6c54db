// A merchant's server that is told what happens, and what is wrong with what it was told: held against what is stored.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { toPublicId } from '#platform/values/ids.js';
import { send } from '../support/call.js';
import { clientOptions } from '../support/postgres.js';
import { startReceiver, type Receiver } from '../support/receiver.js';

/** What a service needs to tell a server on this machine: the same at every start. */
export const TELLING = {
  WEBHOOK_ALLOW: '127.0.0.1',
  SECRET_KEY: Buffer.alloc(32, 'chaos').toString('base64'),
};
const TOLD_WITHIN_MS = 60_000;
/** A feed holds what happens from a second after it began. */
const FEED_BEGINS_MS = 1_200;
/** A dead process leaves what it had in hand: 64 under way, and what had ended a moment before. */
const REPEATED_EACH = 200;

interface StoredEvent {
  id: string;
  event: string;
  externalId: string;
  sequence: number;
  body: string;
}

export class Told {
  /** How often something died of what is behind it. */
  setbacks = 0;

  private constructor(private readonly receiver: Receiver) {}

  /** Adds an endpoint to the merchant with that key: what it does from now on is told. */
  static async open(url: string, key: string): Promise<Told> {
    const receiver = await startReceiver((response) => response.end());
    const reply = await send(new URL('/api/v1/webhook-endpoints', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Chaos', url: receiver.url }),
    });
    if (reply.status !== 201) throw new Error(`no endpoint: ${JSON.stringify(reply.body)}`);
    await sleep(FEED_BEGINS_MS);
    return new Told(receiver);
  }

  close(): Promise<void> {
    return this.receiver.close();
  }

  /** How many deliveries came so far, repeated ones too. */
  get count(): number {
    return this.receiver.received.length;
  }

  /** Once everything was told. @returns in words */
  async problems(address: PostgresAddress): Promise<string[]> {
    const client = new Client(clientOptions(address));
    client.on('error', () => undefined);
    await client.connect();
    try {
      const left = await untilTold(client);
      if (left > 0) return [`${left} events are still to be told`];
      const events = await readEvents(client);
      const happened = await readHappened(client);
      return [...comparison(happened, events.map(nameOf)), ...gaps(events), ...this.arrivals(events)].slice(
        0,
        20,
      );
    } finally {
      await client.end();
    }
  }

  /** Each arrived as it is stored, however often, and nothing else did. */
  private arrivals(events: readonly StoredEvent[]): string[] {
    const arrived = new Map<string, Set<string>>();
    for (const { headers, body } of this.receiver.received) {
      const id = String(headers['webhook-id']);
      arrived.set(id, (arrived.get(id) ?? new Set()).add(body.toString()));
    }
    const known = new Map(events.map(({ id, body }) => [toPublicId('evt', id), body]));
    const repeated = this.count - arrived.size;
    return [
      ...[...known].filter(([id]) => !arrived.has(id)).map(([id]) => `${id} never arrived`),
      ...[...arrived].filter(([id]) => !known.has(id)).map(([id]) => `${id} arrived and is not stored`),
      ...[...arrived]
        .filter(([id, bodies]) => known.has(id) && [...bodies].join() !== known.get(id))
        .map(([id, bodies]) => `${id} arrived in ${bodies.size} shapes, or not as it is stored`),
      ...(repeated > this.setbacks * REPEATED_EACH ? [`${repeated} deliveries came again`] : []),
    ];
  }
}

/** The minutes of leases and of pauses are over at once. @returns how many are left when it takes too long */
async function untilTold(client: Client): Promise<number> {
  const deadline = performance.now() + TOLD_WITHIN_MS;
  await client.query(`update webhook_deliveries set due_at = now() where state = 'WAITING'`);
  for (;;) {
    const { rows } = await client.query<{ left: number }>(
      `select ((select count(*) from event_outbox)
         + (select count(*) from webhook_deliveries where state = 'WAITING'))::int as left`,
    );
    const left = rows[0]?.left ?? 0;
    if (left === 0 || performance.now() > deadline) return left;
    await sleep(100);
  }
}

async function readEvents(client: Client): Promise<StoredEvent[]> {
  const { rows } = await client.query<StoredEvent>(
    `select id, event, body::jsonb -> 'data' ->> 'externalId' as "externalId", sequence, body from events order by position`,
  );
  return rows;
}

/** What the history of orders says, by the names of the events that tell it. */
async function readHappened(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select case h.event when 'RECORDED' then 'conversion.created' when 'MATCHED' then 'conversion.attributed' else 'conversion.refunded' end
       || ' ' || c.external_id as name
     from conversion_history h join conversions c on c.id = h.conversion_id
     where h.event in ('RECORDED', 'MATCHED', 'REFUNDED') and c.recorded_at > (select min(created_at) + interval '1 second' from event_feeds)`,
  );
  return rows.map(({ name }) => name);
}

const nameOf = ({ event, externalId }: StoredEvent) => `${event} ${externalId}`;

function comparison(happened: readonly string[], told: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const name of happened) times.set(name, (times.get(name) ?? 0) + 1);
  for (const name of told) times.set(name, (times.get(name) ?? 0) - 1);
  return [...times].flatMap(([name, more]) =>
    more === 0 ? [] : [more > 0 ? `${name} was not told` : `${name} was told and did not happen`],
  );
}

/** One thing is told in its order. */
function gaps(events: readonly StoredEvent[]): string[] {
  const last = new Map<string, number>();
  return events.flatMap((event) => {
    const expected = (last.get(event.externalId) ?? 0) + 1;
    last.set(event.externalId, event.sequence);
    return event.sequence === expected
      ? []
      : [`${nameOf(event)} is number ${event.sequence}, not ${expected}`];
  });
}
