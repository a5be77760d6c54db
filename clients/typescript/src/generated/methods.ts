// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.
import type { CsvFile } from '../csv-file.js';
import type { List } from '../list.js';
import type { CallOptions, Reply, Values } from '../reply.js';
import { operations, type OperationFacts } from './operations.js';
import type * as t from './types.js';

/** A method for each operation; how a call is made is the business of who extends it. */
export abstract class Methods {
  protected abstract call<Data, Status extends number>(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions | undefined,
  ): Promise<Reply<Data, Status>>;

  protected abstract list<Item>(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions | undefined,
  ): List<Item>;

  protected abstract csv(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions | undefined,
  ): Promise<CsvFile>;

  /**
   * Record a conversion.
   *
   * Reports one order, lead, trial or custom event. The reply says whose it is, why, and what it earns.
   * It is sent after the conversion is durable, and the decision is final once an affiliate is found.
   *
   * `POST /api/v1/conversions/postback`. The key needs the permission `record`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  recordPostback(params: t.RecordPostbackBody & t.RecordPostbackQuery, options?: CallOptions): Promise<Reply<t.PostbackResult, 200 | 201>> {
    return this.call(operations.recordPostback, {}, params, options);
  }

  /**
   * Record many conversions.
   *
   * Up to 1,000 postbacks in one call: what you would have sent to `recordPostback` one by one, each an
   * item of `conversions`. For imports, for what has piled up, and for whoever reports once a minute.
   *
   * `POST /api/v1/conversions/batch`. The key needs the permission `record`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  recordBatch(params: t.RecordBatchBody, options?: CallOptions): Promise<Reply<t.BatchResult, 200>> {
    return this.call(operations.recordBatch, {}, params, options);
  }

  /**
   * Export conversions as CSV.
   *
   * All conversions that fit the filters, as one CSV file (RFC 4180, UTF-8, lines end with CRLF), the
   * last recorded first. The filters are those of `listConversions`; there is no limit.
   *
   * `GET /api/v1/conversions/export`. The key needs the permission `read`. Safe to repeat: retried when
   * its outcome is unknown.
   */
  exportConversions(params: t.ExportConversionsQuery = {}, options?: CallOptions): Promise<CsvFile> {
    return this.csv(operations.exportConversions, {}, params, options);
  }

  /**
   * Refund a conversion.
   *
   * Reports that money was given back on an order: all of it, a part, or one part after another. The
   * commission follows. We move no money.
   *
   * `POST /api/v1/conversions/refund`. The key needs the permission `record`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  refundConversion(params: t.RefundConversionBody, options?: CallOptions): Promise<Reply<t.RefundResult, 200 | 202>> {
    return this.call(operations.refundConversion, {}, params, options);
  }

  /**
   * Add up conversions.
   *
   * How many conversions fit the filters, what they are worth and what they earned, by currency. The
   * filters are those of `listConversions`, and nothing is converted. Amounts, refunds and commissions
   * are as they are now.
   *
   * `GET /api/v1/conversions/summary`. The key needs the permission `read`. Safe to repeat: retried when
   * its outcome is unknown.
   */
  summarizeConversions(params: t.SummarizeConversionsQuery = {}, options?: CallOptions): Promise<Reply<t.ConversionSummary, 200>> {
    return this.call(operations.summarizeConversions, {}, params, options);
  }

  /**
   * List conversions.
   *
   * Conversions of the key's merchant and mode, the last recorded first, each with its stored
   * attribution and its history. Filters add up. An id that names nothing gives an empty list.
   *
   * `GET /api/v1/conversions`. The key needs the permission `read`. Safe to repeat: retried when its
   * outcome is unknown.
   */
  listConversions(params: t.ListConversionsQuery = {}, options?: CallOptions): List<t.Conversion> {
    return this.list(operations.listConversions, {}, params, options);
  }

