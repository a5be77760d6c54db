// A commission rate outside (a percent, or minor units) and inside (basis points, or minor units: always a whole number).
import type { CommissionType } from './terms.js';

/** Stored → shown: basis points become a percent; minor units stay. */
export function toPublicRate(type: CommissionType, stored: number): number {
  return type === 'PERCENTAGE' ? stored / 100 : stored;
}

/** Sent → stored. The rate has passed `rateRule` (campaign.rules.ts). */
export function toStoredRate(type: CommissionType, sent: number): number {
  return type === 'PERCENTAGE' ? Math.round(sent * 100) : sent;
}
