// Every mapped row, for TypeORM's view of the schema. Features own their entities; only here are all of them named.
import { AffiliateLinkEntity } from '#program/affiliates/affiliate-link.entity.js';
import { AffiliateEntity } from '#program/affiliates/affiliate.entity.js';
import { TrackingCodeEntity } from '#program/affiliates/tracking-code.entity.js';
import { ApiKeyEntity } from '#accounts/api-keys/api-key.entity.js';
import { CapturedSessionEntity } from '#tracking/browser-script/captured-session.entity.js';
import { InstallationEntity } from '#tracking/browser-script/installation.entity.js';
import { SiteTokenEntity } from '#tracking/browser-script/site-token.entity.js';
import { CampaignDirectoryEntity } from '#program/campaigns/campaign-directory.entity.js';
import { CampaignEntity } from '#program/campaigns/campaign.entity.js';
import { CommissionEntryEntity } from '#earnings/commissions/commission-entry.entity.js';
import { CommissionEntity } from '#earnings/commissions/commission.entity.js';
import { CustomerClaimEntity } from '#earnings/commissions/customer-claim.entity.js';
import { CustomerCreditEntity } from '#earnings/commissions/customer-credit.entity.js';
import { TierCounterEntity } from '#earnings/commissions/tier-counter.entity.js';
import { AwaitingEvidenceEntity } from '#conversions/recording/awaiting-evidence.entity.js';
import { ConversionEntity } from '#conversions/recording/conversion.entity.js';
import { ConversionHistoryEntity } from '#earnings/history/conversion-history.entity.js';
import { MerchantEntity } from '#accounts/merchants/merchant.entity.js';
import { PayoutItemEntity } from '#earnings/payouts/payout-item.entity.js';
import { PayoutEntity } from '#earnings/payouts/payout.entity.js';
import { KeptRefundEntity } from '#conversions/refunds/kept-refund.entity.js';
import { RefundEntity } from '#conversions/refunds/refund.entity.js';
import { ClickEntity } from '#tracking/clicks/click.entity.js';
import { PendingIdentityEntity } from '#tracking/clicks/pending-identity.entity.js';
import { SessionDirectoryEntity } from '#tracking/clicks/session-directory.entity.js';
import { SessionEntity } from '#tracking/clicks/session.entity.js';
import { JobEntity } from '#platform/jobs/job.entity.js';

export const entities = [
  MerchantEntity,
  ApiKeyEntity,
  CampaignEntity,
  AffiliateEntity,
  AffiliateLinkEntity,
  TrackingCodeEntity,
  SessionEntity,
  SessionDirectoryEntity,
  PendingIdentityEntity,
  ClickEntity,
  ConversionEntity,
  CommissionEntity,
  CustomerClaimEntity,
  CustomerCreditEntity,
  ConversionHistoryEntity,
  AwaitingEvidenceEntity,
  CampaignDirectoryEntity,
  TierCounterEntity,
  RefundEntity,
  KeptRefundEntity,
  CommissionEntryEntity,
  PayoutEntity,
  PayoutItemEntity,
  JobEntity,
  SiteTokenEntity,
  InstallationEntity,
  CapturedSessionEntity,
];
