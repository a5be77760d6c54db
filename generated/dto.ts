// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.
import * as v from 'class-validator';
import * as c from '#platform/contract/dto.js';
import { Type } from 'class-transformer';

@c.Closed({
  threshold: {},
  commissionRate: {},
})
export class CommissionTierBody {
  @c.Required()
  @v.IsInt({ message: "must be an integer from 1 to 1000000000000" })
  @v.Min(1, { message: "must be an integer from 1 to 1000000000000" })
  @v.Max(1000000000000, { message: "must be an integer from 1 to 1000000000000" })
  threshold!: number;

  @c.Required()
  @v.IsNumber({}, { message: "must be a number from 0.01 to 100" })
  @v.Min(0.01, { message: "must be a number from 0.01 to 100" })
  @v.Max(100, { message: "must be a number from 0.01 to 100" })
  commissionRate!: number;
}

@c.Closed({
  credentialId: {},
  clientDataJSON: {},
  authenticatorData: {},
  signature: {},
  userHandle: {},
})
export class PasskeyAssertion {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1400)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  credentialId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 4000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  clientDataJSON!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  authenticatorData!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  signature!: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  userHandle?: string;
}

@c.Closed({
  credentialId: {},
  clientDataJSON: {},
  attestationObject: {},
})
export class PasskeyAttestation {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1400)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  credentialId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 4000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  clientDataJSON!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 30000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  attestationObject!: string;
}

@c.IgnoresUnknown()
@c.Closed({
  externalId: {},
  conversionType: {},
  amount: {},
  currency: {},
  sessionId: { anyCharacters: true },
  rcsid: { anyCharacters: true },
  clickId: { anyCharacters: true },
  cid: { anyCharacters: true },
  affiliateCode: { anyCharacters: true },
  customerEmailHash: { anyCharacters: true },
  customerEmail: { anyCharacters: true },
  customerId: {},
  occurredAt: {},
  metadata: { kept: {"kind":"object","maxKeys":50,"maxKeyLength":64,"maxBytes":8192} },
  isSynthetic: {},
})
export class RecordPostbackBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  externalId!: string;

  @c.Required()
  @v.IsIn(["SALE","LEAD","TRIAL","CUSTOM"], { message: "must be one of SALE, LEAD, TRIAL, CUSTOM" })
  conversionType!: "SALE" | "LEAD" | "TRIAL" | "CUSTOM";

  @c.Required()
  @v.IsInt({ message: "must be an integer from 0 to 1000000000000" })
  @v.Min(0, { message: "must be an integer from 0 to 1000000000000" })
  @v.Max(1000000000000, { message: "must be an integer from 0 to 1000000000000" })
  amount!: number;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z]{3}$", 'u'), { message: "must match the pattern ^[A-Za-z]{3}$" })
  @c.HasFormat("currency")
  currency!: string;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  sessionId?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  rcsid?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  clickId?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  cid?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  affiliateCode?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  customerEmailHash?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  customerEmail?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  customerId?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  @c.HasFormat("date-time")
  occurredAt?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @c.AsSent()
  metadata?: Record<string, unknown> | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsBoolean({ message: 'must be true, false or null' })
  isSynthetic?: boolean | null;
}

@c.Closed({
  dryRun: {},
})
export class RecordPostbackQuery {
  @v.ValidateIf(c.sent)
  @v.IsBoolean({ message: 'must be true or false' })
  @c.FromText(c.toFlag)
  dryRun: boolean = false;
}

@c.Closed({
  conversions: { anything: true, maxItems: 1000 },
})
export class RecordBatchBody {
  @c.Required()
  @v.IsArray({ message: "must be a list" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  @c.AsSent()
  conversions!: unknown[];
}

@c.Closed({
  externalId: {},
  status: {},
  affiliateId: {},
  campaignId: {},
  from: {},
  to: {},
})
export class ExportConversionsQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  externalId?: string;

  @v.ValidateIf(c.sent)
  @v.IsIn(["UNATTRIBUTED","ATTRIBUTED"], { message: "must be one of UNATTRIBUTED, ATTRIBUTED" })
  status?: "UNATTRIBUTED" | "ATTRIBUTED";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  affiliateId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  campaignId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;
}

@c.IgnoresUnknown()
@c.Closed({
  externalId: {},
  amount: {},
  reason: { kept: {"kind":"text","maxLength":500} },
  refundId: {},
  ifUnknown: {},
})
export class RefundConversionBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  externalId!: string;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsInt({ message: "must be an integer from 1 to 1000000000000 or null" })
  @v.Min(1, { message: "must be an integer from 1 to 1000000000000 or null" })
  @v.Max(1000000000000, { message: "must be an integer from 1 to 1000000000000 or null" })
  amount?: number | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @c.AsSent()
  reason?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  @c.LengthInCharacters(1, 255)
  refundId?: string | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsIn(["fail","keep"], { message: "must be one of fail, keep or null" })
  ifUnknown: "fail" | "keep" | null = "fail";
}

@c.Closed({
  externalId: {},
  status: {},
  affiliateId: {},
  campaignId: {},
  from: {},
  to: {},
})
export class SummarizeConversionsQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  externalId?: string;

  @v.ValidateIf(c.sent)
  @v.IsIn(["UNATTRIBUTED","ATTRIBUTED"], { message: "must be one of UNATTRIBUTED, ATTRIBUTED" })
  status?: "UNATTRIBUTED" | "ATTRIBUTED";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  affiliateId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  campaignId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;
}