  /**
   * Get a conversion.
   *
   * One conversion, with the decision that was stored for it (`attribution`) and everything that
   * happened to it (`history`, oldest first). The decision is read, not computed again: it stays true
   * when campaigns and affiliates change later.
   *
   * `GET /api/v1/conversions/{conversionId}`. The key needs the permission `read`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  getConversion(conversionId: string, options?: CallOptions): Promise<Reply<t.Conversion, 200>> {
    return this.call(operations.getConversion, { conversionId }, {}, options);
  }

  /**
   * Find out why an order was credited or not.
   *
   * For "my affiliate says that this sale was theirs". Say what you know, one thing: your order id, our
   * conversion's id, a session, a click, an affiliate's code, a customer's email hash, or your
   * customer's id. The reply tells everything that is known of it, oldest first (`events`), and what is
   * missing, with the likely cause and what to do about it (`findings`). Nothing is changed and nothing
   * is decided again: what was decided is read as it was stored.
   *
   * `GET /api/v1/trace`. The key needs the permission `read`. Safe to repeat: retried when its outcome
   * is unknown.
   */
  getTrace(params: t.GetTraceQuery = {}, options?: CallOptions): Promise<Reply<t.Trace, 200>> {
    return this.call(operations.getTrace, {}, params, options);
  }

  /**
   * List campaigns.
   *
   * Campaigns of the key's merchant and mode, newest first. Archived ones are in the list; filter by
   * `status` to leave them out.
   *
   * `GET /api/v1/campaigns`. The key needs the permission `read`. Safe to repeat: retried when its
   * outcome is unknown.
   */
  listCampaigns(params: t.ListCampaignsQuery = {}, options?: CallOptions): List<t.Campaign> {
    return this.list(operations.listCampaigns, {}, params, options);
  }

  /**
   * Create a campaign.
   *
   * Creates a campaign: where its links lead, what it pays, and how long a click counts. Active at once
   * unless `status` says otherwise.
   *
   * `POST /api/v1/campaigns`. The key needs the permission `manage`. Not safe to repeat: retried only
   * when it was certainly not carried out.
   */
  createCampaign(params: t.CreateCampaignBody, options?: CallOptions): Promise<Reply<t.Campaign, 201>> {
    return this.call(operations.createCampaign, {}, params, options);
  }

  /**
   * Get a campaign.
   *
   * One campaign, as it is now.
   *
   * `GET /api/v1/campaigns/{campaignId}`. The key needs the permission `read`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  getCampaign(campaignId: string, options?: CallOptions): Promise<Reply<t.Campaign, 200>> {
    return this.call(operations.getCampaign, { campaignId }, {}, options);
  }

  /**
   * Update a campaign.
   *
   * Changes the fields that are sent; fields left out stay as they are. The call may be repeated.
   *
   * `PUT /api/v1/campaigns/{campaignId}`. The key needs the permission `manage`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  updateCampaign(campaignId: string, params: t.UpdateCampaignBody, options?: CallOptions): Promise<Reply<t.Campaign, 200>> {
    return this.call(operations.updateCampaign, { campaignId }, params, options);
  }

  /**
   * Archive a campaign.
   *
   * Archives the campaign, whatever its state: the same as updating `status` to `ARCHIVED`. That is
   * final. Nothing is erased: the campaign can still be read, and its conversions and commissions stay
   * as they are. Its clicks count no more, and its links lead to the landing page without a click.
   *
   * `DELETE /api/v1/campaigns/{campaignId}`. The key needs the permission `manage`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  deleteCampaign(campaignId: string, options?: CallOptions): Promise<Reply<t.Campaign, 200>> {
    return this.call(operations.deleteCampaign, { campaignId }, {}, options);
  }

  /**
   * Get a campaign's public profile.
   *
   * What an affiliate needs to know before joining: whose campaign it is, where it leads, what it pays
   * and how long a click counts. For everybody, without a key, from any page.
   *
   * `GET /api/v1/campaigns/{campaignId}/public`. Safe to repeat: retried when its outcome is unknown.
   */
  getPublicCampaign(campaignId: string, options?: CallOptions): Promise<Reply<t.PublicCampaign, 200>> {
    return this.call(operations.getPublicCampaign, { campaignId }, {}, options);
  }

