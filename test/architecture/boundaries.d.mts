// What boundaries.test.ts needs to know of boundaries.mjs.
declare const config: { forbidden: { name: string }[] };
/** Low to high: paths below src/, and what is there. */
export const map: Record<string, string>[];
/** The same as paths alone. */
export const layers: string[][];
export default config;
