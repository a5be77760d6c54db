// Entry: npm run keys -- …
import { processCommandLine, run } from './command-line.js';
import { keysCommand } from './keys.command.js';

process.exitCode = await run(keysCommand(processCommandLine), process.argv.slice(2), processCommandLine);
