// The service, in a process that SIGUSR2 tells to stop remembering the last requests, and the next one to begin again: with and without are
// then the same process, the same connections and the same compiled code.
import { RecordRequestsService } from '#accounts/requests/record-requests.service.js';
import { loadConfig } from '#config.js';
import { createLog } from '#platform/logging/log.js';
import { startService } from '#service.js';

const config = loadConfig(process.env);
if (config.databaseUrl === null) throw new Error('DATABASE_URL is not set.');
const log = createLog(config.logLevel);
const service = await startService(config, { url: config.databaseUrl }, log);
const recorder = service.app.get(RecordRequestsService, { strict: false });
const remember = recorder.ended.bind(recorder);
let isOn = true;
recorder.ended = (...call) => {
  if (isOn) remember(...call);
};
process.on('SIGUSR2', () => {
  isOn = !isOn;
});
process.on('SIGTERM', () => void service.stop(1000).then(() => process.exit(0)));
const { port, metricsPort } = service;
log.info('listening', { port, ...(metricsPort !== null && { metricsPort }) });
