// Visits: sessions and the clicks made in them.
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TenantRow, TenantRowWithId } from './base.js';
import { Affiliate, Campaign, toAffiliate, toCampaign } from './programme.js';

@Entity('sessions')
export class Session extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('bytea', { name: 'email_hash', nullable: true })
  emailHash!: Buffer | null;

  @Column('timestamptz', { name: 'identified_at', nullable: true })
  identifiedAt!: Date | null;

  /** Whether an API key stood behind the identification. */
  @Column('boolean', { nullable: true })
  vouched!: boolean | null;
}

@Entity('clicks')
export class Click extends TenantRowWithId {
  @Column('text', { name: 'session_id' })
  sessionId!: string;

  @Column('text')
  source!: 'REDIRECT' | 'API';

  @Column('timestamptz', { name: 'clicked_at' })
  clickedAt!: Date;

  @ManyToOne(() => Campaign)
  @JoinColumn(toCampaign)
  campaign!: Relation<Campaign>;

  @ManyToOne(() => Affiliate)
  @JoinColumn(toAffiliate)
  affiliate!: Relation<Affiliate>;
}
