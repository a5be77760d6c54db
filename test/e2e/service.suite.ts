// Every operation of service/ in one module registry: loading the service once instead of 5 times halves the time.
import './service/getDocs.e2e.js';
import './service/getDocsPage.e2e.js';
import './service/getFrenchDocsPage.e2e.js';
import './service/getLlmsText.e2e.js';
import './service/getSpecJson.e2e.js';
import './service/getSpecYaml.e2e.js';
import './service/live.e2e.js';
import './service/ready.e2e.js';
