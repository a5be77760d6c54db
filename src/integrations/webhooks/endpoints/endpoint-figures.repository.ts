// What an operator is told of everybody's endpoints. The table is small: a few rows of each merchant.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';

@Injectable()
export class EndpointFiguresRepository {
  /** How many there are, of everybody, by state: an active one whose last try failed is `failing`. */
  async countByState(queryable: Queryable): Promise<Record<string, number>> {
    const rows = await queryable.query<{ state: string; count: number }>(
      prepared(`select s.state, count(e.id)::int as count
       from unnest(array['active', 'failing', 'paused', 'disabled']) as s(state) left join webhook_endpoints e
         on s.state = case when e.status = 'ACTIVE' and e.failures > 0 then 'failing' else lower(e.status) end
       group by s.state`),
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** Active ones of everybody that fail, longest first. */
  async failing(queryable: Queryable, limit: number): Promise<{ id: string; failures: number }[]> {
    return queryable.query(
      prepared(`select id, failures from webhook_endpoints where status = 'ACTIVE' and failures > 0
       order by failing_since limit $1`),
      [limit],
    );
  }
}
