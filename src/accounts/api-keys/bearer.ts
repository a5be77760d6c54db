// The credentials of an Authorization header (RFC 6750): the scheme in any case, then one token.

/** The token of `Bearer <token>`, or null when the header is missing or says something else. */
export function bearerToken(authorization: string | undefined): string | null {
  return /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization ?? '')?.[1] ?? null;
}
