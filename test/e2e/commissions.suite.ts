// Every operation of commissions/ in one module registry: loading the service once instead of 5 times halves the time.
import './commissions/adjustCommission.e2e.js';
import './commissions/bulkApproveCommissions.e2e.js';
import './commissions/bulkRejectCommissions.e2e.js';
import './commissions/getCommission.e2e.js';
import './commissions/listCommissions.e2e.js';