@c.Closed({
  externalId: {},
  status: {},
  affiliateId: {},
  campaignId: {},
  from: {},
  to: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListConversionsQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  externalId?: string;

  @v.ValidateIf(c.sent)
  @v.IsIn(["UNATTRIBUTED","ATTRIBUTED"], { message: "must be one of UNATTRIBUTED, ATTRIBUTED" })
  status?: "UNATTRIBUTED" | "ATTRIBUTED";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  affiliateId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  campaignId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  conversionId: {},
})
export class GetConversionPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  conversionId!: string;
}

@c.Closed({
  externalId: {},
  conversionId: {},
  sessionId: {},
  clickId: {},
  code: {},
  customerEmailHash: {},
  customerId: {},
  from: {},
  to: {},
})
export class GetTraceQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  externalId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  conversionId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  sessionId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  clickId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  code?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[0-9A-Fa-f]{64}$", 'u'), { message: "must match the pattern ^[0-9A-Fa-f]{64}$" })
  customerEmailHash?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  customerId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;
}

@c.Closed({
  status: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListCampaignsQuery {
  @v.ValidateIf(c.sent)
  @v.IsIn(["DRAFT","ACTIVE","PAUSED","ARCHIVED"], { message: "must be one of DRAFT, ACTIVE, PAUSED, ARCHIVED" })
  status?: "DRAFT" | "ACTIVE" | "PAUSED" | "ARCHIVED";

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  name: {},
  landingUrl: {},
  commissionType: {},
  commissionRate: {},
  tiers: { list: () => CommissionTierBody, maxItems: 10 },
  currency: {},
  commissionRecurring: {},
  recurringMonthsLimit: {},
  attributionWindowDays: {},
  status: {},
})
export class CreateCampaignBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  name!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2048)
  @c.HasFormat("landing-url")
  landingUrl!: string;

  @c.Required()
  @v.IsIn(["PERCENTAGE","FIXED"], { message: "must be one of PERCENTAGE, FIXED" })
  commissionType!: "PERCENTAGE" | "FIXED";

  @c.Required()
  @v.IsNumber({}, { message: "must be a number from 0 to 1000000000000" })
  @v.Min(0, { message: "must be a number from 0 to 1000000000000" })
  @v.Max(1000000000000, { message: "must be a number from 0 to 1000000000000" })
  commissionRate!: number;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsArray({ message: "must be a list or null" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(10, { message: 'must have at most 10 items' })
  @v.ValidateNested({ each: true })
  @Type(() => CommissionTierBody)
  tiers?: CommissionTierBody[] | null;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z]{3}$", 'u'), { message: "must match the pattern ^[A-Za-z]{3}$" })
  @c.HasFormat("currency")
  currency: string = "EUR";

  @v.ValidateIf(c.sent)
  @v.IsBoolean({ message: 'must be true or false' })
  commissionRecurring: boolean = false;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsInt({ message: "must be an integer from 1 to 1200 or null" })
  @v.Min(1, { message: "must be an integer from 1 to 1200 or null" })
  @v.Max(1200, { message: "must be an integer from 1 to 1200 or null" })
  recurringMonthsLimit?: number | null;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 1 to 400" })
  @v.Min(1, { message: "must be an integer from 1 to 400" })
  @v.Max(400, { message: "must be an integer from 1 to 400" })
  attributionWindowDays: number = 90;

  @v.ValidateIf(c.sent)
  @v.IsIn(["DRAFT","ACTIVE","PAUSED"], { message: "must be one of DRAFT, ACTIVE, PAUSED" })
  status: "DRAFT" | "ACTIVE" | "PAUSED" = "ACTIVE";
}

@c.Closed({
  campaignId: {},
})
export class GetCampaignPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  campaignId!: string;
}

@c.Closed({
  name: {},
  landingUrl: {},
  commissionType: {},
  commissionRate: {},
  tiers: { list: () => CommissionTierBody, maxItems: 10 },
  currency: {},
  commissionRecurring: {},
  recurringMonthsLimit: {},
  attributionWindowDays: {},
  status: {},
})
export class UpdateCampaignBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  name?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2048)
  @c.HasFormat("landing-url")
  landingUrl?: string;

  @v.ValidateIf(c.sent)
  @v.IsIn(["PERCENTAGE","FIXED"], { message: "must be one of PERCENTAGE, FIXED" })
  commissionType?: "PERCENTAGE" | "FIXED";

  @v.ValidateIf(c.sent)
  @v.IsNumber({}, { message: "must be a number from 0 to 1000000000000" })
  @v.Min(0, { message: "must be a number from 0 to 1000000000000" })
  @v.Max(1000000000000, { message: "must be a number from 0 to 1000000000000" })
  commissionRate?: number;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsArray({ message: "must be a list or null" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(10, { message: 'must have at most 10 items' })
  @v.ValidateNested({ each: true })
  @Type(() => CommissionTierBody)
  tiers?: CommissionTierBody[] | null;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z]{3}$", 'u'), { message: "must match the pattern ^[A-Za-z]{3}$" })
  @c.HasFormat("currency")
  currency?: string;

  @v.ValidateIf(c.sent)
  @v.IsBoolean({ message: 'must be true or false' })
  commissionRecurring?: boolean;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsInt({ message: "must be an integer from 1 to 1200 or null" })
  @v.Min(1, { message: "must be an integer from 1 to 1200 or null" })
  @v.Max(1200, { message: "must be an integer from 1 to 1200 or null" })
  recurringMonthsLimit?: number | null;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 1 to 400" })
  @v.Min(1, { message: "must be an integer from 1 to 400" })
  @v.Max(400, { message: "must be an integer from 1 to 400" })
  attributionWindowDays?: number;

  @v.ValidateIf(c.sent)
  @v.IsIn(["DRAFT","ACTIVE","PAUSED","ARCHIVED"], { message: "must be one of DRAFT, ACTIVE, PAUSED, ARCHIVED" })
  status?: "DRAFT" | "ACTIVE" | "PAUSED" | "ARCHIVED";
}

