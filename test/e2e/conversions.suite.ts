// Every operation of conversions/ in one module registry: loading the service once instead of 9 times saves most of the time.
import './conversions/exportConversions.e2e.js';
import './conversions/readConversions.e2e.js';
import './conversions/recordBatch.e2e.js';
import './conversions/recordBatch.failed.e2e.js';
import './conversions/recordPostback.attribution.e2e.js';
import './conversions/recordPostback.commission.e2e.js';
import './conversions/recordPostback.e2e.js';
import './conversions/recordPostback.refused.e2e.js';
import './conversions/refundConversion.e2e.js';
