// account/, as every tag, runs as one suite.
import './account/ping.e2e.js';
