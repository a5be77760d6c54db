// What each finding says, and what to do about it. The reasons are the contract's; a test compares them.

interface Words {
  message: string;
  advice: string;
}

const NOT_COUNTED =
  'Visits of robots, prefetches, and visits through the link of a paused campaign or a suspended affiliate make no click.';
const STAYS = 'The order stays as it is.';

export const findingWords = {
  ORDER_NOT_REPORTED: {
    message: 'No order is known that this belongs to.',
    advice:
      "Look in your shop's log whether its postback was sent, and what was answered. Send it, or repeat it: a postback may be repeated safely.",
  },
  CONVERSION_UNKNOWN: {
    message: 'No conversion has this id.',
    advice: 'Look for your own order id instead, with externalId.',
  },
  MODE_MISMATCH: {
    message: 'It is not known in this mode, but in the other one of this merchant.',
    advice:
      'Live and test never see each other. Send clicks, identifies and orders that belong together with keys and links of one mode.',
  },
  NO_EVIDENCE_SENT: {
    message: 'The order came without any evidence: no session, click, code, email or customer.',
    advice:
      'Send sessionId with the order, and customerEmailHash beside it. Repeat the postback with the evidence to have it decided again.',
  },
  EVIDENCE_UNUSABLE: {
    message: 'The evidence cannot be used: it means nobody (such as 0, null or guest), or is no email.',
    advice: 'Send null where there is none. Repeat the postback with evidence that can be used.',
  },
  SESSION_UNKNOWN: {
    message: 'No click is known in this session.',
    advice: `Send the rcsid that the landing page's address had, unchanged. ${NOT_COUNTED}`,
  },
  CLICK_UNKNOWN: {
    message: 'No such click is known.',
    advice: `Send the cid that the landing page's address had, not the click id of another network. ${NOT_COUNTED}`,
  },
  CODE_UNKNOWN: {
    message: 'No such tracking code is known.',
    advice: "Compare it with the codes of the affiliate's links.",
  },
  HASH_UNKNOWN: {
    message: 'No session was identified with this email, and no order came with it.',
    advice:
      'Hash the trimmed, lower-cased email with SHA-256. Call identify where the customer says who they are, and send customerEmailHash with orders.',
  },
  CUSTOMER_UNKNOWN: {
    message: 'No order came with this customer id.',
    advice: 'Send customerId with every order of a customer, always written the same way.',
  },
  IDENTIFY_NEVER_CALLED: {
    message: 'No session was ever identified with the email.',
    advice:
      'Call identify in the browser where the customer signs in or gives an email. One that comes now still counts for an order without an affiliate.',
  },
  CUSTOMER_NOT_CREDITED: {
    message: 'No earlier order of this customer was credited to anybody.',
    advice:
      'A customer id leads to an affiliate only once an order of the customer was credited by other evidence.',
  },
  WINDOW_OVER: {
    message: "The click came longer before the order than the campaign's attribution window allows.",
    advice: `${STAYS} If your customers take longer to decide, give the campaign a longer attributionWindowDays: it counts for orders from then on.`,
  },
  CLICK_AFTER_ORDER: {
    message: 'The click came more than 5 minutes after the order.',
    advice: `${STAYS} If that is wrong, compare the occurredAt that was sent with when the order really happened.`,
  },
  AFFILIATE_SUSPENDED: {
    message: 'The affiliate is suspended, or was when the order was decided.',
    advice:
      'Visits through the links of a suspended affiliate are not counted, and orders not credited. Repeat the postback once the affiliate is active again to have an order without an affiliate decided again.',
  },
  CAMPAIGN_PAUSED: {
    message: 'The campaign is not active (paused, or a draft), or was not when the order was decided.',
    advice:
      'Visits are not counted meanwhile, and codes do not count; earlier clicks do. Repeat the postback once the campaign is active again.',
  },
  CAMPAIGN_ARCHIVED: {
    message: 'The campaign is archived, or was when the order was decided.',
    advice:
      'That is final: nothing is credited in it any more. Give the affiliate a link in another campaign.',
  },
  BEFORE_FIRST_CREDIT: {
    message: "The order happened before the customer's first credited one.",
    advice: `${STAYS} A first credit does not pay for the past.`,
  },
  DURATION_OVER: {
    message: 'The months for which the campaign pays for this customer are over.',
    advice: `${STAYS} See recurringMonthsLimit of the campaign.`,
  },
  LATER_CLICK_WON: {
    message: "Another affiliate's click in the same session was later: the last click wins.",
    advice: STAYS,
  },
  OTHER_SESSION: {
    message: 'The order was won by a click in another session of the customer.',
    advice: `${STAYS} The order came with that session, or its click was later.`,
  },
  EARLIER_EVIDENCE_WON: {
    message: 'The order had evidence that is tried earlier, and that led to another affiliate.',
    advice: `${STAYS} Evidence is tried in this order: session, click, code, email, customer.`,
  },
  FIRST_ORDER_ONLY: {
    message: "The campaign pays a customer's first order only, and that one has earned already.",
    advice: `${STAYS} See commissionRecurring of the campaign.`,
  },
  TEST_ORDER: {
    message: 'It is a test order: it is decided and shown, and earns nothing.',
    advice: 'Send real orders without isSynthetic.',
  },
  REFUNDED: {
    message:
      'The order was refunded: its commission is less or nothing, and without an affiliate it gets none.',
    advice: STAYS,
  },
  COMMISSION_REJECTED: {
    message: 'The order was credited, and its commission rejected.',
    advice: 'See the reason in the history of the conversion.',
  },
  PERSON_ERASED: {
    message: 'The person behind the order was erased, and all evidence with them.',
    advice: `${STAYS} Nothing attributes it any more.`,
  },
} as const satisfies Record<string, Words>;

export type FindingReason = keyof typeof findingWords;
