// A reply as long as that of a postback attributed by its session, made of constants.

export function toReply(externalId: string): object {
  return {
    success: true,
    data: {
      success: true,
      conversionId: 'cnv_01m81tpd69eazb7nnwaz88zsgn',
      commissionId: 'cmm_01m81tpd6hevvs62nnn7gq4hve',
      commissionAmount: 499,
      commissionCurrency: 'EUR',
      status: 'ATTRIBUTED',
      externalId,
      conversionType: 'SALE',
      amount: 4990,
      currency: 'EUR',
      occurredAt: '2026-11-22T14:31:21.545Z',
      isSynthetic: false,
      refundedAmount: 0,
      refundedAt: null,
      affiliateId: 'aff_01m81tns0heh7s0qsctndmge8z',
      campaignId: 'cmp_01m81tns0febdv17npakz6kms4',
      clickId: 'clk_01m81tq7b7egvv5n7fmk1v65th',
      metadata: null,
      attribution,
      recordedAt: '2026-11-22T14:31:21.545Z',
      replayed: false,
      dryRun: false,
      ignored: [],
    },
    meta: { timestamp: '2026-11-22T14:31:21.561Z', requestId: 'd9893c8e-a929-427d-b774-c878621c2c03' },
  };
}

const attribution = {
  matchedBy: 'SESSION',
  decidedAt: '2026-11-22T14:31:21.546Z',
  attempts: [
    {
      evidence: 'SESSION',
      value: 'rcs_7wtdgen22d8hes0kt0gmwtxjap',
      result: 'MATCHED',
      clickId: 'clk_01m81tq7b7egvv5n7fmk1v65th',
      clickedAt: '2026-11-22T14:31:20.327Z',
      clickSource: 'REDIRECT',
      identifiedBy: null,
      affiliateId: 'aff_01m81tns0heh7s0qsctndmge8z',
      campaignId: 'cmp_01m81tns0febdv17npakz6kms4',
      explanation: 'The latest click that counts, at most 90 days before the order.',
    },
  ],
  terms: {
    campaignId: 'cmp_01m81tns0febdv17npakz6kms4',
    commissionType: 'PERCENTAGE',
    commissionRate: 10,
    currency: 'EUR',
    commissionRecurring: false,
    recurringMonthsLimit: null,
    attributionWindowDays: 90,
    tiers: null,
  },
  commission: {
    result: 'EARNED',
    amount: 499,
    currency: 'EUR',
    commissionRate: 10,
    revenueBefore: null,
    explanation: '10 % of 4990 EUR is 499 EUR (minor units).',
  },
};
