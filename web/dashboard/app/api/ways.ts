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
  requestPasswordReset: ['post', '/api/v1/auth/request-password-reset'],
  resetPassword: ['post', '/api/v1/auth/reset-password'],
  getMe: ['get', '/api/v1/me'],
  updateMe: ['put', '/api/v1/me'],
  changePassword: ['put', '/api/v1/me/password'],
  confirmIdentity: ['post', '/api/v1/me/confirmation'],
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
