// What boundaries.test.ts needs to know of boundaries.mjs.
declare const config: { forbidden: { name: string }[] };
/** Low to high, as paths below src/. */
export const layers: string[][];
export default config;
