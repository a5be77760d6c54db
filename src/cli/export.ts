// Entry: npm run export -- …
import { processCommandLine, run } from './command-line.js';
import { exportCommand } from './export.command.js';

process.stdout.on('error', () => undefined); // who reads no further (| head) is told of by the write under way
process.exitCode = await run(exportCommand(processCommandLine), process.argv.slice(2), processCommandLine);
