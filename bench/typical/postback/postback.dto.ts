// The body of a postback.
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO4217CurrencyCode,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export class PostbackDto {
  @IsString()
  @Length(1, 255)
  externalId!: string;

  @IsIn(['SALE', 'LEAD', 'TRIAL', 'CUSTOM'])
  conversionType!: 'SALE' | 'LEAD' | 'TRIAL' | 'CUSTOM';

  /** Minor units. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  amount!: number;

  @IsISO4217CurrencyCode()
  currency!: string;

  @IsOptional()
  @IsString()
  sessionId?: string | null;

  @IsOptional()
  @IsString()
  rcsid?: string | null;

  @IsOptional()
  @IsString()
  clickId?: string | null;

  @IsOptional()
  @IsString()
  cid?: string | null;

  @IsOptional()
  @IsString()
  affiliateCode?: string | null;

  @IsOptional()
  @Matches(/^([0-9a-f]{64})?$/i)
  customerEmailHash?: string | null;

  @IsOptional()
  @IsString()
  customerEmail?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(255)
  customerId?: string | null;

  @IsOptional()
  @IsRFC3339()
  occurredAt?: string | null;

  @IsOptional()
  @IsObject()
  metadata?: Record<string, unknown> | null;

  @IsOptional()
  @IsBoolean()
  isSynthetic?: boolean | null;
}
