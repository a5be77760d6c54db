// A table's columns are written once, in its entity: select, insert and the record's type follow.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tableOf, type BigintText, type RecordOf } from '#platform/database/table.js';

@Entity('things')
class ThingEntity {
  @PrimaryColumn('uuid')
  merchant_id!: string;

  @Column('bigint')
  refunded_amount!: BigintText;

  @Column('timestamptz', { nullable: true })
  refunded_at!: Date | null;

  @Column('text', { array: true })
  tags!: string[];
}

const table = tableOf(ThingEntity);

it('selects every column, in the order of the entity', () => {
  expect(table.columns('t')).toBe('t.merchant_id, t.refunded_amount, t.refunded_at, t.tags');
});

it('selects records: every column under the record’s name, a bigint as a number', () => {
  expect(table.records('t')).toBe(
    't.merchant_id as "merchantId", t.refunded_amount::float8 as "refundedAmount", t.refunded_at as "refundedAt", t.tags as "tags"',
  );
});

it('inserts every column, each from the record’s field of that name', () => {
  expect(table.insertRecords.replace(/\s+/g, ' ')).toBe(
    'insert into things (merchant_id, refunded_amount, refunded_at, tags) select "merchantId", "refundedAmount", "refundedAt", "tags" ' +
      'from json_to_recordset($1) as r("merchantId" uuid, "refundedAmount" bigint, "refundedAt" timestamptz, "tags" text[])',
  );
});

it('a record that forgets a column, or has it in another type, does not compile', () => {
  const whole: RecordOf<ThingEntity> = { merchantId: 'a', refundedAmount: 1, refundedAt: null, tags: [] };
  // @ts-expect-error refundedAt is missing
  const forgetful: RecordOf<ThingEntity> = { merchantId: 'a', refundedAmount: 1, tags: [] };
  // @ts-expect-error a bigint is a number here
  const textual: RecordOf<ThingEntity> = { merchantId: 'a', refundedAmount: '1', refundedAt: null, tags: [] };
  expect([whole, forgetful, textual]).toHaveLength(3);
});

it('what is no entity is refused', () => {
  expect(() => tableOf(class Nothing {})).toThrow('Nothing is no entity with columns');
});
