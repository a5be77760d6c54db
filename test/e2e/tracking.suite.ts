// Every operation of tracking/ in one module registry: loading the service once instead of 8 times halves the time.
import './tracking/followLink.e2e.js';
import './tracking/followLink.noClick.e2e.js';
import './tracking/followLink.outage.e2e.js';
import './tracking/identify.e2e.js';
import './tracking/identify.kept.e2e.js';
import './tracking/identifyFromBrowser.e2e.js';
import './tracking/preflights.e2e.js';
import './tracking/trackClick.e2e.js';
