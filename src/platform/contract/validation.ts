// What was sent → instances of the generated classes, or one ValidationFailure with every fault of query and body together.
// Why so: docs/decisions/0004-422-and-400.md
import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { validateSync } from 'class-validator';
import type { DtoClass } from './dto.js';
import { shapeOf } from './dto.js';
import type { Issue } from '#platform/errors/failure.js';
import { ValidationFailure } from '#platform/errors/failure.js';
import type { IssuePath } from '#platform/errors/issues.js';
import { Issues } from '#platform/errors/issues.js';
import type { SchemaCheck } from './schema-check.js';
import { mend } from './mend.js';
import { sanitize, unknownName } from './sanitize.js';

/** A rule no schema can hold. It may be given anything at all, since it runs whether or not the schema was kept. */
export type AnyRule = (body: never, query: never, now: Date) => Issue[];

export interface Takes {
  body: DtoClass | null;
  /** Says whether the body is fine at a tenth of the class' cost; the class is asked only what is wrong. */
  bodyCheck?: SchemaCheck | null;
  query: DtoClass | null;
  /** The query of the call that such a body belongs to, where the body comes in another's. */
  queryOfBody?: DtoClass | null;
  /** Leave the query alone, whatever it holds. */
  openQuery: boolean;
  rules: readonly AnyRule[];
  /** How many faults are named, if not as many as an error may hold. */
  mostIssues?: number;
}

export interface Given {
  /** The parsed JSON object; looked at only if a body is taken. */
  body: object | undefined;
  /** The raw query string, without `?`. */
  queryString: string;
  now: Date;
}

export interface Instances {
  body: object | undefined;
  query: object;
  /** What of the body was not taken as it was sent, though nothing is refused for it; see mend.ts. */
  ignored: readonly Issue[];
}

/** Of several things wrong with one property, these make the others meaningless. */
const TYPE_CONSTRAINTS = [
  'isRequired',
  'isString',
  'isIn',
  'isInt',
  'isNumber',
  'isBoolean',
  'isObject',
  'isArray',
];

/** Throws a ValidationFailure naming all faults at once: of the query, of the body, and of the operation's own rules. */
export function validate(takes: Takes, given: Given): Instances {
  const issues = new Issues(takes.mostIssues);
  const ignored = new Issues(takes.mostIssues);
  const query = takes.openQuery ? {} : readQuery(given.queryString, takes.query, issues);
  const body =
    takes.body && given.body ? takeBody(given.body, takes.body, takes, { issues, ignored }) : undefined;
  for (const rule of takes.rules) {
    for (const issue of rule(body as never, query as never, given.now)) issues.add(issue.path, issue.message);
  }
  if (issues.list.length > 0) throw new ValidationFailure(issues.list);
  return { body, query, ignored: ignored.list };
}

/** What an operation that refuses no body makes of one: its known fields, or null if they break a rule. */
export function usable(sent: object | null, takes: Takes, now: Date): object | null {
  if (sent === null || takes.body === null) return null;
  const known = new Set(Object.keys(shapeOf(takes.body)));
  const body = Object.fromEntries(Object.entries(sent).filter(([name]) => known.has(name)));
  try {
    return validate({ ...takes, openQuery: true }, { body, queryString: '', now }).body ?? null;
  } catch (error) {
    if (error instanceof ValidationFailure) return null;
    throw error;
  }
}

function takeBody(
  sent: object,
  dto: DtoClass,
  { bodyCheck: check, query, queryOfBody = query }: Takes,
  told: { issues: Issues; ignored: Issues },
): object {
  const { issues } = told;
  const body = mend(sent, dto, queryOfBody, told);
  if (check?.(body)) return body;
  const before = issues.list.length;
  const instance = instantiate(body, dto, issues);
  // Both accept the same, which a test holds them to; were they ever to differ, the schema is what we promised.
  if (check && issues.list.length === before) issues.add([], 'must keep to the schema of the contract');
  return instance;
}

/** One object of a generated class; what is wrong with it is added to `faults`. */
export function instantiate(sent: object, dto: DtoClass, issues: Issues): object {
  const instance = plainToInstance(dto, sanitize(sent, dto, [], issues));
  const errors = validateSync(instance, {
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  addErrors(errors, [], issues);
  return instance;
}

function addErrors(errors: ValidationError[], path: IssuePath, issues: Issues): void {
  for (const { property, constraints = {}, children = [] } of errors) {
    const here = [...path, /^\d+$/.test(property) ? Number(property) : property];
    const ofType = TYPE_CONSTRAINTS.find((name) => Object.hasOwn(constraints, name));
    if (ofType !== undefined) {
      issues.add(here, constraints[ofType]!);
      continue;
    }
    // A list item that is no object was named already; class-validator's own words about it are not the contract's.
    for (const [name, message] of Object.entries(constraints)) {
      if (name === 'nestedValidation') continue;
      if (name === 'matches' && Object.hasOwn(constraints, 'hasFormat')) continue; // the format says it in words
      issues.add(here, message);
    }
    addErrors(children, here, issues);
  }
}

/** What queries without any parameter amount to, where that is allowed: looked at once, not at each call. */
const emptyQueries = new Map<DtoClass, object>();

function readQuery(queryString: string, dto: DtoClass | null, issues: Issues): object {
  if (queryString !== '') return readParameters(queryString, dto, issues);
  if (dto === null) return {};
  const known = emptyQueries.get(dto);
  if (known) return known;
  const before = issues.list.length;
  const query = Object.freeze(instantiate({}, dto, issues));
  if (issues.list.length === before) emptyQueries.set(dto, query);
  return query;
}

function readParameters(queryString: string, dto: DtoClass | null, issues: Issues): object {
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(queryString)) {
    if (values.has(name)) issues.add([name], 'must be given only once');
    else values.set(name, value);
  }
  if (dto) return instantiate(Object.fromEntries(values), dto, issues);
  for (const name of values.keys()) issues.add([name], unknownName(name, []));
  return {};
}
