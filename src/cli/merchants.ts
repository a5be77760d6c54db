// Entry: npm run merchants -- …
import { processCommandLine, run } from './command-line.js';
import { merchantsCommand } from './merchants.command.js';

process.exitCode = await run(merchantsCommand(processCommandLine), process.argv.slice(2), processCommandLine);