  /**
   * Get a campaign's conversions over time.
   *
   * How many orders the campaign brought, what they were worth and what they earned, over time and by
   * currency. Nothing is converted: each currency is a series of its own.
   *
   * `GET /api/v1/campaigns/{campaignId}/analytics/conversions-timeline`. The key needs the permission
   * `read`. Safe to repeat: retried when its outcome is unknown.
   */
  getConversionsTimeline(campaignId: string, params: t.GetConversionsTimelineQuery = {}, options?: CallOptions): Promise<Reply<t.ConversionsTimeline, 200>> {
    return this.call(operations.getConversionsTimeline, { campaignId }, params, options);
  }

  /**
   * List affiliates.
   *
   * Affiliates of the key's merchant and mode with their links, newest first. Filters add up. An id that
   * names nothing gives an empty list.
   *
   * `GET /api/v1/affiliates`. The key needs the permission `read`. Safe to repeat: retried when its
   * outcome is unknown.
   */
  listAffiliates(params: t.ListAffiliatesQuery = {}, options?: CallOptions): List<t.Affiliate> {
    return this.list(operations.listAffiliates, {}, params, options);
  }

  /**
   * Create an affiliate, or add one to a campaign.
   *
   * Makes an affiliate and a link in one campaign. The link, `/r/{code}`, is in the reply.
   *
   * `POST /api/v1/affiliates`. The key needs the permission `manage`. Not safe to repeat: retried only
   * when it was certainly not carried out.
   */
  createAffiliate(params: t.CreateAffiliateBody, options?: CallOptions): Promise<Reply<t.Affiliate, 201>> {
    return this.call(operations.createAffiliate, {}, params, options);
  }

  /**
   * Get an affiliate.
   *
   * One affiliate, with the links to every campaign joined (oldest first).
   *
   * `GET /api/v1/affiliates/{affiliateId}`. The key needs the permission `read`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  getAffiliate(affiliateId: string, options?: CallOptions): Promise<Reply<t.Affiliate, 200>> {
    return this.call(operations.getAffiliate, { affiliateId }, {}, options);
  }

  /**
   * Update an affiliate.
   *
   * Changes the fields that are sent; fields left out stay as they are. `firstName: null` removes the
   * name. The call may be repeated.
   *
   * `PUT /api/v1/affiliates/{affiliateId}`. The key needs the permission `manage`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  updateAffiliate(affiliateId: string, params: t.UpdateAffiliateBody, options?: CallOptions): Promise<Reply<t.Affiliate, 200>> {
    return this.call(operations.updateAffiliate, { affiliateId }, params, options);
  }

  /**
   * List commissions.
   *
   * Commissions of the key's merchant and mode, the last earned first. Filters add up. An id that names
   * nothing gives an empty list.
   *
   * `GET /api/v1/commissions`. The key needs the permission `read`. Safe to repeat: retried when its
   * outcome is unknown.
   */
  listCommissions(params: t.ListCommissionsQuery = {}, options?: CallOptions): List<t.Commission> {
    return this.list(operations.listCommissions, {}, params, options);
  }

  /**
   * Approve commissions.
   *
   * Approves up to 1,000 pending commissions: **all of them or none**, in one transaction. Approved
   * commissions go into the affiliate's next payout.
   *
   * `PUT /api/v1/commissions/bulk-approve`. The key needs the permission `pay`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  bulkApproveCommissions(params: t.BulkApproveCommissionsBody, options?: CallOptions): Promise<Reply<t.CommissionDecisions, 200>> {
    return this.call(operations.bulkApproveCommissions, {}, params, options);
  }

  /**
   * Reject commissions.
   *
   * Rejects up to 1,000 commissions that are pending, or approved but in no payout yet: **all of them or
   * none**, in one transaction. A rejected commission keeps its balance for the record and is never
   * paid; that is final.
   *
   * `PUT /api/v1/commissions/bulk-reject`. The key needs the permission `pay`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  bulkRejectCommissions(params: t.BulkRejectCommissionsBody, options?: CallOptions): Promise<Reply<t.CommissionDecisions, 200>> {
    return this.call(operations.bulkRejectCommissions, {}, params, options);
  }

  /**
   * Get a commission.
   *
   * One commission with its whole ledger, oldest entry first. The first entry is what the order earned
   * (`EARNED`). Entries are added and never changed; `balance` is their sum.
   *
   * `GET /api/v1/commissions/{commissionId}`. The key needs the permission `read`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  getCommission(commissionId: string, options?: CallOptions): Promise<Reply<t.CommissionWithLedger, 200>> {
    return this.call(operations.getCommission, { commissionId }, {}, options);
  }

  /**
   * Adjust a commission.
   *
   * Adds one entry to the commission's ledger.
   *
   * `PUT /api/v1/commissions/{commissionId}`. The key needs the permission `pay`. Safe to repeat, and
   * retried when its outcome is unknown, if `adjustmentId` is sent.
   */
  adjustCommission(commissionId: string, params: t.AdjustCommissionBody, options?: CallOptions): Promise<Reply<t.AdjustedCommission, 200>> {
    return this.call(operations.adjustCommission, { commissionId }, params, options);
  }

