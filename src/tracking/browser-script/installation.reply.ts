// An installation as the contract shows it.
import type { Schema } from '#platform/contract/operation.js';
import type { CapturedSessionEntity } from './captured-session.entity.js';
import type { InstallationEntity } from './installation.entity.js';
import type { SiteOriginEntity } from './site-origin.entity.js';

/** @param publicUrl this service as browsers reach it, without a slash at the end. */
export function toInstallation(
  row: InstallationEntity,
  { captured, origins }: { captured: CapturedSessionEntity | null; origins: readonly SiteOriginEntity[] },
  publicUrl: string,
): Schema<'Installation'> {
  return {
    siteToken: row.token,
    snippet: `<script async src="${publicUrl}/sdk.js" data-site-token="${row.token}"></script>`,
    firstSeenAt: row.first_seen_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    origins: origins.map(({ origin, first_seen_at, last_seen_at }) => ({
      origin,
      firstSeenAt: first_seen_at.toISOString(),
      lastSeenAt: last_seen_at.toISOString(),
    })),
    lastSession: captured && {
      testId: captured.test_id,
      sessionId: captured.session_id,
      capturedAt: captured.captured_at.toISOString(),
    },
  };
}
