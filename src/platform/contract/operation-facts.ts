// What generated/operations.ts says about each operation.

import type { Permission } from './permissions.js';

export type RateLimitGroup = 'clicks' | 'identifies' | 'reports';

export interface OperationFacts {
  method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'patch';
  /** With `{name}` for path parameters, as in the contract. */
  path: string;
  /** The controller it belongs to. */
  tag: string;
  /**
   * key: a valid API key or 401. optional: none, or a valid one. lenient: none, or any; a bad one is as none, and
   * the handler is the one who looks (x-lenient-key). session: a person who signed in, or 401. public: no header is even
   * looked at.
   */
  security: 'key' | 'public' | 'optional' | 'lenient' | 'session';
  /** Whether a person's session does, where no key is sent. */
  sessions: boolean;
  /** Whether only pages of this installation may send it, though it needs no session. With a session that always holds, for what changes. */
  sameOrigin: boolean;
  /** Whether the person must have said within minutes who they are. */
  confirm: boolean;
  /** Every declared status, ascending. */
  statuses: readonly number[];
  body: null | {
    limitBytes: number;
    contentType: 'application/json';
    /**
     * Whether no body is refused (x-lenient-body): it is read as JSON whatever it calls itself, what the contract does not name is
     * ignored, and the handler, by @UsableBody(), is given null for all that it cannot use.
     */
    lenient: boolean;
  };
  /** Whether replies wear the envelope; if not, the handler returns raw(…). */
  enveloped: boolean;
  /** Whether a success is text/csv, which leaves piece by piece; then the handler returns streamed(…). */
  streamed: boolean;
  /** Whether the reply is a list with `meta.page`; then the handler returns paged(…). */
  paged: boolean;
  rateLimit: RateLimitGroup | null;
  /** What a caller must be allowed to do (x-permission), if there is one to be known; null where the header is not even looked at. */
  permission: Permission | null;
  /** Whether every reply says Access-Control-Allow-Origin: *. */
  cors: boolean;
  /** Whether it is called so often that it goes straight to its handler (see fast-path.ts), past Express' router and the DTO classes. */
  fastPath: boolean;
  /** Whether unknown query parameters are left alone; the handler reads them from the request's URL. */
  openQuery: boolean;
}
