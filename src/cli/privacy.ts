// Entry: npm run privacy -- …
import { processCommandLine, run } from './command-line.js';
import { privacyCommand } from './privacy.command.js';

process.exitCode = await run(privacyCommand(processCommandLine), process.argv.slice(2), processCommandLine);