@c.Closed({
  campaignId: {},
})
export class UpdateCampaignPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  campaignId!: string;
}

@c.Closed({
  campaignId: {},
})
export class DeleteCampaignPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  campaignId!: string;
}

@c.Closed({
  campaignId: {},
})
export class GetPublicCampaignPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  campaignId!: string;
}

@c.Closed({
  campaignId: {},
})
export class PreflightPublicCampaignPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  campaignId!: string;
}

@c.Closed({
  from: {},
  to: {},
})
export class GetConversionsTimelineQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;
}

@c.Closed({
  campaignId: {},
})
export class GetConversionsTimelinePath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  campaignId!: string;
}

@c.Closed({
  status: {},
  campaignId: {},
  email: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListAffiliatesQuery {
  @v.ValidateIf(c.sent)
  @v.IsIn(["ACTIVE","SUSPENDED"], { message: "must be one of ACTIVE, SUSPENDED" })
  status?: "ACTIVE" | "SUSPENDED";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  campaignId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 254)
  email?: string;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  email: {},
  firstName: {},
  campaignId: {},
  code: {},
})
export class CreateAffiliateBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 254)
  @c.HasFormat("email")
  email!: string;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  @c.LengthInCharacters(0, 100)
  firstName?: string | null;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  campaignId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z0-9_-]{3,64}$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]{3,64}$" })
  code?: string;
}

@c.Closed({
  affiliateId: {},
})
export class GetAffiliatePath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  affiliateId!: string;
}

@c.Closed({
  email: {},
  firstName: {},
  status: {},
})
export class UpdateAffiliateBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 254)
  @c.HasFormat("email")
  email?: string;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  @c.LengthInCharacters(0, 100)
  firstName?: string | null;

  @v.ValidateIf(c.sent)
  @v.IsIn(["ACTIVE","SUSPENDED"], { message: "must be one of ACTIVE, SUSPENDED" })
  status?: "ACTIVE" | "SUSPENDED";
}

@c.Closed({
  affiliateId: {},
})
export class UpdateAffiliatePath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  affiliateId!: string;
}

@c.Closed({
  status: {},
  affiliateId: {},
  campaignId: {},
  conversionId: {},
  currency: {},
  from: {},
  to: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListCommissionsQuery {
  @v.ValidateIf(c.sent)
  @v.IsIn(["PENDING","APPROVED","PAID","REJECTED"], { message: "must be one of PENDING, APPROVED, PAID, REJECTED" })
  status?: "PENDING" | "APPROVED" | "PAID" | "REJECTED";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  affiliateId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  campaignId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  conversionId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("currency")
  currency?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  commissionIds: { texts: {"pattern":"^[A-Za-z0-9_-]{1,64}$"}, maxItems: 1000 },
})
export class BulkApproveCommissionsBody {
  @c.Required()
  @v.IsArray({ message: "must be a list" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  commissionIds!: string[];
}

@c.Closed({
  commissionIds: { texts: {"pattern":"^[A-Za-z0-9_-]{1,64}$"}, maxItems: 1000 },
  reason: {},
})
export class BulkRejectCommissionsBody {
  @c.Required()
  @v.IsArray({ message: "must be a list" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  commissionIds!: string[];

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  @c.LengthInCharacters(1, 500)
  reason?: string | null;
}

@c.Closed({
  commissionId: {},
})
export class GetCommissionPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  commissionId!: string;
}

@c.Closed({
  type: {},
  amount: {},
  reason: {},
  adjustmentId: {},
})
export class AdjustCommissionBody {
  @c.Required()
  @v.IsIn(["BONUS","DEDUCTION","CORRECTION"], { message: "must be one of BONUS, DEDUCTION, CORRECTION" })
  type!: "BONUS" | "DEDUCTION" | "CORRECTION";

  @c.Required()
  @v.IsInt({ message: "must be an integer from -1000000000000 to 1000000000000" })
  @v.Min(-1000000000000, { message: "must be an integer from -1000000000000 to 1000000000000" })
  @v.Max(1000000000000, { message: "must be an integer from -1000000000000 to 1000000000000" })
  amount!: number;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 500)
  reason!: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  adjustmentId?: string;
}

@c.Closed({
  commissionId: {},
})
export class AdjustCommissionPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  commissionId!: string;
}

@c.Closed({
  affiliateId: {},
})
export class GetAffiliateBalancesPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  affiliateId!: string;
}

@c.Closed({
  status: {},
  affiliateId: {},
  currency: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListPayoutsQuery {
  @v.ValidateIf(c.sent)
  @v.IsIn(["PENDING","PAID"], { message: "must be one of PENDING, PAID" })
  status?: "PENDING" | "PAID";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  affiliateId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("currency")
  currency?: string;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  affiliateId: {},
  currency: {},
  payoutKey: {},
})
export class CreatePayoutBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  affiliateId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("currency")
  currency!: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  payoutKey?: string;
}

@c.Closed({
  status: {},
  affiliateId: {},
  currency: {},
})
export class ExportPayoutsQuery {
  @v.ValidateIf(c.sent)
  @v.IsIn(["PENDING","PAID"], { message: "must be one of PENDING, PAID" })
  status: "PENDING" | "PAID" = "PENDING";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  affiliateId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("currency")
  currency?: string;
}

@c.Closed({
  payoutId: {},
})
export class GetPayoutPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  payoutId!: string;
}

