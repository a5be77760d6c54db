// Leaves one of each behind. Only run by test/runner/run.test.ts.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { cloneTemplate } from '../../support/database.js';

it('passes, but its file does not', async () => {
  spawn('sh', ['-c', 'sleep 4 & exec sleep 3'], { stdio: 'ignore' });
  createServer().listen(0, '127.0.0.1');
  setInterval(() => undefined, 1000).unref();
  setTimeout(() => undefined, 60_000);
  await cloneTemplate();
});
