// The words of this feature: what may have to be looked at again, and for whom.
import { NO_MERCHANT, type Tenant } from '#platform/database/tenant.js';
import type { Progress } from './progress.js';

/**
 * What is to be looked at again:
 * CONVERSION an unattributed conversion (subject: its id) · CLICK a click was made (subject: its public id) ·
 * EMAIL a session was identified (subject: email hash, hex) · CUSTOMER a customer was first credited (subject: customer id) ·
 * KEPT_REFUND an order came for which a refund was kept (subject: its external id) ·
 * IDENTITY a session id and a kept identity may have met (subject: session id; no tenant).
 */
export type JobKind = 'CONVERSION' | 'CLICK' | 'EMAIL' | 'CUSTOMER' | 'KEPT_REFUND' | 'IDENTITY';

export interface Job extends Tenant {
  kind: JobKind;
  subject: string;
}

/** A query, of constant text, that finds what is to be looked at again: merchant_id, mode, subject. */
export interface FoundSubjects {
  text: string;
  parameters: unknown[];
}

export interface JobRow extends Job, Progress {
  id: string;
}

/**
 * Does jobs of its kinds, of any number of merchants.
 * @param portion so many rows of other tables it may look at for all jobs together, so that it ends soon; at least one for each job.
 * @returns those that have more to do, as far as they came: they come again, after what waits.
 * @throws whatever went wrong: all are tried again, in halves, until the one at fault stands alone; that one is put off.
 */
export type JobHandler = (jobs: JobRow[], portion: number) => Promise<readonly JobRow[]>;

/** For work that no merchant owns: the session's merchants are found through the directory. */
export const NO_TENANT: Tenant = { merchantId: NO_MERCHANT, mode: 'live' };
