// Entry: npm run webhooks -- …
import { processCommandLine, run } from './command-line.js';
import { webhooksCommand } from './webhooks.command.js';

const ended = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());

const line = { ...processCommandLine, signal: ended.signal };
process.exitCode = await run(webhooksCommand(line), process.argv.slice(2), line);
