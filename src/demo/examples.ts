// What the examples of the contract name, so that a sample of the documentation, pasted on a fresh start, answers what its page shows:
// the ids, and the orders that they are of. What a sample makes itself is not here. A test holds the two together (test/samples/).
import type { RecordPostbackBody } from '#generated/dto.js';

/** Session of Mila's visitor, who has not ordered yet. */
export const EXAMPLE_SESSION = 'rcs_01m7dkjj8rf4rbgb8mzjtf5zpa';
/** Session of a visitor who takes longer than the campaign's window allows. */
export const LATE_SESSION = 'rcs_01m4m7xq2hfz8t3v9c5k1n6d0b';
/** Mila's, and Kenji's. */
export const EXAMPLE_CODE = 'mila-novak';
export const KENJIS_CODE = 'k3v9q0x7tm';

export const exampleIds = {
  autumn: 'cmp_01m1dzpw00e67v766vvtayqg9r',
  japan: 'cmp_01m44yb220en4a0payb5rjcd5s',
  mila: 'aff_01m1kt8ebremxv7sqjtdnxdx18',
  kenji: 'aff_01m47ca5t0eahtcp44s38pha9m',
  lead: 'cnv_01m7w7jsktegms7y55a22sb53p',
  payout: 'pay_01m9h2c4nqe8wrv5t3k7x1d6zb',
  endpoint: 'whe_01m7dkjj8rfq6rg9bvhnjvz1js',
  oldEndpoint: 'whe_01m8nw572zep8sxr319j06vgx2',
  /** Dated far ahead: deliveries are deleted by the time in their ids. */
  delivery: 'whd_03qckstz00eam9m5933293ye50',
} as const;

const terms = {
  status: 'ACTIVE',
  commissionRecurring: false,
  recurringMonthsLimit: null,
  attributionWindowDays: 90,
} as const;

export const autumnLaunch = {
  ...terms,
  name: 'Autumn launch',
  landingUrl: 'https://shop.example.com/autumn',
  commissionType: 'PERCENTAGE',
  commissionRate: 10,
  currency: 'EUR',
} as const;

export const japanStore = {
  ...terms,
  name: 'Japan store',
  landingUrl: 'https://jp.shop.example.com/?lang=ja',
  commissionType: 'FIXED',
  commissionRate: 800,
  currency: 'JPY',
  commissionRecurring: true,
  recurringMonthsLimit: 12,
  attributionWindowDays: 30,
} as const;

/** When the lead came, and the click that was told of later: the ids of both tell it. */
export const LEAD_AT = new Date('2026-11-20T10:21:08.090Z');
export const LEAD_CLICKED_AT = new Date('2026-11-20T10:14:02.000Z');
export const lead = {
  externalId: 'order-10002',
  conversionType: 'LEAD',
  amount: 0,
  currency: 'EUR',
} as const;

export const lateOrder = {
  externalId: 'order-10044',
  conversionType: 'SALE',
  amount: 4990,
  currency: 'EUR',
  sessionId: LATE_SESSION,
} as const;

export interface ExampleOrder {
  externalId: string;
  /** EUR cents, of which a tenth is earned. */
  amount: number;
  /** Of the commission, where an example names it. */
  commissionId?: string;
}

/** By what their commissions are for: the samples that decide about one have one of their own. */
export const exampleOrders = {
  refunded: { externalId: 'order-10003', amount: 4990 },
  paid: { externalId: 'order-10004', amount: 4990, commissionId: 'cmm_01m7w57v34efj8w83kaj03zmcb' },
  adjusted: { externalId: 'order-10005', amount: 4990, commissionId: 'cmm_01m7w9hrxtetp965mkkcwx2d1m' },
  approved: { externalId: 'order-10007', amount: 12_000, commissionId: 'cmm_01m7w9t4cqe5pbx0d2r6h8j3nk' },
  alsoApproved: { externalId: 'order-10009', amount: 7900, commissionId: 'cmm_01m7wa3d4teva91jf680cpr8r4' },
  rejected: { externalId: 'order-10010', amount: 3300, commissionId: 'cmm_01m7wac444e7ebrmb0v220bn0w' },
  payable: { externalId: 'order-10011', amount: 14_500, commissionId: 'cmm_01m7wah8xcfd5tmx1fr9kvq0s2' },
  alsoPayable: { externalId: 'order-10012', amount: 4990, commissionId: 'cmm_01m7wapk2pfv69hq7wd3gxa4n5' },
} as const satisfies Record<string, ExampleOrder>;

export const bonus = {
  type: 'BONUS',
  amount: 250,
  reason: 'Best post of October',
  adjustmentId: 'bonus-2026-10-mila',
} as const;

/** Brought by Mila. */
export function toBody({ externalId, amount }: ExampleOrder): RecordPostbackBody {
  return { externalId, conversionType: 'SALE', amount, currency: 'EUR', affiliateCode: EXAMPLE_CODE };
}