  /**
   * Get an affiliate's balances.
   *
   * What an affiliate has earned and was paid, for each currency alone; nothing is converted. `approved`
   * is what a payout would take now: approved commissions, and what changed on commissions that earlier
   * payouts took. It may be negative: then it waits for later commissions. A sum beyond
   * 9,007,199,254,740,991 (2^53 − 1) is told as this number: as much, or more.
   *
   * `GET /api/v1/affiliates/{affiliateId}/balances`. The key needs the permission `read`. Safe to
   * repeat: retried when its outcome is unknown.
   */
  getAffiliateBalances(affiliateId: string, options?: CallOptions): Promise<Reply<t.AffiliateBalances, 200>> {
    return this.call(operations.getAffiliateBalances, { affiliateId }, {}, options);
  }

  /**
   * List payouts.
   *
   * Payouts of the key's merchant and mode, newest first. Filters add up. An id that names nothing gives
   * an empty list.
   *
   * `GET /api/v1/payouts`. The key needs the permission `read`. Safe to repeat: retried when its outcome
   * is unknown.
   */
  listPayouts(params: t.ListPayoutsQuery = {}, options?: CallOptions): List<t.Payout> {
    return this.list(operations.listPayouts, {}, params, options);
  }

  /**
   * Create a payout.
   *
   * Takes everything that one affiliate is owed in one currency into a payout: all `APPROVED`
   * commissions that no payout has taken yet, and what changed on commissions of earlier payouts since
   * (which may be negative). The payout is `PENDING` until you say that it was paid. **No money is moved
   * by us**: you send it, by your bank or otherwise.
   *
   * `POST /api/v1/payouts`. The key needs the permission `pay`. Safe to repeat, and retried when its
   * outcome is unknown, if `payoutKey` is sent.
   */
  createPayout(params: t.CreatePayoutBody, options?: CallOptions): Promise<Reply<t.CreatedPayout, 200 | 201>> {
    return this.call(operations.createPayout, {}, params, options);
  }

  /**
   * Export payouts as CSV.
   *
   * Payouts as one CSV file (RFC 4180, UTF-8, lines end with CRLF) for a bank run, the last created
   * first. Left out, `status` is `PENDING`: what is still to be sent. Mark the payouts as paid
   * afterwards. **No money is moved by us.**
   *
   * `GET /api/v1/payouts/export`. The key needs the permission `read`. Safe to repeat: retried when its
   * outcome is unknown.
   */
  exportPayouts(params: t.ExportPayoutsQuery = {}, options?: CallOptions): Promise<CsvFile> {
    return this.csv(operations.exportPayouts, {}, params, options);
  }

  /**
   * Get a payout.
   *
   * One payout. What it consists of is in `GET /api/v1/payouts/{payoutId}/items`, page by page.
   *
   * `GET /api/v1/payouts/{payoutId}`. The key needs the permission `read`. Safe to repeat: retried when
   * its outcome is unknown.
   */
  getPayout(payoutId: string, options?: CallOptions): Promise<Reply<t.Payout, 200>> {
    return this.call(operations.getPayout, { payoutId }, {}, options);
  }