@c.Closed({
  limit: {},
  offset: {},
  cursor: {},
})
export class ListPayoutItemsQuery {
  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  payoutId: {},
})
export class ListPayoutItemsPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  payoutId!: string;
}

@c.Closed({
  paidAt: {},
  method: {},
  reference: {},
})
export class MarkPayoutPaidBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  paidAt?: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  method!: string;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsString({ message: "must be a string or null" })
  @c.LengthInCharacters(1, 255)
  reference?: string | null;
}

@c.Closed({
  payoutId: {},
})
export class MarkPayoutPaidPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  payoutId!: string;
}

@c.Closed({
  limit: {},
  offset: {},
  cursor: {},
})
export class ListEndpointsQuery {
  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  name: {},
  url: {},
  events: { texts: {"enum":["conversion.created","conversion.refunded","conversion.attributed","conversion.commission_paid","conversion.disputed","conversion.dispute_resolved","commission.approved","commission.rejected","commission.adjusted","payout.created","payout.paid","payout.cancelled","affiliate.applied","affiliate.approved","affiliate.rejected","affiliate.suspended","endpoint.failing","endpoint.disabled","webhook.test"]}, maxItems: 50 },
  campaignIds: { texts: {"pattern":"^[A-Za-z0-9_-]{1,64}$"}, maxItems: 50 },
  payload: {},
  ordering: {},
})
export class CreateEndpointBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  @v.Matches(new RegExp("\\S", 'u'), { message: "must match the pattern \\S" })
  name!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2048)
  url!: string;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsArray({ message: "must be a list or null" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(50, { message: 'must have at most 50 items' })
  events?: ("conversion.created" | "conversion.refunded" | "conversion.attributed" | "conversion.commission_paid" | "conversion.disputed" | "conversion.dispute_resolved" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "payout.cancelled" | "affiliate.applied" | "affiliate.approved" | "affiliate.rejected" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test")[] | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsArray({ message: "must be a list or null" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(50, { message: 'must have at most 50 items' })
  campaignIds?: string[] | null;

  @v.ValidateIf(c.sent)
  @v.IsIn(["FULL","THIN"], { message: "must be one of FULL, THIN" })
  payload: "FULL" | "THIN" = "FULL";

  @v.ValidateIf(c.sent)
  @v.IsIn(["NONE","PER_SUBJECT"], { message: "must be one of NONE, PER_SUBJECT" })
  ordering: "NONE" | "PER_SUBJECT" = "NONE";
}

@c.Closed({
  endpointId: {},
})
export class GetEndpointPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  name: {},
  url: {},
  events: { texts: {"enum":["conversion.created","conversion.refunded","conversion.attributed","conversion.commission_paid","conversion.disputed","conversion.dispute_resolved","commission.approved","commission.rejected","commission.adjusted","payout.created","payout.paid","payout.cancelled","affiliate.applied","affiliate.approved","affiliate.rejected","affiliate.suspended","endpoint.failing","endpoint.disabled","webhook.test"]}, maxItems: 50 },
  campaignIds: { texts: {"pattern":"^[A-Za-z0-9_-]{1,64}$"}, maxItems: 50 },
  payload: {},
  ordering: {},
  status: {},
})
export class UpdateEndpointBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  @v.Matches(new RegExp("\\S", 'u'), { message: "must match the pattern \\S" })
  name?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2048)
  url?: string;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsArray({ message: "must be a list or null" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(50, { message: 'must have at most 50 items' })
  events?: ("conversion.created" | "conversion.refunded" | "conversion.attributed" | "conversion.commission_paid" | "conversion.disputed" | "conversion.dispute_resolved" | "commission.approved" | "commission.rejected" | "commission.adjusted" | "payout.created" | "payout.paid" | "payout.cancelled" | "affiliate.applied" | "affiliate.approved" | "affiliate.rejected" | "affiliate.suspended" | "endpoint.failing" | "endpoint.disabled" | "webhook.test")[] | null;

  @v.ValidateIf(c.sent)
  @v.ValidateIf(c.notNull)
  @v.IsArray({ message: "must be a list or null" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(50, { message: 'must have at most 50 items' })
  campaignIds?: string[] | null;

  @v.ValidateIf(c.sent)
  @v.IsIn(["FULL","THIN"], { message: "must be one of FULL, THIN" })
  payload?: "FULL" | "THIN";

  @v.ValidateIf(c.sent)
  @v.IsIn(["NONE","PER_SUBJECT"], { message: "must be one of NONE, PER_SUBJECT" })
  ordering?: "NONE" | "PER_SUBJECT";

  @v.ValidateIf(c.sent)
  @v.IsIn(["ACTIVE","PAUSED"], { message: "must be one of ACTIVE, PAUSED" })
  status?: "ACTIVE" | "PAUSED";
}

@c.Closed({
  endpointId: {},
})
export class UpdateEndpointPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  endpointId: {},
})
export class DeleteEndpointPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  overlapHours: {},
})
export class RotateEndpointSecretBody {
  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 168" })
  @v.Min(0, { message: "must be an integer from 0 to 168" })
  @v.Max(168, { message: "must be an integer from 0 to 168" })
  overlapHours: number = 24;
}

@c.Closed({
  endpointId: {},
})
export class RotateEndpointSecretPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  endpointId: {},
})
export class UseNewEndpointSecretPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  code: {},
})
export class FollowLinkPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  code!: string;
}

