// Every operation of affiliates/ in one module registry: loading the service once instead of 5 times halves the time.
import './affiliates/createAffiliate.e2e.js';
import './affiliates/getAffiliate.e2e.js';
import './affiliates/listAffiliates.e2e.js';
import './affiliates/suspension.e2e.js';
import './affiliates/updateAffiliate.e2e.js';
