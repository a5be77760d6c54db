// Which operation a request is for, from the contract alone. Asked before the framework routes, because errors that come
// earlier (bad path, shutting down) need to know it too: for CORS, and for the log.
import { operations } from '../../generated/operations.js';
import type { OperationFacts } from './operation-facts.js';

export type OperationId = keyof typeof operations;

export interface MatchedRoute {
  operationId: OperationId | null;
  /** The path's template, such as /r/{code}; null for a path the contract does not know. */
  template: string | null;
  /** Whether the path, whatever the method, is one for browsers. */
  cors: boolean;
}

interface Path {
  template: string;
  cors: boolean;
  byMethod: Map<string, OperationId>;
}

const UNKNOWN: MatchedRoute = { operationId: null, template: null, cors: false };

const paths = new Map<string, Path>();
for (const [id, facts] of Object.entries(operations) as [OperationId, OperationFacts][]) {
  const path = paths.get(facts.path) ?? { template: facts.path, cors: false, byMethod: new Map() };
  path.cors ||= facts.cors;
  path.byMethod.set(facts.method.toUpperCase(), id);
  paths.set(facts.path, path);
}
const templates = [...paths.values()].filter(({ template }) => template.includes('{'));
const patterns = templates.map((path) => ({ path, pattern: patternOf(path.template) }));

function patternOf(template: string): RegExp {
  const literal = template.replace(/[.]/g, '\\.');
  return new RegExp(`^${literal.replace(/\{[^}]*\}/g, '[^/]+')}$`);
}

/** The operation for a method and a path (no query; HEAD means GET). */
export function matchRoute(method: string, pathname: string): MatchedRoute {
  const path = paths.get(pathname) ?? patterns.find(({ pattern }) => pattern.test(pathname))?.path;
  if (!path) return UNKNOWN;
  const operationId = path.byMethod.get(method === 'HEAD' ? 'GET' : method) ?? null;
  return { operationId, template: path.template, cors: path.cors };
}

/** Leading slashes read as one, one trailing slash forgiven, a proxy's absolute form cut to its path. Keeps the query. */
export function normalizeUrl(target: string): string {
  const url = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '');
  const end = url.search(/[?#]/);
  const path = end === -1 ? url : url.slice(0, end);
  const single = path.replace(/^\/{2,}/, '/').replace(/(.)\/$/, '$1');
  return (single === '' ? '/' : single) + url.slice(path.length);
}

/** The path of a request's URL, without query. */
export function pathnameOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

/** The query of a request's URL, without `?`. */
export function queryStringOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start + 1);
}

/** Whether every percent sign of the path is followed by what it promises. */
export function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
