// Which unattributed orders wait for which evidence: what a later click, identify or first credit is looked up in.
import { Injectable } from '@nestjs/common';
import { fromPublicId } from '#platform/values/ids.js';
import type { EvidenceItem } from '#conversions/attribution/evidence.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import type { JobRow } from '#platform/jobs/job.js';
import type { ConversionKey } from './conversions.repository.js';

interface Waiting extends ConversionKey {
  evidence: readonly EvidenceItem[];
}

const columns = '"merchantId" uuid, mode text, kind text, value text, "conversionId" uuid';

@Injectable()
export class AwaitingRepository {
  /** These orders wait for more about these pieces of evidence. Adding what is there already does nothing. */
  add(tx: Tx, waiting: readonly Waiting[]): void {
    const rows = waiting.flatMap(toRows);
    if (rows.length === 0) return;
    tx.withCommit(
      prepared(`insert into awaiting_evidence (merchant_id, mode, kind, value, conversion_id)
       select "merchantId", mode, kind, value, "conversionId" from json_to_recordset($1) as a(${columns})
       on conflict (merchant_id, mode, kind, value, conversion_id) do nothing`),
      [JSON.stringify(rows)],
    );
  }

  /** These orders wait no longer. */
  remove(tx: Tx, waiting: readonly Waiting[]): void {
    const rows = waiting.flatMap(toRows);
    if (rows.length === 0) return;
    tx.withCommit(
      prepared(`delete from awaiting_evidence w using json_to_recordset($1) as a(${columns})
       where w.merchant_id = a."merchantId" and w.mode = a.mode and w.kind = a.kind and w.value = a.value
         and w.conversion_id = a."conversionId"`),
      [JSON.stringify(rows)],
    );
  }

  /** Orders that wait for what these jobs tell, by conversion id, those after `afterId` first. */
  async find(
    queryable: Queryable,
    work: readonly JobRow[],
    afterId: string | null,
    limit: number,
  ): Promise<ConversionKey[]> {
    const asked = work.map((row) => ({
      merchantId: row.merchantId,
      mode: row.mode,
      kind: row.kind,
      subject: row.subject,
      clickId: row.kind === 'CLICK' ? fromPublicId('clk', row.subject) : null,
    }));
    return queryable.query<ConversionKey>(
      prepared(`with asked as materialized (
         select * from json_to_recordset($1)
           as a("merchantId" uuid, mode text, kind text, subject text, "clickId" uuid)
       ), evidence as (
         select "merchantId", mode, kind, subject as value from asked where kind in ('EMAIL', 'CUSTOMER')
         union
         select a."merchantId", a.mode, e.kind, e.value
         from asked a
         join clicks c on c.merchant_id = a."merchantId" and c.mode = a.mode and c.id = a."clickId"
         left join sessions s on s.merchant_id = c.merchant_id and s.mode = c.mode and s.id = c.session_id
         cross join lateral (values
           ('SESSION', c.session_id), ('CLICK', a.subject), ('EMAIL', encode(s.email_hash, 'hex'))
         ) e(kind, value)
         where a.kind = 'CLICK'
       )
       select distinct e."merchantId", e.mode, w.conversion_id as id
       from evidence e cross join lateral (
         select w.conversion_id from awaiting_evidence w
         where w.merchant_id = e."merchantId" and w.mode = e.mode and w.kind = e.kind and w.value = e.value
           and w.conversion_id > $2
         order by w.conversion_id limit $3
       ) w
       order by id limit $3`),
      [JSON.stringify(asked), afterId ?? LOWEST_UUID, limit],
    );
  }
}

/** A code is looked up as it stands and never waited for. */
function toRows({ merchantId, mode, id, evidence }: Waiting): (Tenant & object)[] {
  return evidence
    .filter((item) => item.kind !== 'CODE' && item.value !== null)
    .map(({ kind, value }) => ({ merchantId, mode, kind, value, conversionId: id }));
}
