// Once for each worker: its coverage is written when the runner asks it to stop, for half a second later it is killed. What a test starts is not
// counted: such a process often has no time to write either.
import { takeCoverage } from 'node:v8';

if (process.env['NODE_V8_COVERAGE'] !== undefined) {
  process.prependListener('message', (message: unknown) => {
    if ((message as { type?: string } | null)?.type === 'stop') takeCoverage();
  });
  delete process.env['NODE_V8_COVERAGE'];
}
