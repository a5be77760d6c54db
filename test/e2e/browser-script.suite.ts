// Every operation of browser-script/ in one module registry: loading the service once instead of 4 times halves the time.
import './browser-script/getBrowserScript.e2e.js';
import './browser-script/getInstallation.e2e.js';
import './browser-script/reportInstalled.e2e.js';
import './browser-script/reportSessionCaptured.e2e.js';
