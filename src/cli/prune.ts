// Entry: npm run prune -- …
import { processCommandLine, run } from './command-line.js';
import { pruneCommand } from './prune.command.js';

process.exitCode = await run(pruneCommand(processCommandLine), process.argv.slice(2), processCommandLine);
