// Entry: npm run people -- …
import { processCommandLine, run } from './command-line.js';
import { peopleCommand } from './people.command.js';

process.exitCode = await run(peopleCommand(processCommandLine), process.argv.slice(2), processCommandLine);
