// `node tools/generator/run.mjs [--check] [openapi.yaml [generated/]]`: starts the generator without building anything.
// It must run when generated/ is missing or stale, which is when src/ does not compile.
import '../../bin/typescript.mjs';

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
