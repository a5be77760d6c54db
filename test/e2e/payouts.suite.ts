// Every operation of payouts/ in one module registry: loading the service once instead of 7 times halves the time.
import './payouts/createPayout.e2e.js';
import './payouts/exportPayouts.e2e.js';
import './payouts/getAffiliateBalances.e2e.js';
import './payouts/getPayout.e2e.js';
import './payouts/listPayoutItems.e2e.js';
import './payouts/listPayouts.e2e.js';
import './payouts/markPayoutPaid.e2e.js';