@c.Closed({
  tracking_url: {},
  session_id: {},
})
export class TrackClickBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2048)
  tracking_url!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z0-9_-]{8,128}$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]{8,128}$" })
  session_id!: string;
}

@c.Closed({
  session_id: {},
  customer_email_hash: {},
})
export class IdentifyBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z0-9_-]{8,128}$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]{8,128}$" })
  session_id!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[0-9a-fA-F]{64}$", 'u'), { message: "must match the pattern ^[0-9a-fA-F]{64}$" })
  customer_email_hash!: string;
}

@c.Closed({
  sessionId: {},
  emailHash: {},
})
export class IdentifyFromBrowserBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z0-9_-]{8,128}$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]{8,128}$" })
  sessionId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[0-9a-fA-F]{64}$", 'u'), { message: "must match the pattern ^[0-9a-fA-F]{64}$" })
  emailHash!: string;
}

@c.Closed({
  testId: {},
})
export class GetInstallationQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z0-9_-]{1,128}$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]{1,128}$" })
  testId?: string;
}

@c.Closed({
  siteToken: {},
})
export class ReportInstalledBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  siteToken!: string;
}

@c.Closed({
  siteToken: {},
  testId: {},
  sessionId: {},
  source: {},
})
export class ReportSessionCapturedBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 255)
  siteToken!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z0-9_-]{1,128}$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]{1,128}$" })
  testId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^[A-Za-z0-9_-]{8,128}$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]{8,128}$" })
  sessionId!: string;

  @c.Required()
  @v.IsIn(["url"], { message: "must be url" })
  source!: "url";
}

@c.Closed({
  email: {},
  password: {},
  code: {},
})
export class SignInBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 254)
  @c.HasFormat("email")
  email!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1000)
  password!: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 40)
  code?: string;
}

@c.Closed({
  token: {},
})
export class ReadInvitationBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  token!: string;
}

@c.Closed({
  token: {},
  name: {},
  email: {},
  password: {},
  language: {},
  timeZone: {},
})
export class AcceptInvitationBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  token!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  @v.Matches(new RegExp("\\S", 'u'), { message: "must match the pattern \\S" })
  name!: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 254)
  @c.HasFormat("email")
  email?: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1000)
  password!: string;

  @v.ValidateIf(c.sent)
  @v.IsIn(["en","fr"], { message: "must be one of en, fr" })
  language: "en" | "fr" = "en";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  timeZone: string = "UTC";
}

@c.Closed({
  token: {},
})
export class JoinMerchantBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  token!: string;
}

@c.Closed({
  merchantId: {},
})
export class LeaveMerchantPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  merchantId!: string;
}

@c.Closed({
  name: {},
  language: {},
  timeZone: {},
})
export class UpdateMeBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  @v.Matches(new RegExp("\\S", 'u'), { message: "must match the pattern \\S" })
  name?: string;

  @v.ValidateIf(c.sent)
  @v.IsIn(["en","fr"], { message: "must be one of en, fr" })
  language?: "en" | "fr";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  timeZone?: string;
}

@c.Closed({
  currentPassword: {},
  newPassword: {},
})
export class ChangePasswordBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1000)
  currentPassword!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1000)
  newPassword!: string;
}

@c.Closed({
  password: {},
  code: {},
  passkey: { object: () => PasskeyAssertion },
})
export class ConfirmIdentityBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1000)
  password?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 40)
  code?: string;

  @v.ValidateIf(c.sent)
  @v.IsObject({ message: "must be an object" })
  @v.ValidateNested()
  @Type(() => PasskeyAssertion)
  passkey?: PasskeyAssertion;
}

@c.Closed({
  sessionId: {},
})
export class EndSessionPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  sessionId!: string;
}

@c.Closed({
  code: {},
})
export class ActivateTwoFactorBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 40)
  code!: string;
}

@c.Closed({
  credentialId: {},
  clientDataJSON: {},
  authenticatorData: {},
  signature: {},
  userHandle: {},
})
export class SignInWithPasskeyBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1400)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  credentialId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 4000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  clientDataJSON!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  authenticatorData!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 2000)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  signature!: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  @v.Matches(new RegExp("^[A-Za-z0-9_-]+$", 'u'), { message: "must match the pattern ^[A-Za-z0-9_-]+$" })
  userHandle?: string;
}

@c.Closed({
  name: {},
  passkey: { object: () => PasskeyAttestation },
})
export class CreatePasskeyBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  @v.Matches(new RegExp("\\S", 'u'), { message: "must match the pattern \\S" })
  name!: string;

  @c.Required()
  @v.IsObject({ message: "must be an object" })
  @v.ValidateNested()
  @Type(() => PasskeyAttestation)
  passkey!: PasskeyAttestation;
}

@c.Closed({
  passkeyId: {},
})
export class DeletePasskeyPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  passkeyId!: string;
}

@c.Closed({
  invitation: {},
  returnTo: {},
})
export class StartOidcSignInBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  invitation?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 500)
  @v.Matches(new RegExp("^/(?!/)[A-Za-z0-9/?&=._~%:@!$()*+,;-]*$", 'u'), { message: "must match the pattern ^/(?!/)[A-Za-z0-9/?&=._~%:@!$()*+,;-]*$" })
  returnTo?: string;
}

@c.Closed({
  password: {},
  code: {},
  language: {},
  timeZone: {},
})
export class SignInWithOidcBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1000)
  password?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 40)
  code?: string;

  @v.ValidateIf(c.sent)
  @v.IsIn(["en","fr"], { message: "must be one of en, fr" })
  language: "en" | "fr" = "en";

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  timeZone: string = "UTC";
}

