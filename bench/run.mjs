// `npm run bench`: starts the benchmark without building anything (the service that it measures builds itself, as for its users).
import '../bin/typescript.mjs';

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
