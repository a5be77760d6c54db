// Where a fresh start cannot answer to the letter what a page shows, and why. Ids and moments are not compared at all.
import type { OperationId } from '#platform/contract/routes.js';

/** What is random. */
const secrets = ['secret'];
/** The endpoints of the demo want next to nothing, so that nothing is sent before a reader asks for it; a usual one wants all. */
const endpoint = ['events', 'campaignIds', ...secrets];
/** Nobody listens at shop.example.com: what is sent there fails. The pages show what comes back from a shop. */
const tried = ['state', 'lastAttempt', 'tries'];
/** A delivery of the demo is a test that nobody sent. */
const delivery = [...tried, 'attempts', 'nextTryAt', 'kind', 'event', 'body'];

/** Operation → the places in the reply (beginnings of paths within `data`), or all of it. Its schema is checked all the same. */
export const unlikeShown: { [Id in OperationId]?: readonly string[] | 'all of it' } = {
  // Lists and sums: pages show two of what a fresh start has more of.
  listConversions: 'all of it',
  summarizeConversions: 'all of it',
  listCampaigns: 'all of it',
  listAffiliates: 'all of it',
  listCommissions: 'all of it',
  listEndpoints: 'all of it',
  // A month of days, of which the last is today.
  getConversionsTimeline: ['series'],
  // What others have done: on a fresh start, nothing.
  getInstallation: ['firstSeenAt', 'lastSeenAt', 'origins', 'lastSession'],
  listRequests: 'all of it',
  listEvents: ['events', 'cursor'],
  // Webhooks.
  createEndpoint: secrets,
  getEndpoint: secrets,
  updateEndpoint: secrets,
  rotateEndpointSecret: endpoint,
  // Shown: what follows a change of the secret that is still under way.
  useNewEndpointSecret: [...endpoint, 'oldSecretUntil'],
  testEndpoint: tried,
  listDeliveries: 'all of it',
  getDelivery: delivery,
  // Whether its try has ended already.
  resendDelivery: 'all of it',
  recoverDeliveries: ['added', 'notKept'],
  skipDeliveries: ['skipped'],
  // Excerpts.
  getSpecJson: 'all of it',
  getCurrencies: 'all of it',
};