@c.Closed({
  returnTo: {},
})
export class StartOidcConfirmationBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 500)
  @v.Matches(new RegExp("^/(?!/)[A-Za-z0-9/?&=._~%:@!$()*+,;-]*$", 'u'), { message: "must match the pattern ^/(?!/)[A-Za-z0-9/?&=._~%:@!$()*+,;-]*$" })
  returnTo?: string;
}

@c.Closed({
  returnTo: {},
})
export class StartIdentityLinkBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 500)
  @v.Matches(new RegExp("^/(?!/)[A-Za-z0-9/?&=._~%:@!$()*+,;-]*$", 'u'), { message: "must match the pattern ^/(?!/)[A-Za-z0-9/?&=._~%:@!$()*+,;-]*$" })
  returnTo?: string;
}

@c.Closed({
  identityId: {},
})
export class UnlinkIdentityPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  identityId!: string;
}

@c.Closed({
  limit: {},
  offset: {},
  cursor: {},
})
export class ListKeysQuery {
  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  name: {},
  permissions: { texts: {"pattern":"^(record|read|manage|pay)$"}, maxItems: 4 },
})
export class CreateKeyBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  @v.Matches(new RegExp("\\S", 'u'), { message: "must match the pattern \\S" })
  name!: string;

  @v.ValidateIf(c.sent)
  @v.IsArray({ message: "must be a list" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(4, { message: 'must have at most 4 items' })
  permissions?: string[];
}

@c.Closed({
  keyId: {},
})
export class RevokeKeyPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  keyId!: string;
}

@c.Closed({
  keyId: {},
  operationId: {},
  failed: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListRequestsQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  keyId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  operationId?: string;

  @v.ValidateIf(c.sent)
  @v.IsBoolean({ message: 'must be true or false' })
  @c.FromText(c.toFlag)
  failed?: boolean;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  endpointId: {},
})
export class TestEndpointPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  state: {},
  event: {},
  eventId: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListDeliveriesQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @v.Matches(new RegExp("^(WAITING|DELIVERED|FAILED|SKIPPED)$", 'u'), { message: "must match the pattern ^(WAITING|DELIVERED|FAILED|SKIPPED)$" })
  state?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  event?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  eventId?: string;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  endpointId: {},
})
export class ListDeliveriesPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  endpointId: {},
  deliveryId: {},
})
export class GetDeliveryPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  deliveryId!: string;
}

@c.Closed({
  endpointId: {},
  deliveryId: {},
})
export class ResendDeliveryPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  deliveryId!: string;
}

@c.Closed({
  deliveryIds: { texts: {"pattern":"^[A-Za-z0-9_-]{1,64}$"}, maxItems: 100 },
  failedSince: {},
  missedSince: {},
  until: {},
  cursor: {},
})
export class RecoverDeliveriesBody {
  @v.ValidateIf(c.sent)
  @v.IsArray({ message: "must be a list" })
  @v.ArrayMinSize(1, { message: 'must have at least 1 items' })
  @v.ArrayMaxSize(100, { message: 'must have at most 100 items' })
  deliveryIds?: string[];

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  failedSince?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  missedSince?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  until?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  endpointId: {},
})
export class RecoverDeliveriesPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  before: {},
  cursor: {},
})
export class SkipDeliveriesBody {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  before?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  endpointId: {},
})
export class SkipDeliveriesPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  endpointId!: string;
}

@c.Closed({
  after: {},
  limit: {},
})
export class ListEventsQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  after?: string;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;
}

@c.Closed({
  limit: {},
  offset: {},
  cursor: {},
})
export class ListMembersQuery {
  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  role: {},
})
export class UpdateMemberBody {
  @c.Required()
  @v.IsIn(["OWNER","ADMIN","MANAGER","FINANCE","VIEWER"], { message: "must be one of OWNER, ADMIN, MANAGER, FINANCE, VIEWER" })
  role!: "OWNER" | "ADMIN" | "MANAGER" | "FINANCE" | "VIEWER";
}

@c.Closed({
  personId: {},
})
export class UpdateMemberPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  personId!: string;
}

@c.Closed({
  personId: {},
})
export class RemoveMemberPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  personId!: string;
}

@c.Closed({
  limit: {},
  offset: {},
  cursor: {},
})
export class ListInvitationsQuery {
  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  email: {},
  role: {},
})
export class CreateInvitationBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 254)
  @c.HasFormat("email")
  email!: string;

  @c.Required()
  @v.IsIn(["OWNER","ADMIN","MANAGER","FINANCE","VIEWER"], { message: "must be one of OWNER, ADMIN, MANAGER, FINANCE, VIEWER" })
  role!: "OWNER" | "ADMIN" | "MANAGER" | "FINANCE" | "VIEWER";
}

@c.Closed({
  invitationId: {},
})
export class RevokeInvitationPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  invitationId!: string;
}

@c.Closed({
  personId: {},
  action: {},
  from: {},
  to: {},
  limit: {},
  offset: {},
  cursor: {},
})
export class ListAuditLogQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  personId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  @v.Matches(new RegExp("^[A-Z][A-Z0-9_]*$", 'u'), { message: "must match the pattern ^[A-Z][A-Z0-9_]*$" })
  action?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer of at least 1" })
  @v.Min(1, { message: "must be an integer of at least 1" })
  @c.FromText(c.toNumber)
  limit: number = 25;

  @v.ValidateIf(c.sent)
  @v.IsInt({ message: "must be an integer from 0 to 10000" })
  @v.Min(0, { message: "must be an integer from 0 to 10000" })
  @v.Max(10000, { message: "must be an integer from 0 to 10000" })
  @c.FromText(c.toNumber)
  offset: number = 0;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  cursor?: string;
}