  /**
   * List what a payout consists of.
   *
   * One item for each commission that the payout took something of, the commission earned last first.
   * The amounts add up to the payout's. A negative one takes back what an earlier payout paid too much.
   *
   * `GET /api/v1/payouts/{payoutId}/items`. The key needs the permission `read`. Safe to repeat: retried
   * when its outcome is unknown.
   */
  listPayoutItems(payoutId: string, params: t.ListPayoutItemsQuery = {}, options?: CallOptions): List<t.PayoutItem> {
    return this.list(operations.listPayoutItems, { payoutId }, params, options);
  }

  /**
   * Mark a payout as paid.
   *
   * Says that you have sent the money. The payout becomes `PAID`, and so do the `APPROVED` commissions
   * that it took; that is final. No money is moved by this call.
   *
   * `PUT /api/v1/payouts/{payoutId}/mark-paid`. The key needs the permission `pay`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  markPayoutPaid(payoutId: string, params: t.MarkPayoutPaidBody, options?: CallOptions): Promise<Reply<t.Payout, 200>> {
    return this.call(operations.markPayoutPaid, { payoutId }, params, options);
  }

  /**
   * List webhook endpoints.
   *
   * Endpoints of the merchant and mode, newest first, paused and disabled ones too; never their secrets.
   *
   * `GET /api/v1/webhook-endpoints`. The key needs the permission `read`. Safe to repeat: retried when
   * its outcome is unknown.
   */
  listEndpoints(params: t.ListEndpointsQuery = {}, options?: CallOptions): List<t.WebhookEndpoint> {
    return this.list(operations.listEndpoints, {}, params, options);
  }

  /**
   * Create a webhook endpoint.
   *
   * Adds a server that is told what happens, from now on. `secret` is shown this once; what is sent is
   * signed with it.
   *
   * `POST /api/v1/webhook-endpoints`. The key needs the permission `manage`. Not safe to repeat: retried
   * only when it was certainly not carried out.
   */
  createEndpoint(params: t.CreateEndpointBody, options?: CallOptions): Promise<Reply<t.WebhookEndpointWithSecret, 201>> {
    return this.call(operations.createEndpoint, {}, params, options);
  }

  /**
   * Get a webhook endpoint.
   *
   * One endpoint, as it is now; never its secret.
   *
   * `GET /api/v1/webhook-endpoints/{endpointId}`. The key needs the permission `read`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  getEndpoint(endpointId: string, options?: CallOptions): Promise<Reply<t.WebhookEndpoint, 200>> {
    return this.call(operations.getEndpoint, { endpointId }, {}, options);
  }

  /**
   * Update a webhook endpoint.
   *
   * Changes the fields that are sent; fields left out stay as they are. The call may be repeated.
   *
   * `PUT /api/v1/webhook-endpoints/{endpointId}`. The key needs the permission `manage`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  updateEndpoint(endpointId: string, params: t.UpdateEndpointBody, options?: CallOptions): Promise<Reply<t.WebhookEndpoint, 200>> {
    return this.call(operations.updateEndpoint, { endpointId }, params, options);
  }

  /**
   * Delete a webhook endpoint.
   *
   * Removes the endpoint and its secret, for good. A second later nothing more is sent to it, not even
   * what waits; to stop for a while, pause it. A repeat is 404.
   *
   * `DELETE /api/v1/webhook-endpoints/{endpointId}`. The key needs the permission `manage`. Safe to
   * repeat: retried when its outcome is unknown.
   */
  deleteEndpoint(endpointId: string, options?: CallOptions): Promise<Reply<t.DeletedWebhookEndpoint, 200>> {
    return this.call(operations.deleteEndpoint, { endpointId }, {}, options);
  }

