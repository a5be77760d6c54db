// `npm run screenshots`: takes the pictures of the dashboard that the guides show, anew.
import '../../bin/typescript.mjs';

await (await import('./main.ts')).main();
