// Entry: npm run demo -- …
import { processCommandLine, run } from './command-line.js';
import { demoCommand } from './demo.command.js';

process.exitCode = await run(demoCommand(processCommandLine), process.argv.slice(2), processCommandLine);
