// CORS for the operations that browsers call. Nothing here is for keyed paths: a secret key in a browser is a leak.
import type { ServerResponse } from 'node:http';

/** On every reply of a path for browsers, errors included. Never credentials. */
export function allowBrowsers(response: ServerResponse, isPreflight: boolean): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After');
  if (!isPreflight) return;
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Allow-Headers', 'content-type, x-request-id');
  response.setHeader('Access-Control-Max-Age', '7200');
}
