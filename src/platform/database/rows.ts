// The statements that most rooms consist of, made from an entity: what is selected, compared, inserted and set are its columns, and the
// compiler knows each of them. What joins, sums up or is sent by the thousand is SQL by hand (docs/decisions/0009-plain-sql.md).
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from './database.js';
import { prepared } from './statement.js';
import { declarationOf, type BigintText } from './table.js';
import { HIGHEST_UUID } from './uuid.js';

/** The database's clock as the statement is carried out; one moment in all columns of a row that is inserted. */
export const DATABASE_NOW = Symbol('clock_timestamp()');

type Written<Value> = Value extends BigintText
  ? number
  : Value extends Date
    ? Date | typeof DATABASE_NOW
    : Value;

/** What a row is made of: every column, those that may be null too. */
export type NewRow<Entity> = { [Column in keyof Entity]: Written<Entity[Column]> };

/** Equal to this; one of these, if it is a list; null is null. */
type Compared<Entity> = { [Column in keyof Entity]: Entity[Column] | readonly Entity[Column][] };

/** Of a table whose rows have a tenant nothing is found without it. */
type Tenancy<Entity> = Entity extends { merchant_id: string; mode: string }
  ? Pick<Entity, 'merchant_id' | 'mode'>
  : unknown;

/** Columns that are given have a value: one that is undefined does not compile. */
type Where<Entity, Column extends keyof Entity> = Pick<Compared<Entity>, Column> & Tenancy<Entity>;

/** null: whatever it is. */
export type RowFilter<Entity> = { [Column in keyof Entity]?: NonNullable<Entity[Column]> | null };

/** The rows of one table. What finds by a key or writes is prepared: there are as many texts of it as calls in the source. */
export class Rows<Entity extends object> {
  private readonly name: string;
  /** Of each column, in the order of the entity. */
  private readonly types: ReadonlyMap<string, string>;
  private readonly returned: string;

  /** @param entity a class with TypeORM's decorators */
  constructor(entity: abstract new () => Entity) {
    const { name, columns } = declarationOf(entity);
    this.name = name;
    this.types = new Map(columns.map((column) => [column.name, column.type]));
    this.returned = [...this.types.keys()].join(', ');
  }

  /** `c.merchant_id, c.mode, …`, for SQL by hand: all columns but those left out. @param alias of the table there. */
  columns(alias: string, leftOut: readonly (keyof Entity & string)[] = []): string {
    const columns = [...this.types.keys()].filter(
      (column) => !(leftOut as readonly string[]).includes(column),
    );
    return columns.map((column) => `${alias}.${column}`).join(', ');
  }

  /** The row of a key. */
  async find<Column extends keyof Entity = never>(
    queryable: Queryable,
    where: Where<Entity, Column>,
  ): Promise<Entity | null> {
    const values: unknown[] = [];
    const rows = await queryable.query<Entity>(prepared(this.selection(where, values)), values);
    return rows[0] ?? null;
  }

  /** Reads the row of a key and keeps everybody else from changing it until the transaction ends. */
  async lock<Column extends keyof Entity = never>(
    tx: Tx,
    where: Where<Entity, Column>,
  ): Promise<Entity | null> {
    const values: unknown[] = [];
    const rows = await tx.query<Entity>(prepared(`${this.selection(where, values)} for update`), values);
    return rows[0] ?? null;
  }

  /** All rows that fit, in ascending order. @param limit how many at most; null: all. */
  list<Column extends keyof Entity = never>(
    queryable: Queryable,
    where: Where<Entity, Column>,
    order: readonly (keyof Entity & string)[],
    limit: number | null = null,
  ): Promise<Entity[]> {
    const values: unknown[] = [];
    const ordered = `${this.selection(where, values)} order by ${order.join(', ')}`;
    return queryable.query<Entity>(`${ordered} limit $${values.push(limit)}`, values);
  }

