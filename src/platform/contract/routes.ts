// Which operation a request is for, from the contract alone. Asked before the framework routes, because errors that come
// earlier (bad path, shutting down) need to know it too: for CORS, and for the log.
import { operations } from '#generated/operations.js';
import type { OperationFacts } from './operation-facts.js';

export type OperationId = keyof typeof operations;

export interface MatchedRoute {
  operationId: OperationId | null;
  /** The path's template, such as /r/{code}; null for a path the contract does not know. */
  template: string | null;
  /** Whether the path, whatever the method, is one for browsers. */
  cors: boolean;
}

const UNKNOWN: MatchedRoute = { operationId: null, template: null, cors: false };

interface Path {
  /** For a method that the path does not have. */
  route: MatchedRoute;
  byMethod: Map<string, MatchedRoute>;
}

const all = Object.entries(operations) as [OperationId, OperationFacts][];
const forBrowsers = new Set(all.filter(([, { cors }]) => cors).map(([, { path }]) => path));
const paths = new Map<string, Path>();
for (const [operationId, { path: template, method }] of all) {
  const route = { operationId, template, cors: forBrowsers.has(template) };
  const path = paths.get(template) ?? { route: { ...route, operationId: null }, byMethod: new Map() };
  path.byMethod.set(method.toUpperCase(), route);
  if (method === 'get') path.byMethod.set('HEAD', route);
  paths.set(template, path);
}
const patterns = [...paths]
  .filter(([template]) => template.includes('{'))
  .map(([template, path]) => ({ template, path, pattern: patternOf(template) }));

function patternOf(template: string): RegExp {
  const literal = template.replace(/[.]/g, '\\.');
  return new RegExp(`^${literal.replace(/\{([^}]*)\}/g, '(?<$1>[^/]+)')}$`);
}

/** The operation for a method and a path (no query; HEAD means GET). */
export function matchRoute(method: string, pathname: string): MatchedRoute {
  const path = paths.get(pathname) ?? patterns.find(({ pattern }) => pattern.test(pathname))?.path;
  return path ? (path.byMethod.get(method) ?? path.route) : UNKNOWN;
}

/** The path parameters of a normalised path, decoded. */
export function pathParameters(template: string, pathname: string): Record<string, string> {
  const groups = patterns.find((path) => path.template === template)?.pattern.exec(pathname)?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}

/**
 * Leading slashes read as one, one trailing slash forgiven, a proxy's absolute form cut to its path; what cannot be decoded stands for a
 * character that is in no name, so that each operation answers it like any other name that there is not. Keeps the query.
 */
export function normalizeUrl(target: string): string {
  if (paths.has(target)) return target; // nearly always
  const url = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '');
  const end = url.search(/[?#]/);
  const path = end === -1 ? url : url.slice(0, end);
  const single = path.replace(/^\/{2,}/, '/').replace(/(.)\/$/, '$1');
  return (single === '' ? '/' : decodable(single)) + url.slice(path.length);
}

/** The path with U+FFFD for each run of percent signs that does not keep what it promises. */
function decodable(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/(?:%[0-9a-f]{2})+|%/gi, (run) => (isDecodable(run) ? run : '%EF%BF%BD'));
}

/** Whether every percent sign of the path is followed by what it promises. */
export function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
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
