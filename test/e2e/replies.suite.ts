// Every operation of replies/ in one module registry: loading the service once instead of 9 times halves the time.
import './replies/bodies.e2e.js';
import './replies/examples.e2e.js';
import './replies/keys.e2e.js';
import './replies/limits.e2e.js';
import './replies/log.e2e.js';
import './replies/outage.e2e.js';
import './replies/paths.e2e.js';
import './replies/serverErrors.e2e.js';
import './replies/validation.e2e.js';