  /** By `id`, newest first, one row more than the page holds. */
  page<Column extends keyof Entity = never>(
    queryable: Queryable,
    where: Where<Entity, Column>,
    filter: RowFilter<Entity>,
    page: PageRequest,
  ): Promise<Entity[]> {
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => (value ?? null) !== null));
    const values: unknown[] = [];
    const fitting = this.selection({ ...asked, ...where }, values); // no filter reaches another tenant
    const before = `id < $${values.push(page.afterId ?? HIGHEST_UUID)}`;
    const part = `limit $${values.push(page.limit + 1)} offset $${values.push(page.offset)}`;
    return queryable.query<Entity>(`${fitting} and ${before} order by id desc ${part}`, values);
  }

  async count<Column extends keyof Entity = never>(
    queryable: Queryable,
    where: Where<Entity, Column>,
  ): Promise<number> {
    const values: unknown[] = [];
    const sql = `select count(*) ${this.fitting(where, values)}`;
    const rows = await queryable.query<{ count: string }>(sql, values);
    return Number(rows[0]?.count);
  }

  /** Writes a row, and returns it as it lies there. */
  async insert(queryable: Queryable, row: NewRow<Entity>): Promise<Entity> {
    const values: unknown[] = [];
    const sql = prepared(`${this.insertion(row, values)} returning ${this.returned}`);
    const rows = await queryable.query<Entity>(sql, values);
    return rows[0]!;
  }

  /**
   * Writes a row unless there is one with these columns, which a unique constraint has; null then. Waits for whoever is writing such a row
   * right now.
   */
  async insertUnlessKnown(
    queryable: Queryable,
    row: NewRow<Entity>,
    by: readonly (keyof Entity & string)[],
  ): Promise<Entity | null> {
    const values: unknown[] = [];
    const unlessKnown = `${this.insertion(row, values)} on conflict (${by.join(', ')}) do nothing`;
    const rows = await queryable.query<Entity>(prepared(`${unlessKnown} returning ${this.returned}`), values);
    return rows[0] ?? null;
  }

  /** Changes the row of a key; null when there is none. */
  async update<Column extends keyof Entity, Changed extends keyof Entity>(
    queryable: Queryable,
    where: Where<Entity, Column>,
    set: Pick<NewRow<Entity>, Changed>,
  ): Promise<Entity | null> {
    const values: unknown[] = [];
    const changes = Object.entries(set).map(
      ([column, value]) =>
        `${this.known(column)} = ${this.written(column, value, 'clock_timestamp()', values)}`,
    );
    const sql = `update ${this.name} set ${changes.join(', ')} where ${this.condition(where, values)} returning ${this.returned}`;
    const rows = await queryable.query<Entity>(prepared(sql), values);
    return rows[0] ?? null;
  }

  private selection(where: object, values: unknown[]): string {
    return `select ${this.returned} ${this.fitting(where, values)}`;
  }

  private fitting(where: object, values: unknown[]): string {
    return `from ${this.name} where ${this.condition(where, values) || 'true'}`;
  }

  private condition(where: object, values: unknown[]): string {
    const conditions = Object.entries(where).map(([column, value]: [string, unknown]) => {
      if (value === null) return `${this.known(column)} is null`;
      const parameter = this.parameter(column, value, values);
      return Array.isArray(value) ? `${column} = any(${parameter}[])` : `${column} = ${parameter}`;
    });
    return conditions.join(' and ');
  }

  private insertion(row: NewRow<Entity>, values: unknown[]): string {
    const columns = [...this.types.keys()];
    const given = columns.map((column) => this.written(column, row[column as keyof Entity], 't.now', values));
    return `insert into ${this.name} (${columns.join(', ')})
       select ${given.join(', ')} from (select clock_timestamp() as now) t`;
  }

  private written(column: string, value: unknown, now: string, values: unknown[]): string {
    if (value === DATABASE_NOW) return now;
    // The driver would send a list as PostgreSQL's array.
    const isJson = this.types.get(column) === 'jsonb' && value !== null;
    return this.parameter(column, isJson ? JSON.stringify(value) : value, values);
  }

  private parameter(column: string, value: unknown, values: unknown[]): string {
    return `$${values.push(value)}::${this.types.get(this.known(column))}`;
  }

  /** @throws Error for what is no column: an object may have more than its type says, and names go into the statement as they are. */
  private known(column: string): string {
    if (!this.types.has(column)) throw new Error(`${this.name} has no column ${column}`);
    return column;
  }
}
