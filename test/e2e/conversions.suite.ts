// Every operation of conversions/ in one module registry: loading the service once instead of 5 times halves the time.
import './conversions/readConversions.e2e.js';
import './conversions/recordPostback.attribution.e2e.js';
import './conversions/recordPostback.commission.e2e.js';
import './conversions/recordPostback.e2e.js';
import './conversions/recordPostback.refused.e2e.js';
