// The words of an affiliate.
import type { components } from '#generated/schema.js';

export type AffiliateStatus = components['schemas']['Affiliate']['status'];