@c.Closed({
  personId: {},
  action: {},
  from: {},
  to: {},
})
export class ExportAuditLogQuery {
  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  personId?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 64)
  @v.Matches(new RegExp("^[A-Z][A-Z0-9_]*$", 'u'), { message: "must match the pattern ^[A-Z][A-Z0-9_]*$" })
  action?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  from?: string;

  @v.ValidateIf(c.sent)
  @v.IsString({ message: "must be a string" })
  @c.HasFormat("date-time")
  to?: string;
}

@c.Closed({
  token: {},
  password: {},
})
export class ResetPasswordBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 200)
  token!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 1000)
  password!: string;
}

@c.Closed({
  name: {},
})
export class UpdateMerchantBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(1, 100)
  @v.Matches(new RegExp("\\S", 'u'), { message: "must match the pattern \\S" })
  name!: string;
}

@c.Closed({
  email: {},
})
export class RequestPasswordResetBody {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  @c.LengthInCharacters(0, 254)
  @c.HasFormat("email")
  email!: string;
}

@c.Closed({
  page: {},
})
export class GetDocsPagePath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  page!: string;
}

@c.Closed({
  page: {},
})
export class GetFrenchDocsPagePath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  page!: string;
}

@c.Closed({
  page: {},
})
export class GetDashboardPagePath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  page!: string;
}

@c.Closed({
  name: {},
})
export class GetDashboardAssetPath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  name!: string;
}

@c.Closed({
  page: {},
  name: {},
})
export class GetDashboardSubpagePath {
  @c.Required()
  @v.IsString({ message: "must be a string" })
  page!: string;

  @c.Required()
  @v.IsString({ message: "must be a string" })
  name!: string;
}