  /**
   * Rotate the secret of a webhook endpoint.
   *
   * Gives the endpoint a new secret, shown this once. For `overlapHours` both the new and the old one
   * sign, so that nothing that is on its way, and no server that still knows the old one, refuses it. In
   * `X-RefCampaign-Signature` the new signature stands first and the old one last, because verifiers of
   * old look at the last alone; once your server has the new secret, use the new secret of the endpoint:
   * then the order is the other way round.
   *
   * `POST /api/v1/webhook-endpoints/{endpointId}/rotate-secret`. The key needs the permission `manage`.
   * Not safe to repeat: retried only when it was certainly not carried out.
   */
  rotateEndpointSecret(endpointId: string, params: t.RotateEndpointSecretBody, options?: CallOptions): Promise<Reply<t.WebhookEndpointWithSecret, 200>> {
    return this.call(operations.rotateEndpointSecret, { endpointId }, params, options);
  }

  /**
   * Use the new secret of a webhook endpoint.
   *
   * For while two secrets sign, once your server has the new one: from now on the signature of the new
   * secret stands last, where verifiers of old look, and the old one's first. The old one goes on
   * signing until `oldSecretUntil`. Where one secret signs already, and for a repeat, nothing changes.
   *
   * `POST /api/v1/webhook-endpoints/{endpointId}/use-new-secret`. The key needs the permission `manage`.
   * Safe to repeat: retried when its outcome is unknown.
   */
  useNewEndpointSecret(endpointId: string, options?: CallOptions): Promise<Reply<t.WebhookEndpoint, 200>> {
    return this.call(operations.useNewEndpointSecret, { endpointId }, {}, options);
  }

  /**
   * Record a click.
   *
   * Records a visit through an affiliate's link, for pages that do not use the redirect. Called from the
   * visitor's browser, without a key.
   *
   * `POST /api/v1/track/click`. Safe to repeat: retried when its outcome is unknown.
   */
  trackClick(params: t.TrackClickBody, options?: CallOptions): Promise<Reply<t.TrackClickResult, 200>> {
    return this.call(operations.trackClick, {}, params, options);
  }

  /**
   * Identify a session.
   *
   * Says that a session belongs to the customer with this email, so that a later order can be matched by
   * email alone.
   *
   * `POST /api/v1/track/identify`. A key that is sent needs the permission `record`. Safe to repeat:
   * retried when its outcome is unknown.
   */
  identify(params: t.IdentifyBody, options?: CallOptions): Promise<Reply<t.IdentifyResult, 200>> {
    return this.call(operations.identify, {}, params, options);
  }

  /**
   * Get the site token, and whether the script runs.
   *
   * The site token of the key's merchant and mode, the line that puts the script into a page, and what
   * the script has reported since. The token is made when it is first asked for, and stays.
   *
   * `GET /api/v1/sdk/installation`. The key needs the permission `manage`. Safe to repeat: retried when
   * its outcome is unknown.
   */
  getInstallation(params: t.GetInstallationQuery = {}, options?: CallOptions): Promise<Reply<t.Installation, 200>> {
    return this.call(operations.getInstallation, {}, params, options);
  }

  /**
   * Check an API key.
   *
   * Says whose key this is. Cheap enough to be called at every start of a client. Every valid key may
   * ask, whatever its permissions.
   *
   * `GET /api/v1/ping`. Safe to repeat: retried when its outcome is unknown.
   */
  ping(options?: CallOptions): Promise<Reply<t.Ping, 200>> {
    return this.call(operations.ping, {}, {}, options);
  }

  /**
   * List the last requests.
   *
   * What was called with the API keys of the merchant and mode of late, newest first, and why a call was
   * refused: its `code` and `reason`, each fault with its place and the rule it broke, and the page that
   * says what to do. A call is there as soon as it is over; one that another process of the installation
   * has answered, seconds later, or up to minutes where thousands of merchants call at once.
   *
   * `GET /api/v1/requests`. The key needs the permission `read`. Safe to repeat: retried when its
   * outcome is unknown.
   */
  listRequests(params: t.ListRequestsQuery = {}, options?: CallOptions): List<t.RecentRequest> {
    return this.list(operations.listRequests, {}, params, options);
  }

