// Every operation of campaigns/ in one module registry: loading the service once instead of 9 times halves the time.
import './campaigns/createCampaign.e2e.js';
import './campaigns/deleteCampaign.e2e.js';
import './campaigns/getCampaign.e2e.js';
import './campaigns/getConversionsTimeline.e2e.js';
import './campaigns/getPublicCampaign.e2e.js';
import './campaigns/lifecycle.e2e.js';
import './campaigns/listCampaigns.e2e.js';
import './campaigns/tiers.e2e.js';
import './campaigns/updateCampaign.e2e.js';
