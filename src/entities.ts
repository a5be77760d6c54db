// Every mapped row, for TypeORM's view of the schema. Features own their entities; only here are all of them named.
import { AffiliateLinkEntity } from './affiliates/affiliate-link.entity.js';
import { AffiliateEntity } from './affiliates/affiliate.entity.js';
import { TrackingCodeEntity } from './affiliates/tracking-code.entity.js';
import { ApiKeyEntity } from './api-keys/api-key.entity.js';
import { CapturedSessionEntity } from './browser-script/captured-session.entity.js';
import { InstallationEntity } from './browser-script/installation.entity.js';
import { SiteTokenEntity } from './browser-script/site-token.entity.js';
import { CampaignDirectoryEntity } from './campaigns/campaign-directory.entity.js';
import { CampaignEntity } from './campaigns/campaign.entity.js';
import { CommissionEntryEntity } from './commissions/commission-entry.entity.js';
import { CommissionEntity } from './commissions/commission.entity.js';
import { CustomerClaimEntity } from './commissions/customer-claim.entity.js';
import { CustomerCreditEntity } from './commissions/customer-credit.entity.js';
import { TierCounterEntity } from './commissions/tier-counter.entity.js';
import { AwaitingEvidenceEntity } from './conversions/awaiting-evidence.entity.js';
import { ConversionEntity } from './conversions/conversion.entity.js';
import { ConversionHistoryEntity } from './history/conversion-history.entity.js';
import { MerchantEntity } from './merchants/merchant.entity.js';
import { PayoutItemEntity } from './payouts/payout-item.entity.js';
import { PayoutEntity } from './payouts/payout.entity.js';
import { KeptRefundEntity } from './refunds/kept-refund.entity.js';
import { RefundEntity } from './refunds/refund.entity.js';
import { ClickEntity } from './tracking/click.entity.js';
import { PendingIdentityEntity } from './tracking/pending-identity.entity.js';
import { SessionDirectoryEntity } from './tracking/session-directory.entity.js';
import { SessionEntity } from './tracking/session.entity.js';
import { WorkEntity } from './work-rows/work.entity.js';

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
  WorkEntity,
  SiteTokenEntity,
  InstallationEntity,
  CapturedSessionEntity,
];
