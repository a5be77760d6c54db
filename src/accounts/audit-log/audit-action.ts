// What the audit log knows to name.

export const auditActions = [
  'SIGNED_IN',
  'SIGNED_OUT',
  'PASSWORD_CHANGED',
  'SESSION_ENDED',
  'MEMBER_INVITED',
  'MEMBER_JOINED',
  'KEY_MADE',
  'KEY_REVOKED',
] as const;

export type AuditAction = (typeof auditActions)[number];
