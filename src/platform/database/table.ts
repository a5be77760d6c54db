// A table as its entity declares it: one list of columns, from which come what is selected, what is inserted and the record's type.
import { getMetadataArgsStorage } from 'typeorm';

declare const bigintText: unique symbol;
/** A bigint as the driver gives it: a text of digits. */
export type BigintText = string & { readonly [bigintText]: true };

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/**
 * A row of the entity's table as the service works with it: names in camel case, bigints as numbers. Whoever makes one and forgets a column is
 * told by the compiler.
 */
export type RecordOf<Entity> = {
  [Column in keyof Entity & string as CamelCase<Column>]: Entity[Column] extends BigintText
    ? number
    : Entity[Column];
};

/** SQL about all columns of a table. */
export interface Table {
  /** `c.merchant_id, c.mode, …` @param alias of the table in the statement. */
  columns(alias: string): string;
  /** The same as a record has them: named in camel case, bigints as numbers. What is selected so is `RecordOf` the entity as it comes. */
  records(alias: string): string;
  /** `insert into … select … from json_to_recordset($1)`, for an array of records as JSON; an order and a conflict clause may follow. */
  readonly insertRecords: string;
}

/** @param entity a class with TypeORM's decorators; the name, the type and the order of its columns are taken from there. */
export function tableOf(entity: abstract new () => object): Table {
  const { name, columns } = declarationOf(entity);
  const records = columns.map((column) => `"${toCamelCase(column.name)}"`);
  const typed = columns.map(({ type }, index) => `${records[index]} ${type}`);
  return {
    columns: (alias) => columns.map((column) => `${alias}.${column.name}`).join(', '),
    records: (alias) =>
      columns
        .map((column, index) => `${alias}.${column.name}${readAs(column.type)} as ${records[index]}`)
        .join(', '),
    insertRecords: `insert into ${name} (${columns.map((column) => column.name).join(', ')})
       select ${records.join(', ')} from json_to_recordset($1) as r(${typed.join(', ')})`,
  };
}

export interface Declaration {
  name: string;
  /** In the order of the entity; `type` as PostgreSQL knows it. */
  columns: { name: string; type: string }[];
}

/** What TypeORM's decorators say about a class; nothing is built and nothing is asked of a database. */
export function declarationOf(entity: abstract new () => object): Declaration {
  const storage = getMetadataArgsStorage();
  const name = storage.tables.find(({ target }) => target === entity)?.name;
  const columns = storage.columns
    .filter(({ target }) => target === entity)
    .map(({ propertyName, options }) => {
      return { name: propertyName, type: `${String(options.type)}${options.array === true ? '[]' : ''}` };
    });
  if (name === undefined || columns.length === 0) throw new Error(`${entity.name} is no entity with columns`);
  return { name, columns };
}

/** The driver gives bigints as text, doubles as numbers; all of ours are below 2^53, where a double is exact. */
function readAs(type: string): string {
  return type === 'bigint' ? '::float8' : '';
}

/** A column's name in records. */
export function toCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