/** operationId → the classes of what it takes. */
export const dtos = {
  recordPostback: { body: RecordPostbackBody, query: RecordPostbackQuery, path: null },
  recordBatch: { body: RecordBatchBody, query: null, path: null },
  exportConversions: { body: null, query: ExportConversionsQuery, path: null },
  refundConversion: { body: RefundConversionBody, query: null, path: null },
  summarizeConversions: { body: null, query: SummarizeConversionsQuery, path: null },
  listConversions: { body: null, query: ListConversionsQuery, path: null },
  getConversion: { body: null, query: null, path: GetConversionPath },
  getTrace: { body: null, query: GetTraceQuery, path: null },
  listCampaigns: { body: null, query: ListCampaignsQuery, path: null },
  createCampaign: { body: CreateCampaignBody, query: null, path: null },
  getCampaign: { body: null, query: null, path: GetCampaignPath },
  updateCampaign: { body: UpdateCampaignBody, query: null, path: UpdateCampaignPath },
  deleteCampaign: { body: null, query: null, path: DeleteCampaignPath },
  getPublicCampaign: { body: null, query: null, path: GetPublicCampaignPath },
  preflightPublicCampaign: { body: null, query: null, path: PreflightPublicCampaignPath },
  getConversionsTimeline: { body: null, query: GetConversionsTimelineQuery, path: GetConversionsTimelinePath },
  listAffiliates: { body: null, query: ListAffiliatesQuery, path: null },
  createAffiliate: { body: CreateAffiliateBody, query: null, path: null },
  getAffiliate: { body: null, query: null, path: GetAffiliatePath },
  updateAffiliate: { body: UpdateAffiliateBody, query: null, path: UpdateAffiliatePath },
  listCommissions: { body: null, query: ListCommissionsQuery, path: null },
  bulkApproveCommissions: { body: BulkApproveCommissionsBody, query: null, path: null },
  bulkRejectCommissions: { body: BulkRejectCommissionsBody, query: null, path: null },
  getCommission: { body: null, query: null, path: GetCommissionPath },
  adjustCommission: { body: AdjustCommissionBody, query: null, path: AdjustCommissionPath },
  getAffiliateBalances: { body: null, query: null, path: GetAffiliateBalancesPath },
  listPayouts: { body: null, query: ListPayoutsQuery, path: null },
  createPayout: { body: CreatePayoutBody, query: null, path: null },
  exportPayouts: { body: null, query: ExportPayoutsQuery, path: null },
  getPayout: { body: null, query: null, path: GetPayoutPath },
  listPayoutItems: { body: null, query: ListPayoutItemsQuery, path: ListPayoutItemsPath },
  markPayoutPaid: { body: MarkPayoutPaidBody, query: null, path: MarkPayoutPaidPath },
  listEndpoints: { body: null, query: ListEndpointsQuery, path: null },
  createEndpoint: { body: CreateEndpointBody, query: null, path: null },
  getEndpoint: { body: null, query: null, path: GetEndpointPath },
  updateEndpoint: { body: UpdateEndpointBody, query: null, path: UpdateEndpointPath },
  deleteEndpoint: { body: null, query: null, path: DeleteEndpointPath },
  rotateEndpointSecret: { body: RotateEndpointSecretBody, query: null, path: RotateEndpointSecretPath },
  useNewEndpointSecret: { body: null, query: null, path: UseNewEndpointSecretPath },
  followLink: { body: null, query: null, path: FollowLinkPath },
  trackClick: { body: TrackClickBody, query: null, path: null },
  preflightClick: { body: null, query: null, path: null },
  identify: { body: IdentifyBody, query: null, path: null },
  preflightIdentify: { body: null, query: null, path: null },
  identifyFromBrowser: { body: IdentifyFromBrowserBody, query: null, path: null },
  preflightIdentifyFromBrowser: { body: null, query: null, path: null },
  getBrowserScript: { body: null, query: null, path: null },
  getInstallation: { body: null, query: GetInstallationQuery, path: null },
  reportInstalled: { body: ReportInstalledBody, query: null, path: null },
  preflightInstalled: { body: null, query: null, path: null },
  reportSessionCaptured: { body: ReportSessionCapturedBody, query: null, path: null },
  preflightSessionCaptured: { body: null, query: null, path: null },
  ping: { body: null, query: null, path: null },
  signIn: { body: SignInBody, query: null, path: null },
  signOut: { body: null, query: null, path: null },
  readInvitation: { body: ReadInvitationBody, query: null, path: null },
  acceptInvitation: { body: AcceptInvitationBody, query: null, path: null },
  joinMerchant: { body: JoinMerchantBody, query: null, path: null },
  leaveMerchant: { body: null, query: null, path: LeaveMerchantPath },
  getMe: { body: null, query: null, path: null },
  updateMe: { body: UpdateMeBody, query: null, path: null },
  changePassword: { body: ChangePasswordBody, query: null, path: null },
  confirmIdentity: { body: ConfirmIdentityBody, query: null, path: null },
  listSessions: { body: null, query: null, path: null },
  endSession: { body: null, query: null, path: EndSessionPath },
  beginTwoFactor: { body: null, query: null, path: null },
  disableTwoFactor: { body: null, query: null, path: null },
  activateTwoFactor: { body: ActivateTwoFactorBody, query: null, path: null },
  createRecoveryCodes: { body: null, query: null, path: null },
  beginPasskeySignIn: { body: null, query: null, path: null },
  signInWithPasskey: { body: SignInWithPasskeyBody, query: null, path: null },
  listPasskeys: { body: null, query: null, path: null },
  createPasskey: { body: CreatePasskeyBody, query: null, path: null },
  beginPasskey: { body: null, query: null, path: null },
  deletePasskey: { body: null, query: null, path: DeletePasskeyPath },
  getSignInMethods: { body: null, query: null, path: null },
  startOidcSignIn: { body: StartOidcSignInBody, query: null, path: null },
  receiveOidcCallback: { body: null, query: null, path: null },
  signInWithOidc: { body: SignInWithOidcBody, query: null, path: null },
  startOidcConfirmation: { body: StartOidcConfirmationBody, query: null, path: null },
  finishOidc: { body: null, query: null, path: null },
  startIdentityLink: { body: StartIdentityLinkBody, query: null, path: null },
  unlinkIdentity: { body: null, query: null, path: UnlinkIdentityPath },
  listKeys: { body: null, query: ListKeysQuery, path: null },
  createKey: { body: CreateKeyBody, query: null, path: null },
  revokeKey: { body: null, query: null, path: RevokeKeyPath },
  listRequests: { body: null, query: ListRequestsQuery, path: null },
  testEndpoint: { body: null, query: null, path: TestEndpointPath },
  listDeliveries: { body: null, query: ListDeliveriesQuery, path: ListDeliveriesPath },
  getDelivery: { body: null, query: null, path: GetDeliveryPath },
  resendDelivery: { body: null, query: null, path: ResendDeliveryPath },
  recoverDeliveries: { body: RecoverDeliveriesBody, query: null, path: RecoverDeliveriesPath },
  skipDeliveries: { body: SkipDeliveriesBody, query: null, path: SkipDeliveriesPath },
  listEvents: { body: null, query: ListEventsQuery, path: null },
  listMembers: { body: null, query: ListMembersQuery, path: null },
  updateMember: { body: UpdateMemberBody, query: null, path: UpdateMemberPath },
  removeMember: { body: null, query: null, path: RemoveMemberPath },
  listInvitations: { body: null, query: ListInvitationsQuery, path: null },
  createInvitation: { body: CreateInvitationBody, query: null, path: null },
  revokeInvitation: { body: null, query: null, path: RevokeInvitationPath },
  listAuditLog: { body: null, query: ListAuditLogQuery, path: null },
  exportAuditLog: { body: null, query: ExportAuditLogQuery, path: null },
  resetPassword: { body: ResetPasswordBody, query: null, path: null },
  getMerchant: { body: null, query: null, path: null },
  updateMerchant: { body: UpdateMerchantBody, query: null, path: null },
  requestPasswordReset: { body: RequestPasswordResetBody, query: null, path: null },
  live: { body: null, query: null, path: null },
  ready: { body: null, query: null, path: null },
  getSpecYaml: { body: null, query: null, path: null },
  getSpecJson: { body: null, query: null, path: null },
  getCurrencies: { body: null, query: null, path: null },
  getStart: { body: null, query: null, path: null },
  getRobotsText: { body: null, query: null, path: null },
  getDocs: { body: null, query: null, path: null },
  getDocsPage: { body: null, query: null, path: GetDocsPagePath },
  getFrenchDocsPage: { body: null, query: null, path: GetFrenchDocsPagePath },
  getDashboard: { body: null, query: null, path: null },
  getDashboardPage: { body: null, query: null, path: GetDashboardPagePath },
  getDashboardAsset: { body: null, query: null, path: GetDashboardAssetPath },
  getDashboardSubpage: { body: null, query: null, path: GetDashboardSubpagePath },
  getLlmsText: { body: null, query: null, path: null },
} as const;
