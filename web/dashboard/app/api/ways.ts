// The operations that the dashboard calls, by method and path. Each is compared with the contract by the compiler: a path that is not
// there, or is another, does not compile.
import type { operations } from '#generated/operations.js';

type Contract = typeof operations;

export const ways = {
  signIn: ['post', '/api/v1/auth/sign-in'],
  signOut: ['post', '/api/v1/auth/sign-out'],
  readInvitation: ['post', '/api/v1/auth/invitation'],
  acceptInvitation: ['post', '/api/v1/auth/accept-invitation'],
  joinMerchant: ['post', '/api/v1/me/memberships'],
  leaveMerchant: ['delete', '/api/v1/me/memberships/{merchantId}'],
  getMerchant: ['get', '/api/v1/merchant'],
  updateMerchant: ['put', '/api/v1/merchant'],
  listMembers: ['get', '/api/v1/members'],
  updateMember: ['put', '/api/v1/members/{personId}'],
  removeMember: ['delete', '/api/v1/members/{personId}'],
  listInvitations: ['get', '/api/v1/invitations'],
  createInvitation: ['post', '/api/v1/invitations'],
  revokeInvitation: ['delete', '/api/v1/invitations/{invitationId}'],
  listAuditLog: ['get', '/api/v1/audit-log'],
  exportAuditLog: ['get', '/api/v1/audit-log/export'],
  getInstallation: ['get', '/api/v1/sdk/installation'],
  requestPasswordReset: ['post', '/api/v1/auth/request-password-reset'],
  resetPassword: ['post', '/api/v1/auth/reset-password'],
  getMe: ['get', '/api/v1/me'],
  updateMe: ['put', '/api/v1/me'],
  changePassword: ['put', '/api/v1/me/password'],
  confirmIdentity: ['post', '/api/v1/me/confirmation'],
  beginTwoFactor: ['post', '/api/v1/me/two-factor'],
  activateTwoFactor: ['post', '/api/v1/me/two-factor/activation'],
  disableTwoFactor: ['delete', '/api/v1/me/two-factor'],
  createRecoveryCodes: ['post', '/api/v1/me/two-factor/recovery-codes'],
  listSessions: ['get', '/api/v1/me/sessions'],
  endSession: ['delete', '/api/v1/me/sessions/{sessionId}'],
  listConversions: ['get', '/api/v1/conversions'],
  exportConversions: ['get', '/api/v1/conversions/export'],
  summarizeConversions: ['get', '/api/v1/conversions/summary'],
  getConversion: ['get', '/api/v1/conversions/{conversionId}'],
  recordPostback: ['post', '/api/v1/conversions/postback'],
  refundConversion: ['post', '/api/v1/conversions/refund'],
  getTrace: ['get', '/api/v1/trace'],
  listAffiliates: ['get', '/api/v1/affiliates'],
  getAffiliate: ['get', '/api/v1/affiliates/{affiliateId}'],
  getCampaign: ['get', '/api/v1/campaigns/{campaignId}'],
  listCampaigns: ['get', '/api/v1/campaigns'],
  listKeys: ['get', '/api/v1/keys'],
  createKey: ['post', '/api/v1/keys'],
  revokeKey: ['delete', '/api/v1/keys/{keyId}'],
  ready: ['get', '/health/ready'],
} as const satisfies { [Id in keyof Contract]?: readonly [Contract[Id]['method'], Contract[Id]['path']] };

export type CalledOperation = keyof typeof ways;