  /**
   * Send a test to an endpoint.
   *
   * Sends `webhook.test` to the endpoint at once, also to one that is paused or disabled, and tells what
   * was sent and what came back. It is tried once, has 5 seconds, and counts for nothing: neither for
   * the endpoint's health nor for its state.
   *
   * `POST /api/v1/webhook-endpoints/{endpointId}/test`. The key needs the permission `manage`. Safe to
   * repeat: retried when its outcome is unknown.
   */
  testEndpoint(endpointId: string, options?: CallOptions): Promise<Reply<t.WholeDelivery, 200>> {
    return this.call(operations.testEndpoint, { endpointId }, {}, options);
  }

  /**
   * List deliveries.
   *
   * What was sent to an endpoint, is being sent, or waits, newest first; each with how its last try
   * ended. Kept for 30 days.
   *
   * `GET /api/v1/webhook-endpoints/{endpointId}/deliveries`. The key needs the permission `read`. Safe
   * to repeat: retried when its outcome is unknown.
   */
  listDeliveries(endpointId: string, params: t.ListDeliveriesQuery = {}, options?: CallOptions): List<t.Delivery> {
    return this.list(operations.listDeliveries, { endpointId }, params, options);
  }

  /**
   * Get a delivery.
   *
   * One delivery with the text that is sent and every try, oldest first.
   *
   * `GET /api/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}`. The key needs the permission
   * `read`. Safe to repeat: retried when its outcome is unknown.
   */
  getDelivery(endpointId: string, deliveryId: string, options?: CallOptions): Promise<Reply<t.WholeDelivery, 200>> {
    return this.call(operations.getDelivery, { endpointId, deliveryId }, {}, options);
  }

  /**
   * Send an event again.
   *
   * Sends the delivery's event to the endpoint again, once: the same `id` and the same bytes, signed
   * anew. It counts for nothing, neither for the endpoint's health nor for the first delivery, which
   * goes on if it is still tried. One that is on its way already is not sent twice: the reply is that
   * one.
   *
   * `POST /api/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/resend`. The key needs the
   * permission `manage`. Safe to repeat: retried when its outcome is unknown.
   */
  resendDelivery(endpointId: string, deliveryId: string, options?: CallOptions): Promise<Reply<t.WholeDelivery, 200>> {
    return this.call(operations.resendDelivery, { endpointId, deliveryId }, {}, options);
  }

  /**
   * Send many events again.
   *
   * Sends events to the endpoint again: the same `id` and the same bytes, signed with the secret of now,
   * **tried once each**, and without any effect on the endpoint's health. Say which, in one of three
   * ways:
   *
   * `POST /api/v1/webhook-endpoints/{endpointId}/recover`. The key needs the permission `manage`. Safe
   * to repeat: retried when its outcome is unknown.
   */
  recoverDeliveries(endpointId: string, params: t.RecoverDeliveriesBody, options?: CallOptions): Promise<Reply<t.RecoveredDeliveries, 200>> {
    return this.call(operations.recoverDeliveries, { endpointId }, params, options);
  }

  /**
   * Skip what waits for an endpoint.
   *
   * What waits for the endpoint and happened before `before` is not sent any more: its state is
   * `SKIPPED`. To resume a paused endpoint from a time on, or with nothing of before, skip first and set
   * `status: ACTIVE` then. It also takes away a backlog that nobody wants.
   *
   * `POST /api/v1/webhook-endpoints/{endpointId}/skip`. The key needs the permission `manage`. Safe to
   * repeat: retried when its outcome is unknown.
   */
  skipDeliveries(endpointId: string, params: t.SkipDeliveriesBody, options?: CallOptions): Promise<Reply<t.SkippedDeliveries, 200>> {
    return this.call(operations.skipDeliveries, { endpointId }, params, options);
  }

  /**
   * Read events.
   *
   * What happened, oldest first, in the order of numbers that each event gets once, moments after the
   * change was committed: whoever reads on from a cursor misses none, however long a change took. The
   * bodies are those that webhooks send.
   *
   * `GET /api/v1/events`. The key needs the permission `read`. Safe to repeat: retried when its outcome
   * is unknown.
   */
  listEvents(params: t.ListEventsQuery = {}, options?: CallOptions): Promise<Reply<t.EventPage, 200>> {
    return this.call(operations.listEvents, {}, params, options);
  }
}
