// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.
import type * as t from './types.js';

type Named<Name extends string, Event> = Omit<Event, 'event'> & { event: Name };

/** What is told of each event, by its name. */
export interface WebhookEvents {
  /**
   * An order was recorded.
   *
   * An order was recorded for the first time. A repeat of the call tells nothing.
   */
  'conversion.created': Named<'conversion.created', t.ConversionEvent>;

  /**
   * An order was credited later.
   *
   * An order that was recorded without an affiliate has got one: evidence came later.
   */
  'conversion.attributed': Named<'conversion.attributed', t.ConversionEvent>;

  /**
   * Money was given back.
   *
   * A refund was recorded, of all or of a part; also one that was kept until its order came. Each refund
   * is one event. What it took of the commission is `details.commissionChange`; a commission that it
   * brings down to nothing is rejected by it, and not told by itself.
   */
  'conversion.refunded': Named<'conversion.refunded', t.ConversionEvent>;

  /**
   * An order's commission was paid.
   *
   * A payout that holds the order's commission was marked as paid. What is carried to a later payout is
   * told again with that one.
   */
  'conversion.commission_paid': Named<'conversion.commission_paid', t.ConversionEvent>;

  /**
   * A commission was approved.
   *
   * Somebody approved a commission.
   */
  'commission.approved': Named<'commission.approved', t.CommissionEvent>;

  /**
   * A commission was rejected.
   *
   * Somebody rejected a commission.
   */
  'commission.rejected': Named<'commission.rejected', t.CommissionEvent>;

  /**
   * A commission was adjusted.
   *
   * A bonus, a deduction or a correction was added to a commission.
   */
  'commission.adjusted': Named<'commission.adjusted', t.CommissionEvent>;

  /**
   * A payout was created.
   *
   * Commissions were taken together into a payout.
   */
  'payout.created': Named<'payout.created', t.PayoutEvent>;

  /**
   * A payout was marked as paid.
   *
   * Somebody said that the money was sent. Each commission in it is told by itself, too.
   */
  'payout.paid': Named<'payout.paid', t.PayoutEvent>;

  /**
   * An affiliate was suspended.
   *
   * An affiliate makes no clicks and wins no orders from now on.
   */
  'affiliate.suspended': Named<'affiliate.suspended', t.AffiliateEvent>;

  /**
   * An endpoint fails.
   *
   * Another endpoint of yours has had nothing but failures for 24 hours, and again after 96.
   */
  'endpoint.failing': Named<'endpoint.failing', t.EndpointEvent>;

  /**
   * An endpoint was disabled.
   *
   * Another endpoint of yours is told nothing more, because its server answered 410 or failed for 5
   * days.
   */
  'endpoint.disabled': Named<'endpoint.disabled', t.EndpointEvent>;

  /**
   * A test.
   *
   * Nothing happened. Somebody tried the endpoint; it is in no feed.
   */
  'webhook.test': Named<'webhook.test', t.TestEvent>;
}
