// The token of an invitation: whose merchant it is for, so that it is found where that merchant's rows are, and 256 random bits.
import { hash, randomBytes } from 'node:crypto';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';

const FORM = /^inv_([0-9a-z]{26})_([A-Za-z0-9_-]{43})$/;

export interface InvitationKey {
  merchantId: string;
  /** SHA-256 of the whole token. */
  tokenHash: Buffer;
}

/** A new token; what is stored of it is its hash. */
export function makeInvitationToken(merchantId: string): string {
  const [, suffix] = toPublicId('mer', merchantId).split('_');
  return `inv_${suffix}_${randomBytes(32).toString('base64url')}`;
}

/** Where the invitation of a token would be; null for what can be none. */
export function invitationKey(token: string): InvitationKey | null {
  const [, suffix] = FORM.exec(token) ?? [];
  const merchantId = suffix === undefined ? null : fromPublicId('mer', `mer_${suffix}`);
  return merchantId === null ? null : { merchantId, tokenHash: hash('sha256', token, 'buffer') };
}

/** The link that a person opens. The token stands behind `#`: no server's log and no Referer has it. */
export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/dashboard/join#${token}`;
}
